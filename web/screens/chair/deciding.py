"""After the gavel, and where nothing is to be decided."""

from flask_babel import gettext as _

from agenda.rules.kinds import ItemKind
from core import clock
from meetings.rules.steps import ItemStep, needs_decision
from voting.models import How
from web.screens.chair.acts import Act, Script, act
from web.screens.chair.scene import Scene

UNDO_SECONDS = 10


def script(scene: Scene) -> Script | None:
    if scene.kind is None or (needs_decision(scene.kind) and scene.step is not ItemStep.DECISION):
        return None
    if scene.decided:
        return _decided(scene)
    if scene.kind in (ItemKind.INFORMATION, ItemKind.NOTICE) and not _is_busy(scene):
        return _noted(scene)
    return None


def _decided(scene: Scene) -> Script:
    last = scene.decided[-1]
    lines = (_("Fullmäktige har beslutat: %(text)s", text=last.text),)
    if last.how == How.NOTED:
        lines = (_("Det antecknas."),)
    return Script("decided", lines, leave(scene), _undo(scene, last.id, last.at))


def _undo(scene: Scene, decision_id: int, at: str) -> tuple[Act, ...]:
    if clock.seconds_between(at, clock.now()) > UNDO_SECONDS:
        return ()
    url = f"{scene.base}/decisions/{decision_id}"
    return (act(_("Ångra klubbslaget"), url, "DELETE", icon="undo"),)


def _noted(scene: Scene) -> Script:
    item = scene.item
    lines = (
        _("Vi går till ärende %(n)s, %(title)s.", n=item.number or "", title=item.title),
        _("Fullmäktige antecknar informationen."),
    )
    confirm = act(
        _("Klubba"),
        f"{scene.at_item}/decisions",
        "POST",
        how="noted",
        text=_("Fullmäktige antecknar informationen."),
        icon="gavel",
        key="N",
        guard=True,
    )
    return Script("noted", lines, confirm, (leave(scene),))


def leave(scene: Scene) -> Act:
    url = f"{scene.at_item}/closing"
    return act(_("Avsluta ärendet"), url, icon="check", key="N", **_rest(scene))


def _rest(scene: Scene) -> dict[str, str]:
    """Greyed while the gavel rests: what was pressed twice is not two acts."""
    until = scene.current.handling.rests_until if scene.current else None
    if until is None or until <= clock.now():
        return {}
    return {"ready": until, "why": _("Klubban har just fallit. Vänta två sekunder.")}


def _is_busy(scene: Scene) -> bool:
    return scene.speaking is not None or bool(scene.waiting)
