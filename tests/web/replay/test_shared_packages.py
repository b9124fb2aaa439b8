"""The packages beside the repository are held again with the figures that are expected of them.

Compared is every key of every `expected.json`, as in `tests/web/packages/test_shared_packages.py`;
what no package can tell is left out there and here.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core import log, swedish
from core.db import Database
from meetings.queries.minutes import Minutes, Part, draft
from web.packages.kinds import Choice
from web.packages.read import read
from web.packages.schema import Package
from web.replay.replaying import replay

IMPORT = Path(__file__).parents[4] / "shared" / "data" / "import"
NOT_IN_A_PACKAGE = {"confirmed_by_minutes", "majority_reason", "source_error"}
CALLED_SUBSTITUTE = {"goteborg-2024-08-22": slice(1, None)}
FAULTY, MANY_ASIDE = "goteborg-2024-12-12", "goteborg-2024-02-29"
ALL = sorted(path.parent.name for path in IMPORT.glob("goteborg-*/expected.json"))
REST = [name for name in ALL if name not in (FAULTY, MANY_ASIDE)]
MEETING = 1

pytestmark = pytest.mark.skipif(
    not IMPORT.is_dir(), reason="needs ../shared/data/import beside the repository"
)
all_of_them = pytest.mark.skipif(
    not os.environ.get("CI"), reason="takes minutes: set CI=1 to hold all the real meetings again"
)


def package(name: str) -> Package:
    reading = read(IMPORT / name)
    assert reading.errors == ()
    assert reading.package is not None
    return reading.package


def expected(name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((IMPORT / name / "expected.json").read_text())
    for vote in told["votes"]:
        for key in NOT_IN_A_PACKAGE & vote.keys():
            del vote[key]
    for vote in told["votes"][CALLED_SUBSTITUTE.get(name, slice(0, 0))]:
        vote["votes_by_substitutes"] -= 1
    return told


def held(database: Database, name: str, meant: Package | None = None) -> dict[str, Any]:
    """Also: every speech is held, and every bound reply is a reply."""
    report = replay(meant or package(name), database, name)
    replayed, unbound = report["replayed"], sum(report["held_otherwise"].values())
    assert replayed["log"]["first_broken"] is None
    assert replayed["speeches"] == {
        "count": report["speeches"]["count"],
        "replies": report["speeches"]["replies"] - unbound,
    }
    return report


def as_expected(report: dict[str, Any], name: str) -> bool:
    wanted = expected(name)
    told = {key: report[key] for key in wanted}
    assert told == wanted
    return True


def minutes(database: Database) -> Minutes:
    with database.reading() as session:
        assert log.verify(log.read(session, MEETING))
        return draft(session, MEETING)


def named_lists(record: Minutes) -> Iterator[tuple[int, dict[int, tuple[str, str]]]]:
    """Of each vote: the §, and for every seat that answered who did and what."""
    for section in record.sections:
        for line in section.of(Part.COURSE):
            if line.kind == "vote.closed":
                yield (
                    section.item["paragraph"],
                    {
                        answer["seat"]: (answer["name"], answer["choice"])
                        for answer in line.fact["answers"]
                        if answer["choice"] in ("yes", "no", "abstain")
                    },
                )


def printed_lists(meant: Package) -> list[tuple[int | None, dict[int, tuple[str, str]]]]:
    paragraphs = {row.number: row.paragraph for row in meant.agenda}
    lists: dict[tuple[int, int], dict[int, tuple[str, str]]] = {
        question.key: {} for question in meant.questions
    }
    for vote in meant.votes:
        if vote.choice is not Choice.ABSENT and vote.voter is not None:
            lists[vote.key][vote.seat] = (vote.voter.name, vote.choice.value)
    return [(paragraphs[item], answers) for (item, _), answers in lists.items()]


def served(record: Minutes, seat: int) -> list[tuple[str, str, str]]:
    return [
        (one.name, _clock(one.since), _clock(one.until or ""))
        for one in record.services
        if one.seat == seat
    ]


def _clock(at: str) -> str:
    return f"{swedish.local(at):%H:%M}"


def test_the_invented_meeting_is_held_as_expected_also_on_postgresql(database: Database) -> None:
    report = held(database, "example-31")
    assert as_expected(report, "example-31")
    assert (report["corrections"], report["recusals"]) == (1, 1)
    record = minutes(database)
    assert served(record, 12) == [
        ("Melker Cederhamn", "18:00", "18:40"),
        ("Lage Cederhamn", "18:40", "21:30"),
    ]
    assert [name for name, *_ in served(record, 20)] == [
        "Urban Istad",
        "Rurik Fagerbäcken",
        "Urban Istad",
    ]
    assert [(line.kind, _clock(line.at)) for line in record.between][-2:] == [
        ("meeting.adjourned", "19:20"),
        ("meeting.resumed", "19:30"),
    ]
    assert list(named_lists(record)) == printed_lists(package("example-31"))


@pytest.mark.parametrize("name", ["exempel-31", "exempel-31.xlsx"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_swedish_and_workbook_make_the_very_same_meeting(database: Database, name: str) -> None:
    meant = package(name)
    assert meant == package("example-31")
    assert as_expected(held(database, "exempel-31", meant), "exempel-31")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_faulty_appendix_is_flagged_and_named_lists_are_as_printed(database: Database) -> None:
    report = held(database, FAULTY)
    assert as_expected(report, FAULTY)
    assert (report["exit_code"], report["flagged_lists"]) == (2, [7])
    record = minutes(database)
    assert list(named_lists(record)) == printed_lists(package(FAULTY))
    assert [name for name, *_ in served(record, 1)] == ["Aslan Akbas"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_fourteen_step_aside_for_one_item_and_are_back(database: Database) -> None:
    """A fifteenth sits in another member's seat meanwhile: that is no conflict of interest."""
    report = held(database, MANY_ASIDE)
    assert as_expected(report, MANY_ASIDE)
    record = minutes(database)
    assert list(named_lists(record)) == printed_lists(package(MANY_ASIDE))
    aside = Counter(
        section.item["number"]
        for section in record.sections
        for line in section.of(Part.ATTENDANCE)
        if line.kind == "member.recused"
    )
    assert aside.most_common(1) == [(20, 14)]


@all_of_them
@pytest.mark.slow
@pytest.mark.parametrize("name", REST)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_real_meeting_is_held_as_expected(database: Database, name: str) -> None:
    report = held(database, name)
    assert as_expected(report, name)
    assert list(named_lists(minutes(database))) == printed_lists(package(name))


def test_all_real_meetings_are_there() -> None:
    assert len(ALL) == 23
