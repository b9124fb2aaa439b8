import pytest
from flask import Flask

from tests.worlds import BO, DAN, OPEN, PIA, Clients


def test_the_public_snapshot_is_unchanged_until_something_happens(app: Flask) -> None:
    url, public = f"/meetings/{OPEN}/snapshot.json", app.test_client()
    tag = public.get(url).headers["ETag"]
    assert public.get(url, headers={"If-None-Match": tag}).status_code == 304


def test_catching_up_is_for_those_who_may_watch(clients: Clients) -> None:
    def status(person: int, audience: str) -> int:
        return clients.sign_in(person).get(f"/meetings/{OPEN}/panels/{audience}").status_code

    assert status(BO, "member") == 200
    assert status(BO, "chair") == 403
    assert status(DAN, "member") == 403
    assert status(PIA, "support?group=S") == 200
    assert status(PIA, "support?group=M") == 403


def test_a_catch_up_brings_what_is_mine_as_well(clients: Clients) -> None:
    bo = clients.sign_in(BO)
    caught_up = bo.get(f"/meetings/{OPEN}/panels/member").json
    mine = bo.get(f"/meetings/{OPEN}/me").json
    assert caught_up["me"] == mine["me"]
    assert caught_up["seq"] == mine["seq"]


def test_the_public_has_nothing_of_its_own_and_leaves_no_cookie(app: Flask) -> None:
    answer = app.test_client().get(f"/meetings/{OPEN}/snapshot.json")
    assert sorted(answer.json) == ["panels", "seats", "seq"]
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "public, max-age=1, stale-while-revalidate=5"


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/meetings/99/snapshot.json", 404),
        ("/meetings/99/panels/member", 403),
        (f"/meetings/{OPEN}/panels/everybody", 400),
        (f"/meetings/{OPEN}/panels/member?language=xx", 400),
        (f"/meetings/{OPEN}/panels/support?group={'S' * 100}", 400),
        (f"/meetings/{2**63}/panels/member", 404),
        (f"/meetings/{2**63}/snapshot.json", 404),
        (f"/meetings/{2**63}/me", 404),
    ],
)
def test_forged_addresses_are_refused_plainly(clients: Clients, url: str, status: int) -> None:
    assert clients.sign_in(BO).get(url).status_code == status


def test_whoever_waits_for_a_restart_is_told(app: Flask) -> None:
    probe = app.test_client()
    assert probe.get("/healthz").status_code == 200
    app.extensions["draining"] = True
    assert probe.get("/healthz").status_code == 503
