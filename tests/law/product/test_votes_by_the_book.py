"""The worked cases of the rule book that a vote decides, put to the vote in the product.

How they were chosen: every hand-made case (`rules_basic.json`) of tabling and referral back, order
of questions, divisions, quorum, two thirds and requests for proportional elections, so that each
ground and each status that the book knows is met; and the requests that somebody has published.
The 2 484 thresholds are the same formulas for other sizes, and the divisions of a real council meet
no other ground: they are left to the rules.  What no evening can bring about, or the product never
asks for, stands in `NOT_TOLD` with the reason.
"""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from agenda.rules.proposals import ProposalKind
from core import clock
from tests.law.product.book import setting
from tests.law.product.council import Told, settle
from tests.law.product.sitting import Plain, Sitting
from tests.law.product.two_thirds import LateInTheTerm
from tests.law.vectors import load
from tests.meetings.halls import Wall
from tests.worlds import Clients
from voting.models import Vote, VoteKind
from voting.queries.elections.requests import is_proportional, request_on
from voting.queries.questions import Question
from voting.rules.majority import Required

BOARD = "kommunstyrelsen"
TOO_MANY = "the roll has no more seats, so no more can be counted"
STAFF = "who is employed is never voted on openly: the tellers count slips and draw the lot"
NOT_TOLD = {
    "m11": "a third is enough without a casting vote, and the chair is not asked for one",
    "m18": TOO_MANY,
    "q8": TOO_MANY,
    "d7": STAFF,
    "d8": STAFF,
    "d9": STAFF,
}
BAD = 400
ENOUGH, FEW = 31, 22  # of 61
STAGES = {VoteKind.COUNTER: "preparatory", VoteKind.MAIN: "main"}
WHOM = {True: "substitutes_after_proportional", False: "substitutes_after_majority"}
ELECTION: Told = ("Val till nämnd", "election", None, None)
GROUNDS = {"by_law": "ALWAYS_TABLED"}
USED = {"m3", "m4", "m12", "m13"}
AGAIN = "KS 1"  # the case that a minority has put off in m1


@pytest.fixture
def wall() -> Iterator[Wall]:
    moment = Wall("2026-12-01T09:00:00+00:00")
    with clock.set_to(moment):
        yield moment


def test_what_is_voted_on_comes_out_as_in_the_rule_book(
    app: Flask, clients: Clients, wall: Wall
) -> None:
    people, cases = settle(app, setting()), _cases()
    ours = Plain()
    for evening, exempt in (("2026-12-14", None), ("2026-12-15", True), ("2026-12-16", False)):
        told = [one for one in cases if _exempt(one) is exempt]
        sitting = Sitting(app, clients, people, wall, evening, [_item(one) for one in told])
        sitting.announce("2026-12-07")
        sitting.rules(answers_below_quorum=bool(exempt))
        sitting.gather(evening, _present(told[0]))
        for case, item in zip(told, sitting.items, strict=True):
            sitting.until(_present(case))
            ours[case["id"]] = TELL[case["rule"]](sitting, item, case["input"])
            sitting.put_aside(item)
    assert ours == {
        one["id"]: {key: one["expected"].get(key) for key in ours[one["id"]]} for one in cases
    }


def test_what_a_share_of_those_present_decides_comes_out_as_in_the_rule_book(
    app: Flask, clients: Clients, wall: Wall
) -> None:
    people = settle(app, setting())
    election = Sitting(app, clients, people, wall, "2026-12-17", [ELECTION])
    ours = requests(election)
    cases = [one for one in _hand_made() if one["rule"] in ("lpv_request", "two_thirds")]
    thirds = {one["id"]: one["input"] for one in cases if one["rule"] == "two_thirds"}
    late = LateInTheTerm(app, clients, people, wall, thirds)
    ours |= late.decide()
    ours["m9"] = late.first_time | {"ground": GROUNDS[late.first_time["ground"]]}
    cases += [one for one in _hand_made() if one["id"] == "m9"]
    assert ours == {
        one["id"]: {key: one["expected"].get(key) for key in ours[one["id"]]} for one in cases
    }


def _hand_made() -> list[Plain]:
    real = [one for one in load("real_rules.json")["cases"] if one["rule"] == "lpv_request"]
    return [*load("rules_basic.json")["cases"], *real]


def _cases() -> list[Plain]:
    """Most present first; what a minority has put off before what comes up again."""
    others = {*NOT_TOLD, "m9"}
    told = [one for one in _hand_made() if one["rule"] in TELL and one["id"] not in others]
    return sorted(told, key=lambda one: (-_present(one), one["id"] in USED))


def _exempt(case: Plain) -> bool | None:
    """Has the council decided that answers are given below quorum?  None: it does not matter."""
    given = case["input"]
    if case["rule"] != "quorum" or given["participating"] > FEW:
        return None
    return bool(given.get("answers_exempt"))


def _present(case: Plain) -> int:
    """So many as the book says, else as many as have answered, else all."""
    given = case["input"]
    if case["rule"] == "quorum":
        return ENOUGH if given.get("recused") else int(given["participating"])
    held = [given] if "tally" in given else given.get("divisions", [])
    answered = [sum(one["tally"].values()) for one in held if "tally" in one]
    return int(given.get("present") or max(answered, default=61))


def _item(case: Plain) -> Told:
    given = case["input"]
    kind = "election" if given.get("election") else "decision"
    kind = "question" if given.get("activity") == "answers" else kind
    is_prepared = given.get("required") != "all_present"
    number = AGAIN if case["id"] in USED | {"m1"} else case["id"]
    return case["id"], kind, number, BOARD if is_prepared else None


def put_off(sitting: Sitting, item: int, given: Plain) -> Plain:
    """Tabling or referral back.  Ja: decide today."""
    kind = ProposalKind(given.get("kind", "refer_back"))
    sitting.take_up(item)
    sitting.make(item, ProposalKind.ADOPT, "Enligt förslaget")
    sitting.make(item, kind, "Ärendet skjuts upp", "V02")
    sitting.read_back(item)
    vote = sitting.vote_on(item, {"yes": given["against"], "no": given["for"]})
    if not vote.is_tied:
        return _delay(vote, given)
    waits = {"carried": None, "ground": _waits(given), "uses_minority_right": False}
    if broken := given.get("tie_break"):
        vote = _break(sitting, vote, given, {"for": "no", "against": "yes"}[broken])
        return _delay(vote, given)
    _break(sitting, vote, given, "yes")
    return waits


def _waits(given: Plain) -> str:
    return "AWAIT_LOT" if given.get("election") else "AWAIT_CASTING_VOTE"


def _break(sitting: Sitting, vote: Vote, given: Plain, choice: str) -> Vote:
    """By the chair, in an election by the lot; never the other way."""
    right, wrong = ("lot", "casting-vote")[:: 1 if given.get("election") else -1]
    form = {"choice": choice, "confirmed": 1}
    assert sitting.put(sitting.chair, f"/votes/{vote.id}/{wrong}", **form) == 409
    assert sitting.put(sitting.chair, f"/votes/{vote.id}/{right}", **form) == 200
    return sitting.vote(vote.id)


def _delay(vote: Vote, given: Plain) -> Plain:
    carried = vote.outcome == "no"
    told = {"carried": carried, "uses_minority_right": vote.carried_by == "minority"}
    if vote.carried_by in ("casting_vote", "lot") or carried:
        ground = str(vote.carried_by).upper()
    elif vote.majority == Required.ONE_THIRD:
        ground = "TOO_FEW"
    else:
        ground = "ELECTION" if given.get("election") else "RIGHT_USED"
    share = {"needed": vote.needed} if vote.majority == Required.ONE_THIRD else {}
    return told | {"ground": ground} | share


def division(sitting: Sitting, item: int, given: Plain) -> Plain:
    """On a question of the chair's own; where all must agree they are simply asked."""
    if given.get("required") == "all_present":
        return _all_agree(sitting, item, given)
    sitting.take_up(item)
    asked = Question(VoteKind.MAIN, Required.SIMPLE, "Bifalls det?", "Bifall", "Avslag")
    vote = sitting.vote_on(item, given["tally"], asked, given.get("chair_vote"))
    warnings = _cast(sitting, vote, given["casting"]) if "casting" in given else []
    now = sitting.vote(vote.id)
    if now.is_tied:
        _break(sitting, vote, given, "yes")
        return {"state": "AWAIT_CASTING_VOTE", "result": None, "by": None, "warnings": []}
    by = str(now.carried_by).upper()
    return {"state": "DECIDED", "result": now.outcome, "by": by, "warnings": warnings}


def _cast(sitting: Sitting, vote: Vote, choice: str) -> list[str]:
    """The casting vote, and what the chair is told before it is taken."""
    url = f"/votes/{vote.id}/casting-vote"
    match sitting.kind(sitting.chair, "PUT", url, choice=choice):
        case "MovedOn":
            return ["CASTING_NOT_NEEDED"]
        case "NeedsConfirmation":
            assert sitting.put(sitting.chair, url, choice=choice, confirmed=1) == 200
            return ["CASTING_DIFFERS_FROM_OWN_VOTE"]
    return []


def _all_agree(sitting: Sitting, item: int, given: Plain) -> Plain:
    """Whoever abstains, or does not answer, has not agreed (U12)."""
    agreed = given["tally"]["yes"] == sitting.count().present
    url = f"/items/{item}"
    assert sitting.put(sitting.chair, f"{url}/assent", agreed=int(agreed)) == 200
    opened = sitting.put(sitting.chair, f"{url}/opening") == 200
    return {"state": "DECIDED", "result": "yes" if opened else "no", "by": "ALL_PRESENT"}


def questions(sitting: Sitting, item: int, given: Plain) -> Plain:
    """The order that the chair found, and the pairs as far as they are told."""
    sitting.take_up(item)
    made = {name: _made(sitting, item, name, given["order"]) for name in given["order"]}
    order = [made[name] for name in given["order"]]
    form = {"order": ",".join(str(each) for each in order)}
    sitting.read_back(item)
    answer = sitting.act(sitting.chair, "PUT", f"/items/{item}/question-order", **form)
    if answer.status_code == BAD:
        return {"error": "BAD_INPUT"}
    names = {number: name for name, number in made.items()}
    log = []
    for pair in given.get("divisions", []):
        log.append(_pair(sitting, item, pair, made))
    return _standing(sitting, item, names, [one for one in log if one])


def _made(sitting: Sitting, item: int, name: str, order: list[str]) -> int:
    """The main one is the board's."""
    if name == order[0]:
        return sitting.make(item, ProposalKind.ADOPT, f"Enligt {name}")
    return sitting.make(item, ProposalKind.AMEND, f"Enligt {name}", "V02")


def _pair(sitting: Sitting, item: int, pair: Plain, made: dict[str, int]) -> Plain:
    """By voice or by division; what the product asks must be this pair."""
    asked = sitting.next(item)
    assert asked is not None
    assert (asked.yes_proposal_id, asked.no_proposal_id) == (made[pair["yes"]], made[pair["no"]])
    told = {"stage": STAGES[asked.kind], "yes": pair["yes"], "no": pair["no"]}
    if "acclaimed" in pair:
        sitting.oppose(item, main=asked_main(made), found=made[pair[pair["acclaimed"]]])
        return told | {"tally": None, "by": "ACCLAMATION", "result": pair["acclaimed"]}
    vote = sitting.vote_on(item, pair["tally"])
    if vote.is_tied and "casting" in pair:
        form = {"choice": pair["casting"], "confirmed": 1}
        assert sitting.put(sitting.chair, f"/votes/{vote.id}/casting-vote", **form) == 200
        vote = sitting.vote(vote.id)
    if vote.is_tied:
        return {}
    by = "CASTING_VOTE" if vote.carried_by == "casting_vote" else "DIVISION"
    tally = {"yes": vote.yes, "no": vote.no, "abstain": vote.abstain}
    return told | {"tally": tally, "by": by, "result": vote.outcome}


def asked_main(made: dict[str, int]) -> int:
    """The one that the chair found first."""
    return next(iter(made.values()))


def _standing(sitting: Sitting, item: int, names: dict[int, str], log: list[Plain]) -> Plain:
    """Where the questions stand now."""
    tied = sitting.tied(item)
    asked = tied or sitting.next(item)
    told = {"status": "DIVISION_NEEDED", "winner": None, "log": log, "next": None}
    if asked and asked.no_proposal_id is None:
        return told | {"status": "DECIDED", "winner": names[asked.yes_proposal_id or 0]}
    if asked is None:
        return told | {"status": "DECIDED", "winner": log[-1][log[-1]["result"]]}
    pair = {"yes": names[asked.yes_proposal_id or 0], "no": names[asked.no_proposal_id]}
    told["next"] = pair | {"stage": STAGES[VoteKind(asked.kind)]}
    if tied:
        sitting.put(sitting.chair, f"/votes/{tied.id}/casting-vote", choice="yes", confirmed=1)
        told["status"] = "AWAIT_CASTING_VOTE"
    return told


def handled(sitting: Sitting, item: int, given: Plain) -> Plain:
    """May it be handled?  Asked when it is opened, and at each question after that."""
    recused = given.get("recused", 0)
    opened = sitting.put(sitting.chair, f"/items/{item}/opening") == 200
    if recused:
        sitting.until(given["participating"] + recused)
        sitting.recuse(recused)
    now = sitting.count()
    if not opened:
        return {"needed": now.needed, "quorate": False, "ground": None}
    asked = Question(VoteKind.MAIN, Required.SIMPLE, "Bifalls det?", "Bifall", "Avslag")
    assert sitting.may_vote_on(item, asked) == now.is_quorate
    return {"needed": now.needed, "quorate": now.is_quorate, "ground": now.ground}


def requests(sitting: Sitting) -> Plain:
    """One election, and hands raised for it to be proportional as members go home."""
    cases = [one for one in _hand_made() if one["rule"] == "lpv_request"]
    sitting.announce("2026-12-07")
    sitting.gather("2026-12-17", 61)
    (item,) = sitting.items
    sitting.take_up(item)
    ours = Plain()
    for case in sorted(cases, key=lambda one: -int(one["input"]["present"])):
        sitting.until(case["input"]["present"])
        ours[case["id"]] = _request(sitting, item, case["input"])
    return ours


def _request(sitting: Sitting, item: int, given: Plain) -> Plain:
    whom = "members"
    if given.get("substitutes"):
        whom = WHOM.get(given.get("members_proportional"), "")
    form = {"places": given["places"], "asked": given["requested_by"], "whom": whom}
    form |= {"election": given.get("election", "committee")}
    form |= {"excepted": int(given.get("other_ground", False))}
    answer = sitting.act(sitting.clerk, "POST", f"/items/{item}/proportional-requests", **form)
    if answer.status_code == BAD:
        return {"error": "BAD_INPUT"}
    with sitting.database.reading() as session:
        noted = request_on(session, item)
        assert noted is not None
        proportional = is_proportional(noted)
    return {"needed": noted.needed, "proportional": proportional, "reason": noted.reason}


TELL: dict[str, Callable[[Sitting, int, Plain], Plain]] = {
    "minority_referral": put_off,
    "division_result": division,
    "order_of_questions": questions,
    "quorum": handled,
}
