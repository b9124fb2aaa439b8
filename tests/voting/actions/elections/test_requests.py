"""A proportional election is asked for: counted, noted, and held on ballot papers (LPV 2–3)."""

from typing import Any

import pytest

from tests.voting.chambers import ELECTION, Chamber
from tests.worlds import ANNA, BO, KLARA

URL = f"/items/{ELECTION}/proportional-requests"
COMMITTEE = {"election": "committee", "whom": "members", "places": 6}


@pytest.fixture
def election(chamber: Chamber) -> Chamber:
    chamber.turn_to(ELECTION)
    chamber.propose("adopt", "Bo Bok (V) väljs", item=ELECTION)
    return chamber


def note(chamber: Chamber, by: int = ANNA, **form: Any) -> tuple[int, str]:
    return chamber.said(by, "POST", URL, **(COMMITTEE | {"asked": 3} | form))


def test_the_law_is_told_with_the_figures(election: Chamber) -> None:
    """21 present and 6 places: three are enough."""
    assert note(election) == (200, "")
    told = election.last()
    assert told == {
        "request_id": 1,
        "item_id": ELECTION,
        "election": "committee",
        "places": 6,
        "asked": 3,
        "present": 21,
        "needed": 3,
        "reason": "ENOUGH",
        "members_proportional": None,
    }


def test_a_proportional_election_is_not_decided_by_voice(election: Chamber) -> None:
    note(election)
    said = (409, "Valet är proportionellt och avgörs med valsedlar (lagen 2022:629).")
    by_ear = {"text": "Bo Bok (V) väljs", "how": "unopposed", "proposal": 1}
    assert election.said(ANNA, "POST", f"/items/{ELECTION}/decisions", **by_ear) == said
    assert election.said(ANNA, "POST", f"/items/{ELECTION}/acclamations") == said
    counted = {"text": "Bo Bok (V) väljs", "how": "ballot"}
    assert election.said(ANNA, "POST", f"/items/{ELECTION}/decisions", **counted) == (200, "")
    assert note(election) == (409, "Valet är redan avgjort.")


def test_asked_for_in_the_middle_of_the_question_it_stops_the_gavel(election: Chamber) -> None:
    put = election.post(ANNA, f"/items/{ELECTION}/acclamations")
    assert election.put(ANNA, f"/acclamations/{put}/finding", proposal=1) == 200
    note(election)
    by_ear = {"text": "Bo Bok (V) väljs", "how": "acclamation", "proposal": 1}
    assert election.kind(ANNA, "POST", f"/items/{ELECTION}/decisions", **by_ear) == "RuleBroken"


def test_it_may_still_be_put_off_by_voice(election: Chamber) -> None:
    note(election)
    election.propose("table", "Valet bordläggs", person=BO, item=ELECTION)
    assert election.post(ANNA, f"/items/{ELECTION}/acclamations")
    assert election.last()["question_kind"] == "table"


def test_counted_again_the_latest_figure_counts(election: Chamber) -> None:
    note(election)
    assert note(election, asked=2) == (200, "")
    assert election.last()["reason"] == "TOO_FEW"
    assert election.post(ANNA, f"/items/{ELECTION}/acclamations")


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ({"election": "presidium"}, "NOT_LISTED"),
        ({"excepted": 1}, "NOT_LISTED"),
        ({"whom": "substitutes_after_majority"}, "MEMBERS_NOT_PROPORTIONAL"),
        ({"whom": "substitutes_after_proportional"}, "ENOUGH"),
    ],
)
def test_however_many_ask_only_some_elections_are_proportional(
    election: Chamber, form: dict[str, Any], reason: str
) -> None:
    assert note(election, asked=21, **form) == (200, "")
    assert election.last()["reason"] == reason


@pytest.mark.parametrize(
    ("form", "status", "said"),
    [
        ({"asked": 22}, 400, "Bara 21 är närvarande."),
        ({"places": 0}, 400, "Skriv hur många som ska väljas."),
        ({"election": "auditors", "excepted": 1}, 400, "Bara en nämnd kan vara undantagen"),
        ({"by": BO}, 403, "Bara ordföranden eller sekreteraren antecknar begäran."),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_noted(
    election: Chamber, form: dict[str, Any], status: int, said: str
) -> None:
    refused = note(election, **form)
    assert (refused[0], refused[1][: len(said)]) == (status, said)
    assert "election.requested" not in election.kinds()


def test_nothing_but_an_election_is_proportional(chamber: Chamber) -> None:
    refused = chamber.said(KLARA, "POST", "/items/3/proportional-requests", **COMMITTEE, asked=3)
    assert refused == (409, "Bara ett val kan vara proportionellt.")
