import csv
import io
from typing import Any

from agenda.models import Item
from meetings.models import Seat
from tests.voting.chambers import ITEM, Chamber, answers
from tests.worlds import ANNA, BO, OPEN, PLANNED, SIV
from voting.queries.results import PartyRow, Result, result
from voting.queries.words import explanation, heading, requirement, says_all


def looked_up(chamber: Chamber, vote: int) -> Result:
    with chamber.database.reading() as session:
        return result(session, OPEN, vote)


def fetched(chamber: Chamber, vote: int, kind: str = "json") -> Any:
    """Without signing in."""
    url = f"/meetings/{chamber.meeting}/votes/{vote}.{kind}"
    return chamber.app.test_client().get(url, headers={"Accept": "application/json"})


def told(chamber: Chamber, given: dict[int, str], **form: Any) -> list[tuple[str, str]]:
    vote = chamber.ask(**form)
    chamber.vote(vote, given)
    chamber.close(vote)
    found = looked_up(chamber, vote)
    return [(heading(found, each), explanation(found, each)) for each in ("sv", "en")]


def test_nobody_sees_a_result_before_the_vote_is_closed(chamber: Chamber) -> None:
    vote = chamber.ask()
    chamber.vote(vote, {BO: "yes"})
    for kind in ("json", "csv"):
        answer = fetched(chamber, vote, kind)
        assert (answer.status_code, answer.json["error"]) == (
            404,
            "Resultatet visas när voteringen är stängd.",
        )
    chamber.close(vote)
    assert fetched(chamber, vote).status_code == 200
    assert fetched(chamber, vote + 1).status_code == 404
    chamber.meeting = PLANNED
    assert fetched(chamber, vote).status_code == 404


def test_an_abandoned_vote_has_no_result(chamber: Chamber) -> None:
    vote = chamber.ask()
    assert chamber.put(ANNA, f"/votes/{vote}/abandonment", reason="Fel fråga") == 200
    assert fetched(chamber, vote).status_code == 404


def test_the_whole_record_is_open_data(chamber: Chamber) -> None:
    chamber.seat_substitute(3, SIV)
    chamber.empty([4])
    vote = chamber.ask()
    chamber.vote(vote, {2: "yes", SIV: "no", 5: "yes"})
    chamber.close(vote)
    told = fetched(chamber, vote).json
    seats = told.pop("answers")
    assert told == {
        "council": "Lillköpings kommunfullmäktige",
        "meeting": {"id": OPEN, "date": "2026-12-14", "rehearsal": False},
        "item": {
            "id": ITEM,
            "number": 3,
            "title": "Ny simhall i Östra parken",
            "kind": "decision",
        },
        "vote": {
            "id": vote,
            "number": 1,
            "kind": "main",
            "majority": "simple",
            "question": "Ska simhallen byggas?",
            "yes_means": "Simhallen byggs",
            "no_means": "Simhallen byggs inte",
            "demanded_by": None,
            "opened_at": "2026-12-14T17:00:00.000+00:00",
            "closed_at": "2026-12-14T17:00:05.000+00:00",
        },
        "figures": {
            "yes": 2,
            "no": 1,
            "abstain": 0,
            "absent": 18,
            "present": 20,
            "needed": None,
        },
        "outcome": "yes",
        "carried_by": "majority",
        "casting_vote": None,
        "words": {
            "sv": {
                "heading": "Ja vann med 2 mot 1.",
                "why": "Flest röster avgör. De som avstår räknas inte.",
            },
            "en": {
                "heading": "Yes won by 2 to 1.",
                "why": "The most votes win. Abstentions are not counted.",
            },
        },
        "parties": [
            {"party": "S", "yes": 0, "no": 0, "abstain": 0, "not_taking_part": 0, "absent": 5},
            {"party": "M", "yes": 1, "no": 0, "abstain": 0, "not_taking_part": 0, "absent": 3},
            {"party": "V", "yes": 0, "no": 1, "abstain": 0, "not_taking_part": 0, "absent": 3},
            {"party": "C", "yes": 0, "no": 0, "abstain": 0, "not_taking_part": 0, "absent": 4},
            {"party": "L", "yes": 1, "no": 0, "abstain": 0, "not_taking_part": 0, "absent": 3},
        ],
    }
    assert seats[2:4] == [
        {
            "seat": 3,
            "name": "Siv Sälg",
            "party": "V",
            "choice": "no",
            "mode": "remote",
            "for": "Bo Bok",
        },
        {
            "seat": 4,
            "name": "Ledamot 4",
            "party": "C",
            "choice": "absent",
            "mode": None,
            "for": None,
        },
    ]
    assert len(seats) == 21


def test_the_csv_can_be_imported_again_and_says_why_somebody_is_missing(
    chamber: Chamber,
) -> None:
    chamber.change(Seat, (OPEN, 5), recused_id=5, serving_id=None, mode=None)
    vote = chamber.ask()
    chamber.vote(vote, {2: "yes", 3: "abstain"})
    chamber.close(vote)
    answer = fetched(chamber, vote, "csv")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="votering-1-{vote}.csv"'
    text = answer.data.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[:6] == [
        ["ärende", "fråga", "plats", "namn", "parti", "röst", "deltar", "för", "utan svar"],
        ["3", "1", "1", "Anna Ask", "S", "frånvarande", "sal", "", "svarade inte"],
        ["3", "1", "2", "Bea Björk", "M", "ja", "sal", "", ""],
        ["3", "1", "3", "Bo Bok", "V", "avstår", "distans", "", ""],
        ["3", "1", "4", "Ledamot 4", "C", "frånvarande", "sal", "", "svarade inte"],
        ["3", "1", "5", "Ledamot 5", "L", "frånvarande", "", "", "jäv"],
    ]
    assert len(rows) == 22


def test_a_minoritys_victory_says_why_it_is_enough(chamber: Chamber) -> None:
    chamber.propose("adopt")
    chamber.propose("refer_back", person=BO)
    vote = chamber.decide(answers(yes=13, no=7, abstain=1))
    found = looked_up(chamber, vote)
    assert (heading(found), explanation(found)) == (
        "Ärendet återremitteras.",
        "7 av 21 begärde återremiss. Det räcker: en tredjedel av de närvarande.",
    )
    assert (heading(found, "en"), explanation(found, "en")) == (
        "The item is referred back.",
        "7 of 21 asked for referral back. That is enough: one third of those present.",
    )
    assert found.decided == "Ärendet återremitteras: Refer_back – yrkande av Ledamot 3"


def test_one_too_few_is_told_with_what_was_needed(chamber: Chamber) -> None:
    chamber.propose("table", person=BO)
    vote = chamber.decide(answers(yes=14, no=6))
    found = looked_up(chamber, vote)
    assert (heading(found), explanation(found)) == (
        "Ärendet avgörs i dag.",
        "6 av 21 begärde bordläggning. Det räcker inte: minst 7 behövs.",
    )


def test_a_majority_for_putting_off_is_more_than_a_third(chamber: Chamber) -> None:
    chamber.propose("table", person=BO)
    vote = chamber.decide(answers(yes=8, no=12))
    assert explanation(looked_up(chamber, vote)) == (
        "12 av 21 begärde bordläggning. Det är fler än de som vill avgöra ärendet i dag."
    )


def test_shares_are_told_in_words(chamber: Chamber) -> None:
    special = {"majority": "two_thirds", "confirmed": 1, "reason": "Enligt lag"}
    assert told(chamber, answers(yes=14, no=6), **special)[0] == (
        "Ja vann med 14 mot 6.",
        "14 av 21 närvarande röstade ja. Det räcker: två tredjedelar av de närvarande.",
    )
    assert told(chamber, answers(yes=13, no=7), **special)[0] == (
        "Förslaget föll med 13 mot 7.",
        "13 av 21 närvarande röstade ja. Det räcker inte: minst 14 behövs.",
    )
    assert told(chamber, answers(yes=20, abstain=1), majority="all") == [
        (
            "Förslaget föll med 20 mot 0.",
            "20 av 21 närvarande röstade ja. Det räcker inte: alla närvarande måste vara överens.",
        ),
        (
            "The proposal fell, 20 to 0.",
            "20 of 21 present voted yes. That is not enough: all who are present must agree.",
        ),
    ]


def test_a_referendum_is_held_though_no_got_the_most_votes(chamber: Chamber) -> None:
    """KL 5:37: the same words in the heading, in the data and on the page."""
    chamber.change(Item, ITEM, special="popular_initiative")
    vote = chamber.decide(answers(yes=5, no=13, abstain=3))
    found = looked_up(chamber, vote)
    assert [(heading(found, each), explanation(found, each)) for each in ("sv", "en")] == [
        (
            "Folkomröstning ska hållas.",
            "13 av 21 närvarande röstade nej. Det räcker inte: minst 14 behövs.",
        ),
        (
            "The referendum is held.",
            "13 of 21 present voted no. That is not enough: at least 14 are needed.",
        ),
    ]
    assert (found.decided, says_all(found)) == ("Folkomröstning ska hållas", True)
    told = fetched(chamber, vote, "json").json
    assert (told["vote"]["majority"], told["outcome"], told["carried_by"]) == (
        "two_thirds_against",
        "yes",
        None,
    )
    assert (told["figures"]["present"], told["figures"]["needed"]) == (21, 14)
    assert told["words"]["sv"]["heading"] == "Folkomröstning ska hållas."


def test_what_the_law_asks_for_is_told_before_the_vote(chamber: Chamber) -> None:
    chamber.change(Item, ITEM, special="popular_initiative")
    vote = chamber.row_of(chamber.open_vote())
    assert [requirement(vote, 21, each) for each in ("sv", "en")] == [
        "För nej krävs två tredjedelar: minst 14 av 21 närvarande.",
        "No needs two thirds: at least 14 of 21 present.",
    ]


def test_an_even_vote_says_who_decides_and_then_who_did(chamber: Chamber) -> None:
    assert told(chamber, {2: "yes", 3: "no"})[0] == (
        "Lika röstetal, 1–1.",
        "Lika röstetal, 1–1. Ordförandens utslagsröst avgör.",
    )
    assert chamber.put(ANNA, "/votes/1/casting-vote", choice="no") == 200
    found = looked_up(chamber, 1)
    assert (heading(found), explanation(found), found.casting_by) == (
        "Nej vann med utslagsrösten.",
        "Lika röstetal, 1–1. Ordförandens utslagsröst avgjorde: nej.",
        "Anna Ask",
    )
    assert fetched(chamber, 1).json["casting_vote"] == {"choice": "no", "by": "Anna Ask"}


def test_who_takes_no_part_has_a_column_of_its_own(chamber: Chamber) -> None:
    chamber.post(8, "/items/3/statements", kind="not_taking_part")
    vote = chamber.ask()
    chamber.vote(vote, {3: "yes", 13: "no", 18: "abstain"})
    chamber.close(vote)
    assert looked_up(chamber, vote).parties[2] == PartyRow("V", "#AF1E1E", 1, 1, 1, 1, 0)
