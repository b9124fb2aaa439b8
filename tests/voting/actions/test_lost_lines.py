"""REM-5, U5, INC-1: while a line is red nothing is decided, until the chair has chosen.

The act is `lines_are_whole`.
"""

from meetings.models import Line
from tests.voting.chambers import ITEM, Chamber
from tests.worlds import ANNA, BO, OPEN

URL = f"/items/{ITEM}/decisions"
REFUSED = (
    "Anslutningen är borta: Bo Bok. Vänta, ajournera, kalla ersättare eller anteckna frånvarande "
    "innan något beslutas (5 kap. 16 och 20 §§)."
)


def gavel(chamber: Chamber) -> tuple[int, str]:
    return chamber.said(ANNA, "POST", URL, text="Bifall", how="unopposed")


def test_the_gavel_does_not_fall_over_a_red_line(chamber: Chamber) -> None:
    chamber.propose("adopt", "bifall")
    chamber.lose_line(BO)
    assert gavel(chamber) == (409, REFUSED)
    chamber.change(Line, (OPEN, BO), state="ok")
    assert gavel(chamber) == (200, "")


def test_with_a_substitute_in_the_seat_it_falls(chamber: Chamber) -> None:
    chamber.propose("adopt", "bifall")
    chamber.lose_line(BO)
    warned = chamber.said(ANNA, "PUT", "/seats/3/substitute")
    assert warned == (
        409,
        "Bo Bok antecknas som frånvarande och får inte tjänstgöra igen i dag (5 kap. 20 §).",
    )
    assert chamber.put(ANNA, "/seats/3/substitute", confirmed=1) == 200
    assert gavel(chamber) == (200, "")


def test_without_anybody_as_absent_it_falls(chamber: Chamber) -> None:
    chamber.propose("adopt", "bifall")
    chamber.lose_line(BO)
    assert chamber.delete(ANNA, "/attendance", person=BO, confirmed=1) == 200
    assert gavel(chamber) == (200, "")


def test_a_decided_item_is_not_left_over_a_red_line_unseen(chamber: Chamber) -> None:
    chamber.propose("adopt", "bifall")
    assert gavel(chamber) == (200, "")
    chamber.wall.later(seconds=2)
    chamber.lose_line(BO)
    asked = chamber.said(ANNA, "PUT", f"/items/{ITEM}/closing")
    assert asked == (409, "Anslutningen är borta: Bo Bok. Avsluta ärendet ändå?")
    assert chamber.put(ANNA, f"/items/{ITEM}/closing", confirmed=1) == 200
