"""An item that was not announced, or not prepared: are all who are here agreed?  KL 5:33, 5:52."""

from flask_babel import gettext as _

from agenda.models import Item
from meetings.rules.convening import Lack
from meetings.rules.steps import ItemStep
from web.screens.chair.acts import Script, act
from web.screens.chair.deciding import leave
from web.screens.chair.scene import Scene


def before_opening(scene: Scene, item: Item) -> Script | None:
    """Asked before the item is taken up."""
    if scene.need.is_met:
        return None
    going = _("Nästa ärende är %(title)s.", title=item.title)
    return _ask(scene, item, going)


def script(scene: Scene) -> Script | None:
    """Asked again when somebody has come; and what is refused is left."""
    if scene.current is None or scene.step is ItemStep.DECISION or scene.is_vote_open:
        return None
    if scene.need.is_refused:
        lines = (_("Alla är inte överens om att avgöra ärendet i dag. Det väntar."),)
        return Script("waits", lines, leave(scene))
    if not scene.newcomers:
        return None
    came = _("Fler har kommit sedan alla tillfrågades.")
    return _ask(scene, scene.item, came)


def _ask(scene: Scene, item: Item, first: str) -> Script:
    url = f"{scene.base}/items/{item.id}/assent"
    rule = _("Det får avgöras i dag bara om det är brådskande och alla närvarande är överens.")
    agreed = act(_("Alla är överens"), url, agreed=1, icon="check", key="N", guard=True)
    against = act(_("Någon är emot: ärendet väntar"), url, agreed=0, icon="x")
    lines = (first, f"{_told(scene)} {rule}", _("Är alla överens?"))
    return Script("assent", lines, agreed, (against,))


def _told(scene: Scene) -> str:
    if len(scene.need.lacks) > 1:
        return str(_("Ärendet har varken kungjorts eller beretts."))
    if Lack.PREPARATION in scene.need.lacks:
        return str(_("Ärendet har inte beretts."))
    return str(_("Ärendet har inte kungjorts."))
