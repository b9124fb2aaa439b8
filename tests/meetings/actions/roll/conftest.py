import pytest

from tests.meetings.halls import Hall


@pytest.fixture
def called(planned: Hall) -> Hall:
    """The roll call goes on, and nobody has answered."""
    planned.convene_and_open()
    return planned
