"""Those accountable stand aside before the council decides on discharge or elects auditors.

Kommunallagen 5 kap. 48–49 §§ (JAV-3): in a discharge they take part in the deliberation first.
"""

from flask_babel import gettext as _

from agenda.rules.audit import AuditMatter
from core.swedish import listed
from meetings.rules.steps import ItemStep
from web.screens.chair.acts import Script, act
from web.screens.chair.scene import Scene


def script(scene: Scene) -> Script | None:
    people = scene.accountable
    if not people or scene.is_vote_open or scene.step is ItemStep.DECISION:
        return None
    names = listed(
        [f"{each.name} ({each.party})" if each.party else each.name for each in people], _("och")
    )
    if scene.item.audit == AuditMatter.DISCHARGE:
        line = _("%(names)s deltar inte i beslutet om ansvarsfrihet.", names=names)
    else:
        line = _("%(names)s deltar inte i valet av revisorer.", names=names)
    presides = scene.meeting.presiding_id in [each.id for each in people]
    why = _("Lämna över ordförandeplatsen först, under Mer.") if presides else ""
    stand = act(_("De står åt sidan"), f"{scene.at_item}/recusals", icon="users", key="N", why=why)
    return Script("accountable", (line, *([why] if why else ())), stand)
