import re
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

import pytest
from flask import Flask
from pypdf import PdfReader

from core.log import Fact
from meetings import facts as m
from tests.meetings.minutes.facts import evening, sealed
from tests.worlds import BO, DAN, KLARA, OPEN, Clients
from voting import facts as v


def tell(app: Flask, facts: Sequence[Fact] = ()) -> None:
    """Put a whole evening in the log of the open meeting."""
    with app.extensions["database"].writing() as session, session.begin():
        session.add_all(sealed(list(facts) or evening()))


def test_the_minutes_tell_what_was_decided_and_how(app: Flask, clients: Clients) -> None:
    tell(app)
    page = " ".join(clients.sign_in(BO).get(f"/meetings/{OPEN}/minutes").text.split())
    for words in (
        "§ 88 Ny simhall",
        "Fullmäktige beslutar: att avslå förslaget",
        "kommunstyrelsen yrkar bifall: bifall till förslaget",
        "Bo Bok (V) begär votering.",
        "1 ja, 1 nej, 0 avstår, 19 frånvarande. Röstetalet är lika.",
        "Anna Ask avgör med utslagsröst: Nej.",
        "Bo Bok (V) reserverar sig mot beslutet. Vi vill bada.",
        "<caption>Votering 1, V</caption>",
    ):
        assert words in page
    assert "att bygga simhallen" not in page


def test_silence_in_the_hall_is_not_told_as_absence(app: Flask, clients: Clients) -> None:
    facts = [
        replace(fact, answers=(*fact.answers, v.Answer(4, 4, "Cia", "M", "hall", "did_not_answer")))
        if isinstance(fact, v.VoteClosed)
        else fact
        for fact in evening()
    ]
    tell(app, facts)
    page = " ".join(clients.sign_in(BO).get(f"/meetings/{OPEN}/minutes").text.split())
    assert "1 ja, 1 nej, 0 avstår, 1 svarade inte, 18 frånvarande. Röstetalet är lika." in page


@pytest.mark.parametrize(
    ("majority", "outcome", "carried_by", "told"),
    [
        (
            "two_thirds_against",
            "yes",
            None,
            "13 av 21 närvarande röstade nej. Det räcker inte: minst 14 krävs, två tredjedelar av "
            "de närvarande. Utfallet är ja.",
        ),
        (
            "two_thirds",
            "yes",
            "two_thirds",
            "14 av 21 närvarande röstade ja. Det räcker: minst 14 krävs, två tredjedelar av de "
            "närvarande. Utfallet är ja.",
        ),
    ],
)
def test_whether_two_thirds_were_reached_is_told_with_the_base(
    app: Flask, clients: Clients, majority: str, outcome: str, carried_by: str | None, told: str
) -> None:
    shares = {"majority": majority, "outcome": outcome, "carried_by": carried_by}
    figures = {"yes": 14, "no": 13, "present": 21, "needed": 14}
    facts = [
        replace(fact, **shares, **figures) if isinstance(fact, v.VoteClosed) else fact
        for fact in evening()
    ]
    tell(app, facts)
    page = " ".join(clients.sign_in(BO).get(f"/meetings/{OPEN}/minutes").text.split())
    assert told in page


def test_each_correction_of_the_attendance_is_told_with_its_reason(
    app: Flask, clients: Clients
) -> None:
    why, bo, siv = "Siv var uppskriven", (3, 3, "Bo Bok", "V"), (3, 101, "Siv Sälg", "V")
    corrections = [
        m.MemberLeft(*bo, "corrected", why),
        m.MemberArrived(*siv, "hall", 3, "Bo Bok", why),
        m.MemberMoved(*siv[:3], "remote", why),
        m.MemberLeft(*siv, "corrected", why),
    ]
    tell(app, [*evening()[:-2], *corrections])
    html = clients.sign_in(KLARA).get(f"/meetings/{OPEN}/minutes").text
    told = " ".join(html.split("Rättelser av närvaron</h3>")[1].split("<h2")[0].split())
    assert re.sub(r"klockan \d\d\.\d\d", "kl", told) == (
        "<p>Plats 3, kl: Bo Bok (V) tjänstgör inte. Skäl: Siv var uppskriven</p> "
        "<p>Plats 3, kl: Siv Sälg (V) tjänstgör, i salen. Skäl: Siv var uppskriven</p> "
        "<p>Plats 3, kl: Siv Sälg deltar på distans. Skäl: Siv var uppskriven</p> "
        "<p>Plats 3, kl: Siv Sälg (V) tjänstgör inte. Skäl: Siv var uppskriven</p>"
    )


def test_the_clerk_writes_in_marked_places_and_nobody_else_does(
    app: Flask, clients: Clients
) -> None:
    tell(app)
    url = f"/meetings/{OPEN}/minutes/texts/item:2"
    assert clients.act(BO, "PUT", url, text="Mitt", version=0).status_code == 403
    assert clients.act(KLARA, "PUT", url, text="Ärendet gäller bad.", version=0).status_code == 200
    assert "<p>Ärendet gäller bad.</p>" in clients.sign_in(BO).get(f"/meetings/{OPEN}/minutes").text


def test_two_clerks_do_not_write_over_each_other(clients: Clients) -> None:
    url = f"/meetings/{OPEN}/minutes/texts/opening"
    assert clients.act(KLARA, "PUT", url, text="Först", version=0).status_code == 200
    late = clients.act(KLARA, "PUT", url, text="Sedan", version=0)
    assert late.status_code == 409
    assert late.json["error"] == "Någon annan har ändrat texten. Läs in sidan igen och jämför."


def test_no_text_is_written_where_there_is_no_place(clients: Clients) -> None:
    url = f"/meetings/{OPEN}/minutes/texts/nowhere"
    assert clients.act(KLARA, "PUT", url, text="x", version=0).status_code == 400


def test_the_minutes_come_as_pdf_with_the_record_in_it(app: Flask, clients: Clients) -> None:
    tell(app)
    answer = clients.sign_in(BO).get(f"/meetings/{OPEN}/minutes.pdf")
    made = PdfReader(BytesIO(answer.data))
    assert list(made.attachments) == ["record.json"]
    told = " ".join(page.extract_text() for page in made.pages)
    assert told.count("Fullmäktige beslutar: att avslå förslaget") == 1


def test_the_minutes_stay_in_the_council(clients: Clients) -> None:
    for paper in ("minutes", "minutes.pdf", "minutes.docx", "record.json"):
        assert clients.sign_in(DAN).get(f"/meetings/{OPEN}/{paper}").status_code == 403


def test_minutes_of_a_meeting_that_never_opened_say_so(clients: Clients) -> None:
    page = clients.sign_in(KLARA).get("/meetings/2/minutes").text
    assert "Sammanträdet har inte öppnats än." in page
