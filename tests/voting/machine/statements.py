from tests.machines import act
from tests.voting.machine.room import ANYBODY, LATEST, Room
from voting.actions import statements
from voting.models import StatementKind

KINDS = tuple(StatementKind)


class Statements(Room):
    """Reservations, notes, and not taking part: one's own, and taken back by oneself."""

    @act(by=ANYBODY, kind=KINDS, text=(None, "Varför"))
    def state(self, by: int, kind: StatementKind, text: str | None) -> None:
        self.attempt(statements.make_statement, self.item, kind, text, by=by)

    @act(by=ANYBODY, whose=ANYBODY, kind=KINDS)
    def state_for(self, by: int, whose: int, kind: StatementKind) -> None:
        told = (self.item, kind, "Varför", whose)
        done = self.allowed(statements.make_statement, *told, by=by)
        assert not done or by in self.may_speak_for(whose)

    @act(by=ANYBODY, back=LATEST)
    def withdraw(self, by: int, back: int) -> None:
        which = len(self.told().statements) - back
        done = self.allowed(statements.withdraw_statement, which, by=by)
        assert not done or by in self.may_speak_for(self.told().statements[which]["person"])

    @act(by=ANYBODY, kind=KINDS)
    def say_it_and_take_it_back(self, by: int, kind: StatementKind) -> None:
        if self.allowed(statements.make_statement, self.item, kind, "Varför", by=by):
            self.withdraw(by, 0)

    def may_speak_for(self, person: int) -> set[int]:
        return {person, *self.leaders}
