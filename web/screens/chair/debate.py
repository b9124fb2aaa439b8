"""Presentation and debate: who has the floor, and who comes next."""

from flask_babel import gettext as _

from meetings.models import RequestKind
from meetings.queries.floor import Speaking, Waiting
from meetings.rules.steps import ItemStep, needs_decision
from web.screens.chair.acts import Act, Script, act
from web.screens.chair.deciding import leave
from web.screens.chair.scene import Scene


def script(scene: Scene) -> Script | None:
    if scene.waiting:
        return _give(scene, scene.waiting[0])
    if scene.speaking is not None:
        return _thank(scene, scene.speaking)
    if scene.step is ItemStep.PRESENTATION:
        return _present(scene)
    return _end(scene)


def _give(scene: Scene, following: Waiting) -> Script:
    lines = [*_thanks(scene)]
    if following.kind is RequestKind.REPLY:
        lines.append(_("Replik är begärd. Ordet har %(who)s.", who=_who(following)))
        label = _("Ge replik till %(name)s", name=following.name)
    elif following.kind is RequestKind.POINT_OF_ORDER:
        lines.append(_("Ordningsfråga. Ordet har %(who)s.", who=_who(following)))
        label = _("Ge ordet till %(name)s", name=following.name)
    else:
        lines.append(_("Ordet har %(who)s.", who=_who(following)))
        label = _("Ge ordet till %(name)s", name=following.name)
    if len(scene.waiting) > 1:
        lines.append(_("Därefter %(name)s.", name=scene.waiting[1].name))
    giving = act(label, f"{scene.base}/requests/{following.request_id}/floor", key="N")
    others = (_end_speech(scene),) if scene.speaking else _onward(scene)
    return Script("floor", tuple(lines), giving, tuple(each for each in others if each))


def _thank(scene: Scene, speaking: Speaking) -> Script:
    lines = (_("Tack, %(name)s.", name=speaking.name), _("Vill någon mer ha ordet?"))
    url = f"{scene.base}/speeches/{speaking.speech_id}/end"
    ending = act(_("Avsluta anförandet"), url, icon="check", key="N")
    return Script("last_speaker", lines, ending)


def _present(scene: Scene) -> Script:
    item = scene.item
    lines = [_("Vi går till ärende %(n)s, %(title)s.", n=item.number or "", title=item.title)]
    if item.proposer:
        lines.append(_("Förslaget kommer från %(who)s.", who=item.proposer))
    if scene.kind is None or not needs_decision(scene.kind):
        return Script("item", tuple(lines), leave(scene))
    lines.append(_("Ordet är fritt."))
    onward = _onward(scene)
    opening = _step(scene, ItemStep.DEBATE, _("Öppna debatten"), "N")
    return Script("item", tuple(lines), opening, onward)


def _end(scene: Scene) -> Script:
    lines = (_("Ingen mer har begärt ordet. Jag avslutar debatten."),)
    if scene.kind is None or not needs_decision(scene.kind):
        return Script("debate_ends", lines, leave(scene))
    ending = _step(scene, ItemStep.PROPOSALS, _("Avsluta debatten"), "N")
    return Script("debate_ends", lines, ending)


def _onward(scene: Scene) -> tuple[Act, ...]:
    if scene.kind is None or not needs_decision(scene.kind):
        return ()
    return (_step(scene, ItemStep.PROPOSALS, _("Gå till yrkanden")),)


def _step(scene: Scene, step: ItemStep, label: str, key: str = "") -> Act:
    before = scene.step or ItemStep.PRESENTATION
    return act(label, f"{scene.at_item}/step", step=step.value, before=before.value, key=key)


def _end_speech(scene: Scene) -> Act | None:
    if scene.speaking is None:
        return None
    url = f"{scene.base}/speeches/{scene.speaking.speech_id}/end"
    return act(_("Avsluta anförandet"), url, icon="check")


def _thanks(scene: Scene) -> list[str]:
    return [_("Tack, %(name)s.", name=scene.speaking.name)] if scene.speaking else []


def _who(waiting: Waiting) -> str:
    return f"{waiting.name} ({waiting.party})" if waiting.party else waiting.name
