"""Elections on ballots are planned, nominated in, held in another way and given up (KL 5:53–58)."""

from typing import Any

import pytest
from sqlalchemy import select

from tests.voting.chambers import ELECTION, ITEM, Chamber
from tests.worlds import ANNA, BO, DAN, KLARA, PIA, SIV
from voting.models import Election, ElectionStep, Nomination
from voting.queries.elections.standing import warnings_of

COMMITTEE = {"part": "one", "title": "Val av ordförande i nämnden", "places": 1}
PLAN = COMMITTEE | {"election": "committee", "method": "paper"}
PLANNED = 1


def plan(chamber: Chamber, by: int = ANNA, item: int = ELECTION, **form: Any) -> tuple[int, str]:
    return chamber.said(by, "POST", f"/items/{item}/elections", **PLAN | form)


def nominate(chamber: Chamber, by: int, names: str, **form: Any) -> tuple[int, str]:
    return chamber.said(by, "POST", f"/elections/{PLANNED}/nominations", names=names, **form)


def answers(chamber: Chamber, election: int = PLANNED) -> list[str]:
    with chamber.database.reading() as session:
        standing = select(Nomination.text).where(
            Nomination.election_id == election, Nomination.withdrawn_at.is_(None)
        )
        return list(session.scalars(standing.order_by(Nomination.place)))


def election(chamber: Chamber, number: int = PLANNED) -> Election:
    with chamber.database.reading() as session:
        return session.get_one(Election, number)


@pytest.fixture
def planned(chamber: Chamber) -> Chamber:
    assert plan(chamber) == (200, "")
    return chamber


def test_the_valberedning_hands_in_a_list_and_a_member_adds_a_name(planned: Chamber) -> None:
    assert nominate(planned, KLARA, "Eva Ek\n2. Ola Ort", body="valberedningen") == (200, "")
    assert nominate(planned, BO, "Bo Bok", designation="V", person=BO) == (200, "")
    assert answers(planned) == ["Eva Ek", "Ola Ort", "Bo Bok (V)"]
    assert planned.last() == {
        "election_id": PLANNED,
        "item_id": ELECTION,
        "title": "Val av ordförande i nämnden",
        "nominated": [
            {
                "nomination_id": 3,
                "place": 3,
                "text": "Bo Bok (V)",
                "names": ["Bo Bok"],
                "designation": "V",
                "person_id": BO,
            }
        ],
        "nominator": "Bo Bok",
    }


def test_a_nomination_is_taken_back_by_whoever_made_it(planned: Chamber) -> None:
    nominate(planned, BO, "Bo Bok\nEva Ek")
    url = f"/elections/{PLANNED}/nominations"
    assert planned.said(PIA, "DELETE", f"{url}/1")[0] == 403
    assert planned.said(BO, "DELETE", f"{url}/1") == (200, "")
    assert planned.said(ANNA, "DELETE", f"{url}/2") == (200, "")
    assert planned.said(BO, "DELETE", f"{url}/9")[0] == 404
    assert answers(planned) == []


@pytest.mark.parametrize(
    ("by", "form", "status"),
    [
        (BO, {}, 403),
        (ANNA, {"item": ITEM}, 409),
        (ANNA, {"places": 0}, 400),
        (ANNA, {"places": 201}, 400),
        (ANNA, {"method": "by_shouting"}, 400),
        (ANNA, {"method": "digital_secret"}, 409),
        (ANNA, {"item": 999}, 404),
    ],
)
def test_what_cannot_be_planned(
    chamber: Chamber, by: int, form: dict[str, Any], status: int
) -> None:
    assert plan(chamber, by, **form)[0] == status


def test_one_election_for_each_part(planned: Chamber) -> None:
    assert plan(planned) == (409, "Det valet är redan planerat.")
    assert plan(planned, part="members") == (200, "")
    assert plan(planned, part="substitutes", places=3) == (200, "")


@pytest.mark.parametrize("by", [SIV, PIA, DAN])
def test_only_those_who_serve_nominate(planned: Chamber, by: int) -> None:
    assert nominate(planned, by, "Eva Ek")[0] == 403
    assert answers(planned) == []


def test_abandoned_it_is_held_again_on_paper_with_the_same_names(planned: Chamber) -> None:
    nominate(planned, BO, "Bo Bok\nEva Ek")
    planned.said(BO, "DELETE", f"/elections/{PLANNED}/nominations/1")
    url = f"/elections/{PLANNED}/abandonment"
    assert planned.said(KLARA, "PUT", url, reason="Fel", on_paper=1)[0] == 403
    assert planned.said(ANNA, "PUT", url, reason=" ", on_paper=1)[0] == 400
    assert planned.said(ANNA, "PUT", url, reason="Fel lista", on_paper=1) == (200, "")
    assert planned.said(ANNA, "PUT", url, reason="Igen")[0] == 409
    assert (election(planned).state, election(planned, 2).state) == ("abandoned", "draft")
    assert answers(planned, 2) == ["Eva Ek"]
    with planned.database.reading() as session:
        taken = session.execute(select(ElectionStep.election_id, ElectionStep.reason)).all()
    assert [tuple(row) for row in taken] == [(1, None), (1, "Fel lista"), (2, None)]


def test_asked_for_in_time_the_election_becomes_proportional(planned: Chamber) -> None:
    """Nominated persons are no lists, so it is planned anew."""
    planned.turn_to(ELECTION)
    asked = {"election": "committee", "whom": "members", "places": 6, "asked": 3}
    assert planned.post(ANNA, f"/items/{ELECTION}/proportional-requests", **asked)
    assert election(planned).state == "abandoned"
    assert plan(planned, part="members") == (
        400,
        "Begäran om proportionellt val gällde 6 platser i ett annat val.",
    )
    assert plan(planned, part="members", places=6) == (200, "")
    assert election(planned, 2).is_proportional
    lists = f"/elections/{2}/nominations"
    assert planned.said(BO, "POST", lists, names="Bo Bok\nEva Ek")[0] == 400
    listed = {"names": "Bo Bok\nEva Ek", "designation": "Samling"}
    assert planned.said(BO, "POST", lists, **listed) == (200, "")
    assert answers(planned, 2) == ["Samling: 1. Bo Bok, 2. Eva Ek"]


def test_the_chair_is_told_what_the_register_knows(planned: Chamber) -> None:
    nominate(planned, ANNA, "Klara Klerk\nÖrjan Ö\nBo Bok")
    with planned.database.reading() as session:
        told = warnings_of(session, session.get_one(Election, PLANNED), council_id=1)
    assert told == (
        "Finns inte i registret: Örjan Ö. Är de valbara (4 kap. 3 § kommunallagen)?",
        "Är anställda: Klara Klerk. Är de valbara?",
    )
