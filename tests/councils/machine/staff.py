from hashlib import sha256

from hypothesis.stateful import invariant

from councils.actions.sign_ins import sign_out_everywhere
from councils.actions.staff import (
    choose_password,
    connect_authenticator,
    invite,
    sign_in_by_password,
)
from tests.councils.machine.register import ACTORS, Office
from tests.machines import act
from tests.worlds import ANNA, BO, DAN, KLARA, PIA

WORKERS = (KLARA, PIA, ANNA, DAN)
HASHES = ("first", "second", None)


class Staff(Office):
    """Invited by the office, let in by a password and then by a code from the app too."""

    @act(2, by=ACTORS, person=WORKERS, afresh=(True, False))
    def invite(self, by: int, person: int, afresh: bool) -> None:
        self.attempt(invite, person, afresh, by=by)

    @act(3, person=WORKERS, replaces=HASHES, name=("klara", "pia"), hashed=("first", "second"))
    def choose(self, person: int, replaces: str | None, name: str, hashed: str) -> None:
        """An invitation is for the password there was when it was sent."""
        mark, before = sha256((replaces or "").encode()).hexdigest()[:16], self.password(person)
        done = self.allowed(choose_password, person, mark, name, hashed, by=None)
        assert not done or (before and before[0]) == replaces

    @act(6, person=(*WORKERS, BO), seen=HASHES, step=(None, 1, 2, 3))
    def sign_in(self, person: int, seen: str | None, step: int | None) -> None:
        """Never with another password, without the code, with an old code, or while locked."""
        before = self.password(person)
        told = (person, seen, step, f"p{self.acts}", "iPad")
        done = self.attempt(sign_in_by_password, *told, by=None)
        assert done is not None
        if done.made is None:
            return
        assert before is not None
        hashed, since, last, locked = before
        assert (done.made, seen) == (person, hashed)
        assert since is None or (step or 0) > (last or 0)
        assert (locked or "") <= self.wall.said()

    @act(2, by=WORKERS, step=(1, 2))
    def connect(self, by: int, step: int) -> None:
        before = self.password(by)
        told = ("hidden", step, f"a{self.acts}", "iPad")
        done = self.allowed(connect_authenticator, *told, by=by)
        assert done == (before is not None and before[1] is None)

    @act(by=ACTORS, person=WORKERS)
    def throw_out(self, by: int, person: int) -> None:
        """Of every device: oneself, or the office somebody else."""
        done = self.allowed(sign_out_everywhere, person, by=by)
        assert done or by != person

    @act(minutes=(1, 20))
    def wait(self, minutes: int) -> None:
        self.wall.later(minutes=minutes)

    @invariant()
    def nothing_that_lets_somebody_in_is_told(self) -> None:
        told = {name for one in self.entries() for name in one.payload}
        assert told & {"hash", "hashed", "username", "token", "code", "address", "secret"} == set()

    def password(self, person: int) -> tuple[str, str | None, int | None, str | None] | None:
        kept = "SELECT hash, totp_since, totp_step, locked_until FROM passwords WHERE person_id = ?"
        found: tuple[str, str | None, int | None, str | None] | None
        found = self.eye.execute(kept, (person,)).fetchone()
        return found
