"""Presentation and debate: who has the floor, and who comes next."""

from flask_babel import gettext as _

from meetings.models import RequestKind
from meetings.queries.floor import Speaking, Waiting
from meetings.rules.steps import ItemStep, needs_decision
from web.screens.chair.acts import Act, Script, act
from web.screens.chair.deciding import leave
from web.screens.chair.scene import Scene


def script(scene: Scene) -> Script | None:
    if _is_to_be_presented(scene):
        return _present(scene)
    if scene.waiting:
        return _give(scene, scene.waiting[0])
    if scene.speaking is not None:
        return _thank(scene, scene.speaking)
    if scene.step is ItemStep.PRESENTATION:
        return _present(scene)
    return _end(scene)


def _is_to_be_presented(scene: Scene) -> bool:
    """The debate opens before those who wait get the floor; only a point of order goes first."""
    if scene.step is not ItemStep.PRESENTATION or scene.speaking or not _is_decided(scene):
        return False
    return not scene.waiting or scene.waiting[0].kind is RequestKind.SPEECH


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
    if not _is_decided(scene):
        return Script("item", tuple(lines), leave(scene))
    lines.append(_("Ordet är fritt."))
    opening = _step(scene, ItemStep.DEBATE, _("Öppna debatten"), "N")
    return Script("item", tuple(lines), opening, (*_presenting(scene), *_onward(scene)))


def _presenting(scene: Scene) -> tuple[Act, ...]:
    """Who presents the matter may have the floor before the debate."""
    if not scene.waiting:
        return ()
    first = scene.waiting[0]
    url = f"{scene.base}/requests/{first.request_id}/floor"
    return (act(_("Ge ordet till %(name)s", name=first.name), url),)


def _end(scene: Scene) -> Script:
    lines = (_("Ingen mer har begärt ordet. Jag avslutar debatten."),)
    if not _is_decided(scene):
        return Script("debate_ends", lines, leave(scene))
    ending = _step(scene, ItemStep.PROPOSALS, _("Avsluta debatten"), "N")
    return Script("debate_ends", lines, ending)


def _onward(scene: Scene) -> tuple[Act, ...]:
    if not _is_decided(scene):
        return ()
    return (_step(scene, ItemStep.PROPOSALS, _("Gå till yrkanden")),)


def _is_decided(scene: Scene) -> bool:
    return scene.kind is not None and needs_decision(scene.kind)


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
