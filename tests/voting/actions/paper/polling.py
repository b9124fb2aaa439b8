"""An election on paper in the small council: fourteen in the hall, seven at a distance."""

from typing import Any

from sqlalchemy import select

from tests.voting.chambers import ELECTION, Chamber
from tests.worlds import ANNA, BEA, KLARA
from voting.models import Election
from voting.queries.paper import Standing, standing

TELLERS = (BEA, 4)
HALL = tuple(seat for seat in range(1, 22) if seat % 3)
OK = (200, "")


class Polling:
    """The chair is returning officer; Bea and the member in seat 4 count."""

    def __init__(self, chamber: Chamber) -> None:
        self.chamber, self.election = chamber, 1
        self.log = chamber.last

    def plan(self, names: str = "Eva Ek\nOla Ort", **form: Any) -> None:
        """Planned and nominated in, with two tellers."""
        self.chamber.turn_to(ELECTION)
        told = {"part": "one", "title": "Val av ordförande", "places": 1, "election": "committee"}
        self.chamber.post(ANNA, f"/items/{ELECTION}/elections", **told | {"method": "paper"} | form)
        self.nominate(names)
        people = {"people": ",".join(map(str, TELLERS)), "confirmed": 1}
        assert self.chamber.said(ANNA, "POST", "/tellers", **people) == OK

    def nominate(self, names: str, **form: Any) -> None:
        told = {"names": names} | form
        assert self.said(KLARA, "POST", "/nominations", **told) == OK

    def said(self, by: int, method: str, path: str, /, **form: Any) -> tuple[int, str]:
        return self.chamber.said(by, method, f"/elections/{self.election}{path}", **form)

    def open(self) -> None:
        assert self.said(BEA, "PUT", "/urn/shown") == OK
        assert self.said(ANNA, "PUT", "/urn/opening") == OK

    def vote(self, many: int) -> None:
        """So many of the hall come up to the urn, the chair last."""
        for seat in [*HALL[1:], HALL[0]][:many]:
            assert self.said(KLARA, "PUT", f"/ticks/{seat}") == OK

    def close(self, many: int = 14) -> None:
        self.open()
        self.vote(many)
        assert self.said(ANNA, "PUT", "/urn/closing") == OK

    def unopened(self, *slips: int) -> None:
        for teller, many in zip(TELLERS, slips, strict=True):
            assert self.said(teller, "PUT", "/count/unopened", slips=many) == OK

    def sorted(self, *told: dict[str, int]) -> None:
        """What each teller writes; both the same if told once."""
        for teller, figures in zip(TELLERS, told * (2 if len(told) == 1 else 1), strict=True):
            piles = {f"pile_{key}": many for key, many in figures.items()}
            assert self.said(teller, "PUT", "/count/sorted", **piles) == OK

    def now(self) -> Standing:
        with self.chamber.database.reading() as session:
            return standing(session, session.get_one(Election, self.election))

    def state(self) -> str:
        with self.chamber.database.reading() as session:
            found = select(Election.state).where(Election.id == self.election)
            return str(session.scalar(found))
