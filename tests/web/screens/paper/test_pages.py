"""The pages of an election on paper: no teller sees what the other has written."""

from tests.voting.actions.paper.polling import OK, Polling
from tests.worlds import ANNA, BEA, BO, KLARA, OPEN
from web.screens.chair.scene import scene_of
from web.screens.chair.script import script


def page(polling: Polling, person: int, path: str) -> tuple[int, str]:
    client = polling.chamber.clients.sign_in(person)
    answer = client.get(f"/meetings/{OPEN}{path}")
    return answer.status_code, answer.get_data(as_text=True)


def at(what: str) -> str:
    return f"/elections/1/{what}"


def test_those_who_lead_and_count_have_the_page_and_nobody_else(polling: Polling) -> None:
    said = [page(polling, person, at("paper"))[0] for person in (ANNA, KLARA, BEA, BO)]
    assert said == [200, 200, 200, 403]
    said = [page(polling, person, at("count"))[0] for person in (ANNA, KLARA, BEA, BO)]
    assert said == [403, 403, 200, 403]


def test_a_teller_never_sees_the_figures_of_the_other(polling: Polling) -> None:
    polling.close()
    polling.unopened(14, 14)
    polling.sorted({"1": 13, "2": 1}, {"1": 12, "2": 2})
    told = page(polling, BEA, at("count"))[1]
    assert 'value="13"' in told
    assert 'value="12"' not in told
    assert "<b>Eva Ek</b>" in told


def test_the_slips_are_printed_by_the_office(polling: Polling) -> None:
    client = polling.chamber.clients.sign_in(KLARA)
    answer = client.get(f"/meetings/{OPEN}/elections/1/slips.pdf?copies=2")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert page(polling, KLARA, at("slips.pdf?copies=999"))[0] == 400
    assert page(polling, BO, at("slips.pdf"))[0] == 403


def test_the_protocol_is_everybodys_when_the_result_is_declared(polling: Polling) -> None:
    polling.close()
    assert page(polling, ANNA, at("protocol"))[0] == 404
    polling.unopened(14, 14)
    polling.sorted({"1": 8, "2": 6})
    assert [page(polling, each, at("protocol"))[0] for each in (BEA, BO)] == [200, 403]
    assert polling.said(ANNA, "PUT", "/result") == OK
    assert page(polling, BO, at("protocol"))[0] == 200


def test_the_way_from_the_members_page_leads_to_the_count(polling: Polling) -> None:
    client = polling.chamber.clients.sign_in(BEA)
    assert client.get(f"/meetings/{OPEN}/count").location == f"/meetings/{OPEN}/elections/1/count"


def test_the_chair_is_led_from_the_urn_to_the_gavel(polling: Polling) -> None:
    def button() -> str:
        app = polling.chamber.app
        with app.test_request_context(), polling.chamber.database.reading() as session:
            act = script(scene_of(session, OPEN)).act
            return act.label if act else ""

    assert button() == "Avsluta debatten"
    polling.open()
    assert button() == "Stäng urnan"
    polling.vote(14)
    polling.said(ANNA, "PUT", "/urn/closing")
    assert button() == ""
    polling.unopened(14, 14)
    polling.sorted({"1": 8, "2": 6})
    assert button() == "Fastställ resultatet"
    polling.said(ANNA, "PUT", "/result")
    assert button() == "Klubba valet"
