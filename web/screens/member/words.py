"""What the page says where no item is open, and what can be answered when a question is put."""

from dataclasses import dataclass

from flask_babel import gettext as _

from meetings.rules.lifecycle import MeetingState
from voting.models import VoteKind
from voting.queries import wording
from voting.queries.panels import AcclamationPanel
from web.screens.member.scene import Scene
from web.words import hour, long_date

NO = 0


@dataclass(frozen=True)
class Heading:
    """The page's heading, a line above it and one below."""

    above: str
    title: str
    below: str = ""


@dataclass(frozen=True)
class Answer:
    """One button: yes to what, and its text word for word."""

    proposal_id: int
    words: str
    text: str


def heading(scene: Scene) -> Heading:
    if scene.current is not None:
        return _of_the_item(scene)
    match scene.state:
        case MeetingState.ADJOURNED:
            return Heading(scene.meeting.title, _("Paus"), _pause(scene))
        case MeetingState.CLOSED:
            return Heading(scene.meeting.title, _("Sammanträdet är avslutat"), _("Tack för i dag."))
        case MeetingState.OPEN:
            return _between(scene)
    return _before(scene)


def _before(scene: Scene) -> Heading:
    meeting = scene.meeting
    words = _("Sammanträdet är inte kallat än.")
    if scene.state is MeetingState.CONVENED:
        starts = hour(meeting.starts)
        words = _("Sammanträdet börjar klockan %(time)s. Du kan vara kvar här.", time=starts)
    return Heading(long_date(meeting.date), meeting.title, words)


def _of_the_item(scene: Scene) -> Heading:
    current = scene.current
    assert current is not None  # noqa: S101 - asked by whoever calls
    above = str(_(current.step.label))
    if (number := current.item.number) is not None:
        words = _("Ärende %(number)s av %(count)s", number=number, count=scene.item_count)
        above = f"{words} · {above}"
    below = _pause(scene) if scene.state is MeetingState.ADJOURNED else ""
    return Heading(above, current.item.title, below)


def _between(scene: Scene) -> Heading:
    following = scene.next_item
    if scene.meeting.roll_called_at is None:
        return Heading(scene.meeting.title, _("Upprop"), _("Svara när ditt namn ropas upp."))
    if following is None:
        return Heading(scene.meeting.title, _("Alla ärenden är behandlade"))
    return Heading(_("Nästa ärende"), following.title, _("Ordföranden går strax vidare."))


def _pause(scene: Scene) -> str:
    if not scene.until:
        return str(_("Sammanträdet är ajournerat."))
    time = hour(scene.until)
    return str(_("Sammanträdet är ajournerat till klockan %(time)s.", time=time))


def answers(panel: AcclamationPanel) -> list[Answer]:
    """Yes to each proposal that was put, and no where only one was."""
    found = [
        Answer(one.id, _("Ja till %(what)s", what=wording.named(one)), one.text)
        for one in panel.proposals
    ]
    if len(panel.proposals) != 1:
        return found
    if panel.acclamation.kind == VoteKind.PUT:
        only = panel.proposals[0]
        no, yes = _("Nej, det prövas inte"), _("Ja, yrkandet prövas")
        return [Answer(NO, no, ""), Answer(only.id, yes, only.text)]
    if VoteKind(panel.acclamation.kind).is_formal:
        return [Answer(NO, _("Avgör ärendet i dag"), ""), *found]
    only = panel.proposals[0]
    return [*found, Answer(NO, _("Nej till %(what)s", what=wording.named(only)), "")]


def found_words(panel: AcclamationPanel) -> str:
    """What the chair has found, if she has."""
    if panel.acclamation.found_at is None:
        return ""
    if panel.acclamation.kind == VoteKind.PUT:
        return str(_found_put(panel))
    for one in panel.proposals:
        if one.id == panel.acclamation.found_id:
            what = wording.meaning(one)
            return str(_("Ordföranden finner att fullmäktige säger ja till: %(what)s.", what=what))
    if VoteKind(panel.acclamation.kind).is_formal:
        return str(_("Ordföranden finner att ärendet ska avgöras i dag."))
    return str(_("Ordföranden finner att svaret är nej."))


def _found_put(panel: AcclamationPanel) -> str:
    """Whether what the chair holds unlawful is put all the same (KL 5:57)."""
    if panel.acclamation.found_id is None:
        return str(_("Ordföranden finner att yrkandet inte prövas."))
    return str(_("Ordföranden finner att yrkandet prövas."))
