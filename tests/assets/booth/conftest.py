from collections.abc import Iterator

import pytest

from tests.assets.booth.node import Bot


@pytest.fixture(scope="session")
def bot() -> Iterator[Bot]:
    """Devices without a browser; each name is a device of its own."""
    found = Bot()
    yield found
    found.close()
