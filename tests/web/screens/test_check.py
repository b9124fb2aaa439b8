from flask import Flask

from core import log
from councils.queries.access import faults_of
from tests.worlds import ANNA, BO, DAN, OPEN, Clients


def test_a_trial_vote_goes_the_whole_way_and_leaves_no_trace(app: Flask, clients: Clients) -> None:
    with app.extensions["database"].reading() as session:
        before = log.seq(session, OPEN)
    answer = clients.act(BO, "POST", f"/meetings/{OPEN}/trial-votes")
    assert (answer.status_code, answer.json["seq"]) == (200, before)
    with app.extensions["database"].reading() as session:
        assert (log.seq(session, OPEN), log.read(session, OPEN)) == (before, [])


def test_the_support_desk_is_told_what_did_not_work(app: Flask, clients: Clients) -> None:
    url = f"/meetings/{OPEN}/device-check"
    clients.act(BO, "PUT", url, fault=["microphone", "camera", "<script>"], vote_ms=120)
    clients.act(ANNA, "PUT", url, vote_ms=80)
    with app.extensions["database"].reading() as session:
        assert faults_of(session, OPEN) == {BO: ["camera", "microphone"]}
    clients.act(BO, "PUT", url, vote_ms=90)
    with app.extensions["database"].reading() as session:
        assert faults_of(session, OPEN) == {}


def test_the_door_is_never_locked_by_a_check(clients: Clients) -> None:
    page = clients.sign_in(BO).get(f"/meetings/{OPEN}/check").text
    assert f'href="/meetings/{OPEN}/member" id="enter"' in page
    assert "Gå in ändå" in page


def test_in_the_hall_neither_camera_nor_microphone_is_asked_for(clients: Clients) -> None:
    hall = clients.sign_in(ANNA).get(f"/meetings/{OPEN}/check").text
    distance = clients.sign_in(BO).get(f"/meetings/{OPEN}/check").text
    assert ('id="check-camera"' in hall, 'id="check-camera"' in distance) == (False, True)
    assert 'data-without="camera microphone"' in hall


def test_the_meeting_of_another_council_cannot_be_checked_in_to(clients: Clients) -> None:
    assert clients.sign_in(DAN).get(f"/meetings/{OPEN}/check").status_code == 404
    assert clients.act(DAN, "POST", f"/meetings/{OPEN}/trial-votes").status_code == 404
