import pytest

from tests.voting.actions.paper.polling import Polling
from tests.voting.chambers import Chamber
from tests.voting.conftest import chamber, wall

__all__ = ["chamber", "polling", "wall"]


@pytest.fixture
def polling(chamber: Chamber) -> Polling:
    made = Polling(chamber)
    made.plan()
    return made
