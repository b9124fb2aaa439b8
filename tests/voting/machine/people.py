from meetings.actions import conduct, lines, roll
from tests.machines import act
from tests.voting.machine.room import ANYBODY, CHAIR, MEMBERS, PRESIDING, Room
from tests.worlds import ANNA, BEA, KLARA, SIV

MEMBER = (3, 4, 5)


class People(Room):
    """They come and go, stand aside and lose their lines while the council decides."""

    @act(by=ANYBODY, person=MEMBER)
    def recuse(self, by: int, person: int) -> None:
        may = by in {person, *self.leaders} and not self.is_running()
        done = self.allowed(roll.recuse, person, by=by)
        assert may or not done

    @act(by=CHAIR, person=MEMBER)
    def sit_down_again(self, by: int, person: int) -> None:
        self.attempt(roll.end_recusal, person, by=self.who(by))

    @act(person=MEMBER)
    def go_home(self, person: int) -> None:
        self.attempt(roll.leave, person, True, by=person)

    @act(by=CHAIR, seat=MEMBERS)
    def call_substitute(self, by: int, seat: int) -> None:
        """Not into the middle of a vote."""
        may = self.who(by) in self.leaders and not self.is_running()
        done = self.allowed(roll.call_substitute, seat, None, (), "hall", True, by=self.who(by))
        assert may or not done

    @act(person=MEMBER)
    def lose_line(self, person: int) -> None:
        self.attempt(lines.lose_line, person, by=None)

    @act(3, person=MEMBER, is_seen=(True, False))
    def regain_line(self, person: int, is_seen: bool) -> None:
        self.attempt(lines.regain_line, person, by=None)
        if is_seen:
            self.attempt(roll.identify, person, "picture", by=self.chair)

    @act(to=(ANNA, BEA))
    def hand_over_the_chair(self, to: int) -> None:
        """Never during a vote: whoever breaks a tie has led it."""
        waits, leads = self.is_running(), self.chair
        done = self.allowed(conduct.take_chair, to, by=leads)
        assert not (done and waits)

    @act(by=CHAIR)
    def pause(self, by: int) -> None:
        waits, may = self.is_running(), self.who(by) in self.leaders
        done = self.allowed(conduct.adjourn, "19:30", None, by=self.who(by))
        assert not done or (may and not waits)
        self.attempt(conduct.resume, by=KLARA)

    @act()
    def a_substitute_takes_a_seat_of_one_who_stands_aside(self) -> None:
        self.recuse(3, 3)
        self.call_substitute(PRESIDING, 3)
        self.attempt(roll.move, "remote", SIV, True, by=self.chair)
