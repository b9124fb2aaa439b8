"""Lines that are lost and found again, and calls for help."""

from core import clock
from meetings.actions import desk, lines
from web.demo.crowd import Crowd
from web.demo.exercises import Mood
from web.demo.sight import Sight

AWAY = (10, 25)  # seconds, at least and at most
HELP = ("Jag hör inget", "Jag hittar inte handlingen")


def come_and_go(crowd: Crowd, seen: Sight) -> None:
    for person in [each for each, at in crowd.away.items() if at <= clock.now()]:
        del crowd.away[person]
        crowd.attempt(lines.regain_line, person, by=person)
    if seen.meeting.roll_called_at:
        _drop_out(crowd, seen)
        _call_for_help(crowd, seen)


def _drop_out(crowd: Crowd, seen: Sight) -> None:
    here = [row.person_id for row in seen.remote if row.person_id not in crowd.away]
    here = [person for person in here if not crowd.is_a_person(person)]
    if here and len(crowd.away) < _most(crowd, seen) and crowd.now_and_then(0.08):
        person = crowd.chance.choice(here) or 0
        crowd.away[person] = clock.later(crowd.chance.randint(*AWAY))
        crowd.attempt(lines.lose_line, person, by=person)


def _most(crowd: Crowd, seen: Sight) -> int:
    """How many may be away at once."""
    voting = 2 if seen.places else 0
    most = {Mood.CALM: 0, Mood.DIVISION: voting, Mood.STORM: 5, Mood.EVENING: 1}
    return most[crowd.exercise.mood]


def _call_for_help(crowd: Crowd, seen: Sight) -> None:
    if seen.remote and crowd.now_and_then(0.05 if crowd.is_stormy else 0.005):
        person = crowd.chance.choice(seen.remote).person_id or 0
        crowd.attempt(desk.ask_help, crowd.chance.choice(HELP), by=person)
