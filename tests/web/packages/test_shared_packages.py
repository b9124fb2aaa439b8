"""The packages beside the repository: three forms of one meeting, real meetings, a faulty one.

Every key of every `expected.json` is compared, but for those that no package can tell:

* `confirmed_by_minutes`, `majority_reason`: what the text of the minutes says of the majority,
* `source_error`: what is known to be wrong in the printed source,
* `votes_by_substitutes` of 14 votes of 2024-08-22, where the printed list calls the member in seat
  32 a substitute from the second vote on; in the package she is the member and sits in her own
  seat, so the count from the package is one less.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from web.packages.read import read
from web.packages.schema import Package
from web.packages.summary import summary

IMPORT = Path(__file__).parents[4] / "shared" / "data" / "import"
NOT_IN_A_PACKAGE = {"confirmed_by_minutes", "majority_reason", "source_error"}
CALLED_SUBSTITUTE = {"goteborg-2024-08-22": slice(1, None)}
MEETINGS = sorted(path.parent.name for path in IMPORT.glob("*/expected.json"))

pytestmark = pytest.mark.skipif(
    not IMPORT.is_dir(), reason="needs ../shared/data/import beside the repository"
)


def _package(name: str) -> Package:
    reading = read(IMPORT / name)
    assert reading.errors == ()
    assert reading.package is not None
    return reading.package


def _expected(name: str) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((IMPORT / name / "expected.json").read_text())
    for vote in expected["votes"]:
        for key in NOT_IN_A_PACKAGE & vote.keys():
            del vote[key]
    for vote in expected["votes"][CALLED_SUBSTITUTE.get(name, slice(0, 0))]:
        vote["votes_by_substitutes"] -= 1
    return expected


def test_all_packages_are_there() -> None:
    assert len(MEETINGS) == 25
    assert sum(name.startswith("goteborg-") for name in MEETINGS) == 23


@pytest.mark.parametrize("name", MEETINGS)
def test_a_meeting_arrives_at_what_is_expected_of_it(name: str) -> None:
    assert summary(_package(name), name=name) == _expected(name)


def test_english_swedish_and_workbook_are_one_meeting() -> None:
    english, swedish, workbook = map(_package, ("example-31", "exempel-31", "exempel-31.xlsx"))
    assert (swedish, workbook) == (english, english)
    assert [member.line for member in workbook.members] == [row.line for row in english.members]


def test_the_faulty_package_gives_every_finding_that_is_wanted_and_no_other() -> None:
    reading = read(IMPORT / "example-31-errors")
    wanted = json.loads((IMPORT / "example-31-errors" / "errors.json").read_text())["errors"]
    found = [finding.as_json() for finding in reading.findings]
    for finding in found:
        assert finding.pop("message")
    assert found == wanted
    assert reading.package is None


def test_the_wrong_list_of_a_real_meeting_is_flagged_as_the_one_before() -> None:
    result = summary(_package("goteborg-2024-12-12"), name="")
    (flagged,) = [vote for vote in result["votes"] if not vote["matches"]]
    assert (flagged["list"], flagged["same_choices_as_previous_list"]) == (7, True)
    assert (result["flagged_lists"], result["exit_code"]) == ([7], 2)


@pytest.mark.parametrize("name", MEETINGS)
def test_a_real_meeting_gives_only_warnings_that_the_data_explain(name: str) -> None:
    """A voter elsewhere is warned of as often as the package says that it happens."""
    reading = read(IMPORT / name)
    found = sum(finding.code == "voter_not_in_seat" for finding in reading.warnings)
    attendance = _expected(name)["attendance"]
    assert found == attendance.get("votes_without_matching_presence", 0)
    assert {finding.code for finding in reading.warnings} <= {
        "before_opening",
        "many_substitutes",
        "no_calling_order",
        "voter_not_in_seat",
        "two_in_one_seat",
        "back_after_substitute",
    }
