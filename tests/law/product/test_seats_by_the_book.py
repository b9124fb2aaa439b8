"""The worked cases of the rule book on seats, through the office's own pages.

All the hand-made ones (`rules_basic.json`) of the size of a council and of who may ask for a
meeting.
"""

import re

from flask import Flask

from tests.law.product.book import Plain, setting
from tests.law.product.council import CLERK, COUNCIL, People, settle
from tests.law.vectors import load
from tests.worlds import KLARA, Clients

LEAST = re.compile(r"Antalet platser ska vara minst (\d+)")
NOT_TOLD: dict[str, str] = {}
EVEN = "Antalet platser ska vara udda"


def cases(rule: str) -> list[Plain]:
    return [one for one in load("rules_basic.json")["cases"] if one["rule"] == rule]


def test_a_council_has_as_many_seats_as_the_law_demands(app: Flask, clients: Clients) -> None:
    def founded(given: Plain, seats: int) -> str:
        """What was said against it, nothing if it was founded."""
        form = {"name": f"Fullmäktige {given}", "kind": given["body"], "seats": seats}
        form["electors"] = given["electors"]
        answer = clients.act(KLARA, "POST", "/councils", **form)
        return str(answer.json.get("error", ""))

    def told(given: Plain) -> Plain:
        """One seat is always too few, and then the least number is said.  Of two faults the even
        number is said first.
        """
        found = LEAST.search(founded(given, 1))
        assert found
        if "seats" not in given:
            return {"minimum": int(found[1]), "valid": None, "faults": []}
        said = founded(given, given["seats"])
        faults = ["EVEN"] if EVEN in said else []
        odd = founded(given, given["seats"] - 1) if faults else said
        faults += ["BELOW_MINIMUM"] if LEAST.search(odd) else []
        return {"minimum": int(found[1]), "valid": not said, "faults": faults}

    ours = {case["id"]: told(case["input"]) for case in cases("council_size")}
    assert ours == {case["id"]: case["expected"] for case in cases("council_size")}


def test_a_meeting_is_held_when_those_who_may_ask_for_it_do(app: Flask, clients: Clients) -> None:
    """The product notes one ground for each meeting, and any of them is enough."""
    people: People = settle(app, setting())

    def planned(ground: str, asked: int) -> bool:
        plan = {"council_id": COUNCIL, "title": "Extra", "date": "2026-12-14", "starts": "18:00"}
        form = plan | {"ground": ground, "asked": asked}
        return bool(clients.act(people[CLERK], "POST", "/meetings", **form).status_code == 200)

    def told(given: Plain) -> Plain:
        members = given["requested_by"]
        tries = {
            "BOARD": given.get("board_requests", False) and planned("BOARD", 0),
            "MEMBERS": planned("MEMBERS", members),
            "CHAIR": given.get("chair_wants", False) and planned("CHAIR", 0),
        }
        grounds = [ground for ground, held in tries.items() if held]
        return {"must_be_held": bool(grounds), "grounds": grounds}

    ours = {case["id"]: told(case["input"]) for case in cases("extra_meeting")}
    assert ours == {
        case["id"]: {key: case["expected"][key] for key in ours[case["id"]]}
        for case in cases("extra_meeting")
    }
