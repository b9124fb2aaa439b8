from flask import Flask

from tests.translations.test_english import OWN_WORDS, Reader
from tests.web.demo.test_rehearsal import empty
from web.demo.begin import welcome
from web.demo.exercises import Mood
from web.demo.page import blueprint
from web.demo.rehearsal import Rehearsal

__all__ = ["empty"]
HOUSE = "http://127.0.0.1:5000"


def test_one_address_is_told_for_each_part_all_in_one_column() -> None:
    lines = [line for line in welcome(HOUSE, 1).splitlines() if HOUSE in line]
    assert {line.index(HOUSE) for line in lines} == {28}
    assert {line[27] for line in lines} == {" "}
    assert [line[28:].removeprefix(HOUSE) for line in lines] == [
        "/rehearsal",
        "/rehearsal/as/chair",
        "/rehearsal/as/member",
        "/rehearsal/as/hall-member",
        "/rehearsal/as/secretary",
        "/rehearsal/as/clerk",
        "/meetings/1/hall",
        "/meetings/1/live",
    ]


def test_the_accessibility_statement_of_the_council_is_public(empty: Flask) -> None:
    Rehearsal(empty).prepare()
    answer = empty.test_client().get("/councils/1/statement")
    assert answer.status_code == 200
    assert "delvis förenlig" in answer.text


def test_who_reads_english_rehearses_in_english(empty: Flask) -> None:
    rehearsal = empty.extensions["rehearsal"] = Rehearsal(empty)
    empty.register_blueprint(blueprint)
    rehearsal.prepare()
    visitor = empty.test_client()
    visitor.get("/rehearsal?language=en")
    begun = visitor.post("/rehearsal/exercises", data={"mood": Mood.CALM.value})
    page = Reader(visitor.get(begun.location).text)
    assert page.swedish(OWN_WORDS) == set()
    assert {"Chair", "Member in the hall", "Political secretary (S)", "Clerk"} <= set(page.said)
    title = visitor.get("/meetings/1/live").text
    assert "Rehearsal: One item from start to gavel" in title
