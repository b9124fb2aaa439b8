"""The permanent page of a vote: complete once it has closed, empty of figures before."""

from tests.voting.chambers import ITEM, QUESTION, answers
from tests.web.screens.member import reading
from tests.web.screens.square import Square
from tests.worlds import ANNA, BO, OPEN, SIV
from voting.models import Vote


def address(vote: int) -> str:
    return f"/meetings/{OPEN}/votes/{vote}"


def table(square: Square, vote: int, number: int) -> list[list[str]]:
    """The rows of one of the page's tables, cell by cell."""
    tables = [node for node in square.page(address(vote)).walk() if node.tag == "table"]
    rows = [node for node in tables[number].walk() if node.tag == "tr"]
    return [
        [reading.words(cell, {}) for cell in row.children if not isinstance(cell, str)]
        for row in rows
    ]


def headings(square: Square, vote: int) -> list[str]:
    return reading.lines(square.page(address(vote)), {}, "h1", "h2")


def test_before_it_closes_only_the_question_is_shown(square: Square) -> None:
    vote = square.ask_council()
    square.vote(vote, {2: "yes", BO: "no"})
    assert square.says(address(vote)) == (
        "Ärende 3. Ny simhall i Östra parken Votering pågår Resultatet visas här så snart "
        "voteringen är stängd. Frågan Ska simhallen byggas? Ja Simhallen byggs "
        "Nej Simhallen byggs inte Följ sammanträdet"
    )
    assert square.get(address(vote)).headers["Cache-Control"] == "no-cache"
    assert square.get(f"{address(vote)}.json").status_code == 404


def test_the_address_on_the_printed_page_can_be_typed_in(square: Square) -> None:
    vote = square.decide(answers(yes=12, no=9), **QUESTION)
    assert f"Sidans adress ändras inte. http://localhost{address(vote)}" in square.says(
        address(vote)
    )


def test_an_abandoned_vote_has_no_figures(square: Square) -> None:
    vote = square.ask_council()
    square.vote(vote, {2: "yes"})
    assert square.put(ANNA, f"/votes/{vote}/abandonment", reason="Fel fråga") == 200
    assert "Voteringen avbröts Inga röster räknas." in square.says(address(vote))


def test_a_vote_of_another_meeting_is_not_found(square: Square) -> None:
    vote = square.close_with(answers(yes=21))
    assert square.get(f"/meetings/2/votes/{vote}").status_code == 404


def test_the_heading_is_the_result_as_a_sentence(square: Square) -> None:
    vote = square.close_with(answers(yes=12, no=8, abstain=1))
    assert headings(square, vote) == [
        "Ja vann med 12 mot 8.",
        "Per parti",
        "Frågan, ordagrant",
        "Alla ledamöter",
    ]
    told = square.says(address(vote))
    assert "Ja 12 Nej 8 Avstår 1 Deltar inte 0" in told
    assert "Ska simhallen byggas? Ja Simhallen byggs Nej Simhallen byggs inte" in told


def test_each_party_has_its_row_and_those_outside_the_vote_are_counted(square: Square) -> None:
    square.empty([6])
    here = [seat for seat in range(1, 22) if seat != 6]
    vote = square.close_with({seat: "yes" if seat % 5 == 1 else "no" for seat in here})
    assert table(square, vote, 0) == [
        ["Parti", "Ja", "Nej", "Avstår", "Deltar inte"],
        ["S Parti S", "4", "0", "0", "1"],
        ["M Parti M", "0", "4", "0", "0"],
        ["V Parti V", "0", "4", "0", "0"],
        ["C Parti C", "0", "4", "0", "0"],
        ["L Parti L", "0", "4", "0", "0"],
        ["Summa", "4", "16", "0", "1"],
    ]


def test_every_member_is_named_with_vote_and_place(square: Square) -> None:
    square.empty([6])
    square.seat_substitute(BO, SIV)
    here = {seat: "yes" for seat in range(1, 22) if seat not in (BO, 6)} | {SIV: "abstain"}
    vote = square.close_with(here)
    rows = table(square, vote, 1)
    assert rows[0] == ["Namn och parti", "Röst", "Deltog"]
    assert [
        row for row in rows if row[0].startswith(("Anna", "Siv", "Ledamot 6", "Ledamot 9"))
    ] == [
        ["Anna Ask S", "Ja", "I salen"],
        ["Ledamot 6 S", "Frånvarande", "–"],
        ["Siv Sälg V tjänstgör för Bo Bok", "Avstår", "På distans"],
        ["Ledamot 9 C", "Ja", "På distans"],
    ]
    assert len(rows) == 22


def test_the_seat_map_shows_what_the_table_says(square: Square) -> None:
    vote = square.close_with(answers(yes=12, no=8, abstain=1))
    page = square.get(address(vote)).text
    counted = [page.count(f'data-vote="{letter}"') for letter in "jna."]
    assert counted == [12, 8, 1, 0]


def test_who_asked_when_and_who_broke_the_tie_are_told(square: Square) -> None:
    square.step_to("proposals")
    square.propose("adopt", "Bygg"), square.propose("reject", "Avslag", person=BO)
    square.post(ANNA, f"/items/{ITEM}/acclamations")
    square.post(BO, f"/items/{ITEM}/division-demands")
    vote = square.decide(answers(yes=10, no=10))
    assert headings(square, vote)[0] == "Lika röstetal, 10–10."
    assert "Utslagsröst" not in square.says(address(vote))
    square.put(ANNA, f"/votes/{vote}/casting-vote", choice="yes")
    told = square.says(address(vote))
    assert "Votering begärd av Bo Bok (V)" in told
    assert "Utslagsröst Ja, Anna Ask (S)" in told
    assert "Öppnades 14 december 2026 klockan 18.00.00" in told
    assert "Stängdes 14 december 2026 klockan 18.00.05" in told
    assert headings(square, vote)[0] == "Ja vann med utslagsrösten."


def test_a_share_that_was_needed_is_told(square: Square) -> None:
    square.propose("refer_back", "Återremiss", person=BO)
    vote = square.decide(answers(yes=14, no=7))
    assert headings(square, vote)[0] == "Ärendet återremitteras."
    told = square.says(address(vote))
    assert "7 av 21 begärde återremiss. Det räcker: en tredjedel av de närvarande." in told
    assert "Krävdes 7 av 21 närvarande" in told


def test_the_figures_can_be_fetched_as_data(square: Square) -> None:
    vote = square.close_with(answers(yes=21))
    page = square.get(address(vote)).text
    for kind in ("csv", "json"):
        assert f'href="{address(vote)}.{kind}"' in page
        assert square.get(f"{address(vote)}.{kind}").status_code == 200


def test_a_page_of_a_large_council_asks_no_more_questions(square: Square) -> None:
    """One statement per kind of thing: the rows are in the vote itself."""
    vote = square.close_with(answers(yes=21))
    first = square.statements(address(vote))
    with square.database.reading() as session:
        rows = session.get_one(Vote, vote).answers or []
    square.change(Vote, vote, answers=rows * 5)
    assert square.statements(address(vote)) == first
