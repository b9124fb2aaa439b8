"""What simulated members do in one second of the meeting, one habit a file."""

from meetings.rules.lifecycle import MeetingState
from web.demo.crowd import Crowd
from web.demo.habits import arriving, debating, lines, voting
from web.demo.sight import Sight, look


def live(crowd: Crowd) -> Sight:
    seen: Sight = crowd.house.ask(look, crowd.meeting_id)
    arriving.join(crowd, seen)
    if seen.state is MeetingState.OPEN:
        arriving.answer_roll(crowd, seen)
        arriving.be_identified(crowd, seen)
        lines.come_and_go(crowd, seen)
        debating.take_part(crowd, seen)
        voting.answer(crowd, seen)
        voting.vote(crowd, seen)
    return seen
