"""INC-4: corrections are new decisions, never edits (`edit_minutes`).

INC-5: no row without party (`open_result`).
"""

from typing import Any

import pytest

from tests.meetings.evenings import POOL, Evening
from tests.web.screens.member import reading
from tests.worlds import KLARA, PARTIES, PLANNED

HERE = f"/meetings/{PLANNED}"
ANSWERS = {seat: "yes" if seat % 3 else "no" for seat in range(1, 22)}


@pytest.fixture
def decided(evening: Evening) -> Evening:
    """Everybody votes, the chair too, and the minutes are published."""
    evening.begin()
    evening.choose()
    evening.decide(POOL, "att bygga simhallen.", ANSWERS)
    evening.end()
    version = evening.approve()
    assert evening.put(KLARA, f"/minutes/versions/{version}/publication") == 200
    return evening


def test_every_vote_in_the_minutes_stands_under_a_party(decided: Evening) -> None:
    told: Any = decided.app.test_client().get(f"{HERE}/minutes/published/1.json").json
    tables = [one for one in told["blocks"] if one["kind"] == "table"]
    votes = [one for one in tables if one["text"].startswith("Votering 1")]
    assert [one["text"] for one in votes] == [f"Votering 1, {party}" for party in sorted(PARTIES)]
    assert sum(len(one["rows"]) - 1 for one in votes) == 21


def test_everybody_who_served_stands_with_a_party(decided: Evening) -> None:
    told: Any = decided.app.test_client().get(f"{HERE}/minutes/published/1.json").json
    served = next(one for one in told["blocks"] if one["kind"] == "table")["rows"][1:]
    parties = {name.rpartition(" (")[2].rstrip(")") for _seat, name, *_rest in served}
    assert (len(served), parties) == (21, set(PARTIES))


def test_no_row_of_a_result_is_without_party(decided: Evening) -> None:
    told: Any = decided.app.test_client().get(f"{HERE}/votes/1.json").json
    assert {row["party"] for row in told["answers"]} == set(PARTIES)
    page = reading.parse(decided.app.test_client().get(f"{HERE}/votes/1").text)
    [table] = [one for one in page.walk() if "table--rows" in (one.attributes.get("class") or "")]
    heads = [one for one in table.walk() if one.attributes.get("scope") == "row"]
    names = [reading.words(one, {}).split() for one in heads]
    assert len(names) == 21
    assert [name for name in names if name[-1] not in PARTIES] == []


def test_a_decision_of_an_approved_meeting_is_corrected_by_a_new_one(decided: Evening) -> None:
    url = f"/minutes/texts/item:{POOL}"
    refused = "Protokollet är justerat. En rättelse görs med ett nytt beslut."
    assert decided.said(KLARA, "PUT", url, text="Rättat", version=0) == (409, refused)
    assert decided.delete(1, "/decisions/1") == 409
    assert decided.put(KLARA, f"/items/{POOL}/opening") == 409
    page = decided.clients.sign_in(KLARA).get(f"{HERE}/minutes").text
    assert "Det som blivit fel rättas med ett nytt beslut." in page
    assert "minutes-editor" not in page
