import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import settings

from tests.databases import KINDS, fresh
from tests.house import House
from tests.worlds import Clients

if Path("/dev/shm").is_dir():  # noqa: S108 - what a test writes need not outlive the machine
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", "/dev/shm")  # noqa: S108

settings.register_profile("house", deadline=None)  # no test is a race against a busy machine
settings.load_profile("house")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whoever takes long begins first: else all the others have gone home when it ends."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_collection_finish() -> None:
    """What is read by now stays: to look through it for rubbish, again and again, takes time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return fresh(request.param, tmp_path)


@pytest.fixture(params=KINDS, scope="session")
def house(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    house = House(request.param, tmp_path_factory.mktemp("house"))
    yield house
    house.tear_down()


@pytest.fixture
def app(house: House, tmp_path: Path) -> Iterator[Flask]:
    """The whole application, one request at a time: acts and patches happen when asked for."""
    with house.furnished(tmp_path) as app:
        yield app


@pytest.fixture
def clients(app: Flask) -> Clients:
    return Clients(app)
