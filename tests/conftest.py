from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import settings

from tests.databases import KINDS, fresh
from tests.worlds import Clients, new_world
from web.app import create_app
from web.config import Config

settings.register_profile("house", deadline=None)  # no test is a race against a busy machine
settings.load_profile("house")


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return fresh(request.param, tmp_path)


@pytest.fixture
def app(database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The whole application, one request at a time: acts and patches happen when asked for."""
    config = Config(
        database_url, data=tmp_path, async_mode="threading", background=False, rate_limits=False
    )
    app, socketio = create_app(config)
    app.config["WTF_CSRF_ENABLED"] = False
    app.extensions["sockets"] = socketio
    new_world(app.extensions["database"])
    yield app
    app.extensions["database"].close()
    app.extensions["workers"].close()


@pytest.fixture
def clients(app: Flask) -> Clients:
    return Clients(app)
