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
