"""An election on paper, on the chair's screen: its next step, and the gavel when it is counted.

Kommunallagen 5 kap. 53–56 §§, lag (2022:629) 4–21 §§.  The election has a page of its own, where
the office ticks off and the returning officer rules; here stands what the chair says and presses.
"""

from flask_babel import gettext as _

from meetings.rules.steps import ItemStep
from voting.queries.paper import Standing
from voting.rules.paper.states import Next
from web.screens.chair.acts import Act, Script, act
from web.screens.chair.scene import Scene
from web.screens.paper import words

EARLY = (None, ItemStep.PRESENTATION, ItemStep.DEBATE)


def script(scene: Scene) -> Script | None:
    """While one of the item's elections is not counted, that one; then the decision.

    Before the voting the item is presented and debated as any other.
    """
    if not scene.polls or scene.decided:
        return None
    if scene.step in EARLY and all(each.election.is_draft for each in scene.polls):
        return None
    waiting = [each for each in scene.polls if each.result is None or not _is_counted(each)]
    if not waiting:
        return _gavel(scene)
    now = waiting[0]
    page = f"{_at(scene, now)}/paper"
    return Script("paper", words.step(now).lines, _act(scene, now), page=page)


def _act(scene: Scene, now: Standing) -> Act | None:
    """Only what the chair does herself; the rest is done on the page of the election."""
    at = _at(scene, now)
    if now.next is Next.OPEN:
        return act(_("Öppna urnan"), f"{at}/urn/opening", icon="vote", key="N")
    if now.next is Next.VOTING:
        return act(_("Stäng urnan"), f"{at}/urn/closing", icon="lock", key="N", guard=True)
    is_officer = now.officer_id == scene.meeting.presiding_id
    if now.next is Next.DECLARE and is_officer and now.result and now.result.elected:
        return act(_("Fastställ resultatet"), f"{at}/result", icon="check", key="N", guard=True)
    return None


def _gavel(scene: Scene) -> Script:
    told = [
        _("%(title)s: %(names)s väljs.", title=each.election.title, names=", ".join(_elected(each)))
        for each in scene.polls
    ]
    gavel = act(
        _("Klubba valet"),
        f"{scene.at_item}/decisions",
        "POST",
        icon="gavel",
        key="N",
        guard=True,
        text="\n".join(told),
        how="ballot",
    )
    return Script("elected", tuple(told), gavel, page=f"{_at(scene, scene.polls[-1])}/paper")


def _elected(now: Standing) -> tuple[str, ...]:
    return now.result.elected if now.result else ()


def _is_counted(now: Standing) -> bool:
    return now.election.state == "counted"


def _at(scene: Scene, now: Standing) -> str:
    return f"{scene.base}/elections/{now.election.id}"
