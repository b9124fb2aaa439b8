"""A browser and a small server that shows the components."""

import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.assets.showcase import create
from tests.browser import browser

__all__ = ["browser"]


class Silent(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:
        """A test tells what failed; a list of requests tells nothing."""


@pytest.fixture(scope="session")
def showcase() -> Iterator[str]:
    server = make_server("127.0.0.1", 0, create(), threaded=True, request_handler=Silent)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()
