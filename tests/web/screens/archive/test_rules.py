"""Under which rules of procedure a meeting was held, also after the council has adopted others."""

from core import clock
from meetings.models import Meeting
from tests.web.screens.square import Square
from tests.web.screens.test_procedure import adopt
from tests.worlds import OPEN


def test_a_meeting_keeps_the_rules_it_was_convened_under(square: Square) -> None:
    ours = "Arbetsordningen från 1 juli 2026 gäller för sammanträdet."
    assert ours in square.says(f"/meetings/{OPEN}")
    square.change(Meeting, OPEN, closed_at=clock.now())
    adopt(square.clients, "2026-12-01", speech_first_minutes=4)
    told = square.says(f"/meetings/{OPEN}")
    assert ours in told
    assert "Distans: 5 kap. 16 § i lydelsen från 1 juli 2026." in told
