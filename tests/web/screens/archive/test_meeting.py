"""A meeting's own page: what was handled, said and decided, and who was there."""

from agenda.models import Document, Item
from core import clock
from councils.models import Role, RoleHeld
from meetings.models import Attendance
from tests.voting.chambers import ITEM, answers
from tests.web.screens.member import reading
from tests.web.screens.square import Square
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PLANNED, SIV

ADDRESS = f"/meetings/{OPEN}"


def item(square: Square, number: int = ITEM) -> str:
    return reading.words(square.page(ADDRESS).find(f"item-{number}"), {})


def section(square: Square, name: str) -> str:
    return reading.words(square.page(ADDRESS).find(name), {})


def test_a_coming_meeting_shows_its_agenda(square: Square) -> None:
    square.clients.act(KLARA, "PUT", f"/meetings/{PLANNED}/convening")
    told = square.says(f"/meetings/{PLANNED}")
    assert told.startswith(
        "Lillköpings kommunfullmäktige Kommunfullmäktige 14 december 2026Kommande "
        "Klockan 18.00 · Stadshuset · deltagande på distans är tillåtet"
    )
    assert "3 Ny simhall i Östra parken Beslutsärende" in told
    assert "Närvaro" not in told


def test_an_item_tells_what_was_decided_and_how(square: Square) -> None:
    paper = Document(item_id=ITEM, position=1, title="Kalkyl", sha256="0" * 64, size=1, pages=1)
    paper.attached_at = clock.now()
    square.add(paper)
    square.propose("adopt", "Bygg simhallen", person=BO)
    square.wall.later(minutes=10)
    vote = square.decide(answers(yes=12, no=9))
    square.post(ANNA, f"/items/{ITEM}/decisions", text="Den byggs.", how="division", vote=vote)
    square.post(BO, f"/items/{ITEM}/statements", kind="reservation")
    square.leave_item()
    assert (
        item(square)
        == (
            "3 Ny simhall i Östra parken Beslutsärende · § 3 · 18.00–18.10 Beslut Den byggs. "
            "Reservationer: Bo Bok (V) Votering: 12 ja, 9 nej, 0 avstår Kalkyl 1 yrkande "
            "Bygg simhallen Ledamot 3 "
        ).strip()
    )


def test_every_speech_has_its_time_and_length(square: Square) -> None:
    speech = square.speak(BO)
    square.wall.later(seconds=95)
    square.be_quiet(speech)
    speech = square.speak(4)
    square.wall.later(seconds=65)
    square.post(BO, "/requests", item=ITEM, kind="reply", reply_to=speech)
    assert item(square).endswith(
        "2 anföranden, 1:35 KlockanTalareVarifrånLängd 18.00Bo Bok VPå distans1:35"
        "18.01Ledamot 4 CI salenpågår"
    )


def test_speaking_time_is_shared_out_by_party_and_place(square: Square) -> None:
    for person, seconds in ((BO, 90), (4, 30)):
        speech = square.speak(person)
        square.wall.later(seconds=seconds)
        square.be_quiet(speech)
    assert section(square, "speaking") == (
        "Talartid 2 anföranden, 2:00 sammanlagt "
        "PartiAntalTidAndel V Parti V11:3075 %C Parti C10:3025 % "
        "VarifrånAntalTidAndel I salen10:3025 %På distans11:3075 %"
    )


def test_attendance_tells_when_and_from_where_and_for_whom(square: Square) -> None:
    square.wall.later(minutes=5)
    assert square.delete(BO, "/attendance", confirmed=1) == 200
    square.put(KLARA, f"/seats/{BO}/substitute", person=SIV)
    square.put(KLARA, "/attendance", person=SIV, mode="hall")
    told = section(square, "attendance")
    rows = [
        "Anna Ask S I salen Hela tiden",
        "Bo Bok V På distans 18.00–18.05",
        "Siv Sälg V tjänstgör för Bo Bok I salen 18.05–",
    ]
    assert [row for row in rows if row not in told] == []


def test_whoever_never_came_is_named_without_a_reason(square: Square) -> None:
    with square.database.writing() as session, session.begin():
        session.delete(session.get_one(Attendance, 7))
    square.empty([7])
    assert section(square, "attendance").endswith("Frånvarande: Ledamot 7 (M)")


def test_a_closed_meeting_shows_the_seal_of_its_log(square: Square) -> None:
    square.turn_to(6)
    square.put(ANNA, "/items/6/closing", confirmed=1)
    square.put(ANNA, "/closure", confirmed=1)
    told = square.says(ADDRESS)
    assert "Klockan 18.00–18.00" in told
    assert len(told.split("Mötesloggens sigill, post 2: ")[1].split()[0]) == 64
    assert square.get(ADDRESS).headers["Cache-Control"] == "public, max-age=300"


def test_an_item_taken_off_the_agenda_is_gone(square: Square) -> None:
    square.change(Item, 4, removed_at=clock.now())
    assert "Motion om fria bussar" not in square.says(ADDRESS)


def test_a_long_evening_asks_no_more_questions_than_a_short_one(square: Square) -> None:
    first = square.speak(BO)
    square.be_quiet(first)
    vote = square.close_with(answers(yes=21))
    square.post(ANNA, f"/items/{ITEM}/decisions", text="Beslut 0", how="division", vote=vote)
    before = square.statements(ADDRESS)
    for person in range(2, 9):
        square.be_quiet(square.speak(person))
    for number in range(1, 4):
        vote = square.close_with(answers(yes=21))
        text = f"Beslut {number}"
        square.post(ANNA, f"/items/{ITEM}/decisions", text=text, how="division", vote=vote)
    assert square.statements(ADDRESS) == before


def test_an_office_that_serves_several_councils_finds_the_minutes(square: Square) -> None:
    link, page = f'href="/meetings/{OPEN}/minutes"', f"/meetings/{OPEN}"
    assert link not in square.clients.sign_in(DAN).get(page).text
    square.add(RoleHeld(council_id=1, person_id=DAN, role=Role.CLERK))
    assert link in square.clients.sign_in(DAN).get(page).text
