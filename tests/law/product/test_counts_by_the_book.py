"""The worked counts of the rule book on the counting page, as two tellers type them in.

All of the hand-made ones and all that somebody has published: each has a feature of its own.  The
two hundred that were generated hold nothing more; they are counted in `test_worked_cases`.
"""

from flask import Flask

from tests.law.product.slips import STATUSES, Plain, Shown, as_shown, count
from tests.law.vectors import load
from tests.worlds import KLARA, Clients

FILES = {
    "proportional_basic.json": "proportional",
    "real_proportional.json": "proportional",
    "majority_basic.json": "persons",
}
BY_SEED = "lots are drawn in the room and typed in; a seed is for `klubba count`"
NOT_TOLD = dict.fromkeys(("s2-08-seed", "tie-seed", "tie-four-for-two-seed"), BY_SEED)


def test_what_the_tellers_type_in_is_counted_as_in_the_rule_book(
    app: Flask, clients: Clients
) -> None:
    teller = clients.sign_in(KLARA)
    ours, book = {}, {}
    for file, kind in FILES.items():
        for case in load(file)["cases"]:
            if case["id"] not in NOT_TOLD:
                ours[file, case["id"]] = count(teller, kind, case["input"])
                book[file, case["id"]] = as_shown(case["expected"])
    assert ours == book


def test_who_serves_for_a_committee_member_stands_in_the_count_of_the_substitutes(
    app: Flask, clients: Clients
) -> None:
    """LPV 22: the printed order is all that a committee needs, evening after evening."""
    teller, ours, book = clients.sign_in(KLARA), {}, {}
    for case in load("rules_basic.json")["cases"]:
        if case["input"].get("kind") == "committee":
            given, expected = case["input"], case["expected"]
            ours[case["id"]] = _called(count(teller, "proportional", _elected(given)), given)
            book[case["id"]] = {key: expected[key] for key in ("status", "called", "step")}
    assert ours == book


def _elected(given: Plain) -> Plain:
    """The election in which they became substitutes; equal votes are drawn for twice in it."""
    ballots = [
        {"designation": one["designation"], "names": one["substitutes"], "count": one["votes"]}
        for one in given["groups"]
    ]
    election = {
        "kind": "substitutes",
        "voters_present": sum(one["votes"] for one in given["groups"]),
        "places": sum(len(one["substitutes"]) for one in given["groups"]),
        "ballots": ballots,
    }
    lots = given.get("lots", {}).get("drawn", [])
    return election | ({"lots": {"drawn": lots * 2}} if lots else {})


def _called(shown: Shown, given: Plain) -> Plain:
    if shown["status"] == STATUSES["LOT_NEEDED"]:
        return {"status": "LOT_NEEDED", "called": None, "step": None}
    order = dict(shown["I vilken ordning ersättarna tjänstgör"])
    busy = {*given.get("unavailable", []), *given.get("serving", [])}
    named = order[given["absent_designation"]].split(", ")
    called = next(name for name in named if name not in busy)
    own = [
        name
        for one in given["groups"]
        if one["designation"] == given["absent_designation"]
        for name in one["substitutes"]
    ]
    step = "OWN_DESIGNATION" if called in own else "OTHER_GROUP"
    return {"status": "CALLED", "called": called, "step": step}
