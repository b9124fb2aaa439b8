"""Tidigare sammanträden: by year, and by what somebody looks for."""

from agenda.models import Item
from core import clock, log
from meetings.models import Meeting, Speech
from tests.voting.chambers import ITEM
from tests.web.screens.member import reading
from tests.web.screens.square import Square
from tests.worlds import BO, OPEN
from voting.models import Decision

ADDRESS = "/councils/1/archive"
EARLIER = 3


def held(square: Square, number: int, date: str, title: str) -> None:
    """An earlier meeting with one item."""
    meeting = Meeting(id=number, council_id=1, title="Kommunfullmäktige", seats=21, procedure={})
    meeting.date, meeting.starts = date, "18:00"
    meeting.convened_at = meeting.opened_at = meeting.roll_called_at = f"{date}T17:00:00.000+00:00"
    meeting.closed_at = f"{date}T20:30:00.000+00:00"
    item = Item(
        id=100 + number, meeting_id=number, position=1, number=1, title=title, kind="decision"
    )
    with square.database.writing() as session, session.begin():
        session.add(meeting)
        log.begin(session, number)
        session.flush()
        session.add(item)


def decide(square: Square, meeting: int, item: int, text: str) -> None:
    decision = Decision(meeting_id=meeting, item_id=item, text=text, how="acclamation")
    decision.step_before, decision.at, decision.standing_at = "debate", clock.now(), clock.now()
    square.add(decision)


def speak(square: Square, item: int, person: int) -> None:
    speech = Speech(meeting_id=OPEN, item_id=item, person_id=person, kind="speech", mode="hall")
    speech.started_at = speech.ended_at = clock.now()
    square.add(speech)


def cards(square: Square, query: str = "") -> list[str]:
    page = square.page(f"{ADDRESS}{query}")
    return [reading.words(node, {}) for node in page.walk() if node.tag == "article"]


def test_only_what_has_been_announced_is_in_the_archive(square: Square) -> None:
    assert cards(square) == [
        "14 december 2026Pågår Kommunfullmäktige · 18.00 · 6 ärenden "
        "Följ direkt Ärenden och beslut Närvaro"
    ]


def test_the_latest_year_is_shown_and_the_others_are_a_press_away(square: Square) -> None:
    held(square, EARLIER, "2025-11-24", "Budget 2026")
    decide(square, EARLIER, 103, "Budgeten antas.")
    assert [card[:16] for card in cards(square)] == ["14 december 2026"]
    assert cards(square, "?year=2025") == [
        "24 november 2025 Kommunfullmäktige · 18.00–21.30 · 1 ärende · 1 beslut "
        "Ärenden och beslut Närvaro"
    ]
    assert [card[:16] for card in cards(square, "?year=1066")] == ["14 december 2026"]


def test_a_word_finds_items_in_every_year_whatever_the_size_of_its_letters(square: Square) -> None:
    held(square, EARLIER, "2025-11-24", "Översyn av simhallens öppettider")
    decide(square, EARLIER, 103, "Öppettiderna utökas.")
    found = cards(square, "?q=SIMHALL")
    assert [card.split(" Kommun")[0] for card in found] == [
        "14 december 2026Pågår",
        "24 november 2025",
    ]
    assert cards(square, "?q=översyn ÖPPETTIDERNA") == [
        "24 november 2025 Kommunfullmäktige · 18.00–21.30 · 1 ärende · 1 beslut "
        "1. Översyn av simhallens öppettider Öppettiderna utökas. Ärenden och beslut Närvaro"
    ]


def test_those_who_spoke_are_found_by_name(square: Square) -> None:
    speak(square, 4, BO)
    assert len(cards(square, "?q=bo bok")) == 1
    assert "4. Motion om fria bussar Anföranden: Bo Bok (V)" in cards(square, "?q=bo bok")[0]


def test_who_spoke_behind_closed_doors_is_not_found(square: Square) -> None:
    speak(square, ITEM, BO)
    square.close_doors()
    assert cards(square, "?q=bok") == []
    assert "Bo Bok" not in cards(square, "?q=simhall")[0]


def test_a_decision_taken_back_is_not_found(square: Square) -> None:
    decide(square, OPEN, ITEM, "Den byggs av trä.")
    assert len(cards(square, "?q=trä")) == 1
    square.change(Decision, 1, undone_at=clock.now())
    assert cards(square, "?q=trä") == []


def test_nothing_found_is_said_and_what_to_do(square: Square) -> None:
    told = square.says(f"{ADDRESS}?q=raketer")
    assert told.endswith("Inget för ”raketer” Pröva ett annat ord, eller en del av ordet.")


def test_the_signs_of_the_search_itself_are_only_signs(square: Square) -> None:
    square.change(Item, 4, title="Avgift 100 % och A_B \\ C")
    for asked in ("100 %25", "A_B", "%5C"):
        found = cards(square, f"?q={asked}")
        assert [card.count("4. Avgift 100 % och A_B \\ C") for card in found] == [1]
    assert cards(square, "?q=A%25B") == []


def test_many_hits_are_cut_and_it_is_said(square: Square) -> None:
    held(square, EARLIER, "2025-11-24", "Val 0")
    with square.database.writing() as session, session.begin():
        for number in range(1, 60):
            item = Item(meeting_id=EARLIER, position=number + 1, number=number, kind="election")
            item.title = f"Val {number}"
            session.add(item)
    told = square.says(f"{ADDRESS}?q=val&year=2025")
    assert "50 ärenden för ”val” 2025 Det finns fler. Lägg till ett ord eller välj ett år." in told


def test_a_search_costs_the_same_whatever_it_finds(square: Square) -> None:
    costs = set()
    for number, date in ((3, "2025-11-24"), (4, "2024-11-25"), (5, "2023-11-27")):
        held(square, number, date, "Ny simhall igen")
        decide(square, number, 100 + number, "Den byggs.")
        costs.add(square.statements(f"{ADDRESS}?q=simhall"))
    assert len(costs) == 1


def test_a_council_without_meetings_says_so(square: Square) -> None:
    assert square.says("/councils/2/archive").endswith("Inget sammanträde är kungjort än.")


def test_a_council_that_does_not_exist_is_not_found(square: Square) -> None:
    assert square.get("/councils/999/archive").status_code == 404


def test_the_archive_may_be_kept_for_a_while(square: Square) -> None:
    answer = square.get(ADDRESS)
    again = square.get(ADDRESS, headers={"If-None-Match": answer.headers["ETag"]})
    assert (answer.headers["Cache-Control"], again.status_code) == ("public, max-age=60", 304)
