"""What every stack we serve with must keep: whole frames, no one waited for, nothing negotiated."""

import importlib.util
import json
import statistics
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from websocket import WebSocket

from tests.contracts.wires import (
    counted,
    free_port,
    heard,
    join,
    polled,
    serving,
    shout,
)

Enter = Callable[..., WebSocket]
MESSAGES, STALL = 600, 40
SETTINGS = "tests/contracts/gunicorn_settings.py"
pytestmark = pytest.mark.slow


@pytest.fixture(params=["pywsgi", "gunicorn"], scope="module")
def port(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    port = free_port()
    if request.param == "gunicorn" and not importlib.util.find_spec("gunicorn"):
        pytest.skip("gunicorn is not installed: it comes with the extra `scaled`")
    shouting, door = "tests.contracts.shouting", f"127.0.0.1:{port}"
    commands = {
        "pywsgi": [shouting],
        "gunicorn": ["gunicorn", "-c", SETTINGS, "-b", door, f"{shouting}:app"],
    }
    with serving(commands[request.param], port, tmp_path_factory.mktemp("shouting")):
        yield port


@pytest.fixture
def enter(port: int) -> Iterator[Enter]:
    """Let one more client in; all of them go home at the end."""
    inside: list[WebSocket] = []

    def enter(**how: Any) -> WebSocket:
        inside.append(join(port, **how))
        return inside[-1]

    yield enter
    for client in inside:
        client.shutdown()


def test_a_slow_reader_gets_every_message_whole_and_in_order(enter: Enter) -> None:
    slow, quick = enter(small=True), enter()
    for n in range(MESSAGES):
        shout(quick, n)
        assert heard(quick, "shouted")["n"] == n
        if n % STALL == STALL - 1:  # far behind what the kernel holds, within what may wait
            time.sleep(0.02)
            assert [heard(slow, "shouted")["n"] for _ in range(STALL)] == list(
                range(n + 1 - STALL, n + 1)
            )


def test_one_who_never_reads_is_cut_off_and_nobody_else_feels_it(enter: Enter) -> None:
    _stalled, quick = enter(small=True), enter()
    for n in range(STALL):  # more than the kernel holds
        shout(quick, n)
        heard(quick, "shouted")
    waits, start = [], time.monotonic()
    while counted(quick) != {"known": 1, "held": 1}:
        began = time.monotonic()
        shout(quick, 1)
        heard(quick, "shouted")
        waits.append(time.monotonic() - began)
        assert time.monotonic() - start < 20
        time.sleep(0.1)
    assert statistics.median(waits) < 0.05


def test_a_flood_is_not_kept_for_the_one_who_cannot_drink_it(enter: Enter) -> None:
    _stalled, quick = enter(small=True), enter()
    for n in range(MESSAGES):
        shout(quick, n)
        heard(quick, "shouted")
    start = time.monotonic()
    while counted(quick)["known"] > 1:
        assert time.monotonic() - start < 30
        time.sleep(0.2)


def test_what_every_browser_offers_is_not_negotiated(enter: Enter) -> None:
    assert "sec-websocket-extensions" not in enter().headers


def test_names_arrive_as_they_are_written(enter: Enter) -> None:
    one, words = enter(), "Åsa Öström – Šárka, 日本, 🗳"
    shout(one, 1, text=words)
    assert heard(one, "shouted") == {"n": 1, "text": words}


def test_one_who_begins_by_polling_moves_on_to_a_socket(port: int, enter: Enter) -> None:
    sid = json.loads(polled(port)[1:])["sid"]
    assert polled(port, sid, "40") == "OK"
    assert polled(port, sid).startswith("40")
    moved = enter(sid=sid)
    moved.send("2probe")
    assert moved.recv() == "3probe"
    assert polled(port, sid) == "6"
    moved.send("5")
    shout(moved, 7)
    assert heard(moved, "shouted")["n"] == 7
