"""Two groups note that two absences even out; nobody else ever sees it (KVITT-1)."""

from core.actor import Audience, Onlooker
from meetings.queries.pairings import pairs
from tests.meetings.halls import Hall
from tests.worlds import ANNA, BO, KLARA, OPEN, PIA

OWN = 6  # sits for S, as Pia's group does
NOT_OWN = (403, "Stödplatsen hjälper bara ledamöter i den egna gruppen.")


def note_pairing(hall: Hall, by: int = PIA, person: int = OWN, other: int = BO) -> tuple[int, str]:
    return hall.said(by, "POST", "/pairings", person=person, other=other)


def noted(hall: Hall, group: str | None) -> list[tuple[str, str]]:
    with hall.database.reading() as session:
        return [(pair.one.name, pair.other.name) for pair in pairs(session, OPEN, group)]


def test_both_groups_and_the_office_see_it_and_it_leaves_no_trace(hall: Hall) -> None:
    assert note_pairing(hall) == (200, "")
    pair = [("Ledamot 6", "Bo Bok")]
    assert [noted(hall, group) for group in ("S", "V", None, "M")] == [pair, pair, pair, []]
    assert hall.kinds() == []
    live = hall.app.extensions["live"]
    seen = {
        audience: "".join(live.view(OPEN, Onlooker(audience))["panels"].values())
        for audience in Audience
        if audience is not Audience.SUPPORT
    }
    assert [audience for audience, page in seen.items() if "vittning" in page] == []


def test_nobody_is_barred_by_it(hall: Hall) -> None:
    note_pairing(hall)
    assert hall.post(BO, "/requests", item=3, kind="speech")


def test_each_is_paired_once_and_with_another_group(hall: Hall) -> None:
    note_pairing(hall)
    assert note_pairing(hall, person=ANNA) == (400, "Bo Bok är redan kvittad.")
    assert note_pairing(hall, other=4) == (400, "Ledamot 6 är redan kvittad.")
    assert note_pairing(hall, person=ANNA, other=11) == (
        400,
        "Kvittning görs med en ledamot i en annan grupp.",
    )


def test_a_secretary_pairs_those_of_the_own_group(hall: Hall) -> None:
    assert note_pairing(hall, person=BO, other=OWN) == NOT_OWN
    assert note_pairing(hall, by=KLARA, person=BO, other=4) == (200, "")
    struck = hall.said(PIA, "DELETE", "/pairings/1")
    assert struck == NOT_OWN


def test_either_group_strikes_it(hall: Hall) -> None:
    note_pairing(hall, by=KLARA, person=BO, other=OWN)
    assert hall.said(PIA, "DELETE", "/pairings/1") == (200, "")
    assert hall.kind(PIA, "DELETE", "/pairings/1") == "MovedOn"
    assert noted(hall, None) == []
