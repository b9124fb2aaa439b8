from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from core import clock


class Evening:
    """The clock on the evening of the world's meetings: stands still until somebody moves it."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 12, 14, 16, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def passes(self, **time: float) -> None:
        self.moment += timedelta(**time)


@pytest.fixture(autouse=True)
def evening() -> Iterator[Evening]:
    evening = Evening()
    with clock.set_to(evening):
        yield evening
