"""What every act in this room stands on: the meeting goes on, the item is the one being handled."""

from sqlalchemy.orm import Session

from agenda.queries.items import item_in
from core.actor import Actor
from core.errors import MovedOn, NotAllowed, RuleBroken
from core.words import Sentence
from meetings.models import Meeting
from meetings.policy import may_lead, may_preside
from meetings.queries import items, lost, roll, state
from meetings.queries.conflicts import accountable_serving
from meetings.queries.items import Current
from meetings.rules.lifecycle import MeetingState, why_not
from voting.queries.course import Course
from voting.queries.elections import standing
from voting.queries.questions import Question
from voting.queries.votes import running
from voting.rules.special import Tabling


def presiding(session: Session, meeting_id: int, by: Actor, what: Sentence) -> None:
    """`what`: the verb, as in "öppnar en votering"."""
    if not may_preside(session, meeting_id, by):
        raise NotAllowed("Bara den som leder sammanträdet {what}.", what=what)


def leading(session: Session, meeting_id: int, by: Actor, what: Sentence) -> None:
    """The chair, or the clerk at her side."""
    if not may_lead(session, meeting_id, by):
        raise NotAllowed("Bara ordföranden eller sekreteraren {what}.", what=what)


def going_on(session: Session, meeting_id: int) -> Meeting:
    meeting = state.meeting(session, meeting_id)
    if (now := state.state(meeting)) is not MeetingState.OPEN:
        raise RuleBroken(why_not(now))
    return meeting


def handled(session: Session, meeting_id: int, item_id: int) -> Current:
    """The item being handled in a meeting that goes on; a forged or foreign number is not found."""
    item_in(session, meeting_id, item_id)
    going_on(session, meeting_id)
    current = items.current(session, meeting_id)
    if current is None or current.item.id != item_id:
        raise MovedOn("Ärendet är inte uppe nu. Se knappen igen.")
    return current


def nothing_runs(session: Session, meeting_id: int) -> None:
    """U11: while a vote is open or even, or an election goes on, the meeting does not move on."""
    if (vote := running(session, meeting_id)) is not None:
        if vote.is_open:
            raise MovedOn("En votering pågår redan.")
        raise RuleBroken("Röstetalet är lika. Utslagsrösten ska läggas först (5 kap. 56 §).")
    if (election := standing.running(session, meeting_id)) is not None:
        raise RuleBroken("{title} pågår. Räkna valet, eller avbryt det.", title=election.title)


def quorate(session: Session, current: Current) -> None:
    """KL 5:45: checked at every vote and every decision."""
    meeting = state.meeting(session, current.item.meeting_id)
    summary = roll.summary_for(session, meeting, current.kind)
    if not summary.is_quorate:
        raise RuleBroken(
            "Fullmäktige är inte beslutsfört: {present} deltar, {needed} behövs (5 kap. 45 §).",
            present=summary.taking_part,
            needed=summary.needed,
        )


def nobody_accountable(session: Session, current: Current) -> None:
    """JAV-3: nothing is put while they serve, not even during the debate (KL 5:48–49)."""
    meeting = state.meeting(session, current.item.meeting_id)
    if people := accountable_serving(session, meeting, current):
        raise RuleBroken(
            "Redovisningsansvariga ska stå åt sidan innan något beslutas: {names} "
            "(5 kap. 48–49 §§).",
            names=[person.name for person in people],
        )


def lines_are_whole(session: Session, meeting_id: int) -> None:
    """REM-5, U5: while a line is red nothing is decided, until the chair has chosen what to do."""
    if gone := list(lost.without_line(session, meeting_id)):
        raise RuleBroken(
            "Anslutningen är borta: {names}. Vänta, ajournera, kalla ersättare eller anteckna "
            "frånvarande innan något beslutas (5 kap. 16 och 20 §§).",
            names=gone,
        )


def may_be_asked(course: Course) -> None:
    """KL 5:10, 5:50: an extra election that cannot be decided today is only tabled."""
    if course.tabling is Tabling.FIRST_TIME:
        raise RuleBroken("Ett ärende om extra val bordläggs alltid första gången (5 kap. 50 §).")
    if course.tabling is Tabling.TOO_EARLY:
        raise RuleBroken("Det är för tidigt att besluta om extra val. Bordlägg (5 kap. 10 §).")


def may_be_heard(question: Question) -> None:
    """Two thirds are counted, never heard (VOTE-5)."""
    if question.is_counted:
        raise RuleBroken("Två tredjedelar kan inte höras. Rösterna räknas: öppna en votering.")
