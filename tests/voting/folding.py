"""What the tables of this room should hold, from the log alone."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.log import Entry
from voting.models import (
    Acclamation,
    Ballot,
    Decision,
    DivisionDemand,
    ElectionLot,
    ElectionRequest,
    ElectionStep,
    Nomination,
    QuestionPlace,
    Refusal,
    Statement,
    Teller,
    Vote,
)

Row = dict[str, Any]
FIGURES = ("yes", "no", "abstain", "absent", "present", "needed", "outcome", "carried_by")
QUESTION = ("item_id", "number", "majority", "question", "yes_means", "no_means")

REQUESTED = (
    *("item_id", "election", "places", "asked", "present", "needed", "reason"),
    "members_proportional",
)


NOMINATED = ("place", "text", "names", "designation", "person_id")


@dataclass
class Room:
    votes: dict[int, Row] = field(default_factory=dict)
    ballots: dict[tuple[int, int], Row] = field(default_factory=dict)
    acclamations: dict[int, Row] = field(default_factory=dict)
    demands: dict[int, Row] = field(default_factory=dict)
    decisions: dict[int, Row] = field(default_factory=dict)
    statements: dict[int, Row] = field(default_factory=dict)
    places: dict[int, list[int]] = field(default_factory=dict)
    refusals: dict[int, tuple[str, str]] = field(default_factory=dict)
    requests: dict[int, Row] = field(default_factory=dict)
    nominations: dict[int, Row] = field(default_factory=dict)
    abandoned: dict[int, str] = field(default_factory=dict)
    tellers: list[int] = field(default_factory=list)
    steps: list[tuple[int, str]] = field(default_factory=list)
    lots: dict[int, tuple[int, str, str]] = field(default_factory=dict)


def fold(entries: list[Entry]) -> Room:
    room = Room()
    for entry in entries:
        if change := CHANGES.get(entry.kind):
            change(room, entry.payload)
    return room


def tables(session: Session) -> Room:
    room = Room()
    for vote in session.scalars(select(Vote)):
        room.votes[vote.id] = {name: getattr(vote, name) for name in (*QUESTION, *FIGURES)} | {
            "kind": vote.kind,
            "sides": (vote.yes_proposal_id, vote.no_proposal_id),
            "closes_at": vote.closes_at,
            "is_closed": vote.closed_at is not None,
            "is_abandoned": vote.abandoned_at is not None,
            "casting": vote.casting_choice,
            "answers": vote.answers,
        }
    for ballot in session.scalars(select(Ballot)):
        said = {"person": ballot.person_id, "choice": ballot.choice, "by": ballot.cast_by}
        room.ballots[ballot.vote_id, ballot.seat] = said
    for put in session.scalars(select(Acclamation)):
        room.acclamations[put.id] = {
            "item": put.item_id,
            "kind": put.kind,
            "proposals": put.proposals,
            "found": (put.found_at is not None, put.found_id),
            "is_closed": put.closed_at is not None,
        }
    for demand in session.scalars(select(DivisionDemand)):
        met = demand.vote_id or ("ballot" if demand.met_at else None)
        asked = {"item": demand.item_id, "kind": demand.kind, "person": demand.person_id}
        room.demands[demand.id] = asked | {"met": met}
    for decision in session.scalars(select(Decision)):
        room.decisions[decision.id] = {
            "item": decision.item_id,
            "text": decision.text,
            "how": decision.how,
            "sources": (decision.proposal_id, decision.vote_id, decision.acclamation_id),
            "is_undone": decision.undone_at is not None,
        }
    for statement in session.scalars(select(Statement)):
        room.statements[statement.id] = {
            "item": statement.item_id,
            "kind": statement.kind,
            "person": statement.person_id,
            "text": statement.text,
            "is_withdrawn": statement.withdrawn_at is not None,
        }
    _elections(session, room)
    places = defaultdict[int, list[int]](list)
    for place in session.scalars(select(QuestionPlace).order_by(QuestionPlace.place)):
        places[place.item_id].append(place.proposal_id)
    room.places = dict(places)
    for no in session.scalars(select(Refusal)):
        room.refusals[no.proposal_id] = (no.ground, no.words)
    room.tellers = list(session.scalars(select(Teller.person_id).order_by(Teller.seat)))
    return room


def _elections(session: Session, room: Room) -> None:
    for request in session.scalars(select(ElectionRequest)):
        room.requests[request.id] = {name: getattr(request, name) for name in REQUESTED}
    for one in session.scalars(select(Nomination)):
        told = {name: getattr(one, name) for name in NOMINATED}
        withdrawn = one.withdrawn_at is not None
        room.nominations[one.id] = told | {"in": one.election_id, "is_withdrawn": withdrawn}
    for step in session.scalars(select(ElectionStep).where(ElectionStep.state == "abandoned")):
        room.abandoned[step.election_id] = step.reason or ""
    reached = select(ElectionStep).where(ElectionStep.state.in_(("open", "closed", "counted")))
    for step in session.scalars(reached.order_by(ElectionStep.id)):
        room.steps.append((step.election_id, step.state))
    for lot in session.scalars(select(ElectionLot)):
        room.lots[lot.id] = lot.election_id, lot.how, lot.drawn_by


def _step(state: str) -> Callable[[Room, Row], None]:
    return lambda room, fact: room.steps.append((fact["election_id"], state))


def _election_lot(room: Room, fact: Row) -> None:
    room.lots[fact["lot_id"]] = fact["election_id"], fact["how"], fact["drawn_by"]


def _requested(room: Room, fact: Row) -> None:
    room.requests[fact["request_id"]] = {name: fact[name] for name in REQUESTED}


def _nominated(room: Room, fact: Row) -> None:
    for one in fact["nominated"]:
        told = {name: one[name] for name in NOMINATED}
        where = {"in": fact["election_id"], "is_withdrawn": False}
        room.nominations[one["nomination_id"]] = told | where


def _nomination_withdrawn(room: Room, fact: Row) -> None:
    room.nominations[fact["nomination_id"]]["is_withdrawn"] = True


def _election_abandoned(room: Room, fact: Row) -> None:
    room.abandoned[fact["election_id"]] = fact["reason"]


def _chosen(room: Room, fact: Row) -> None:
    room.tellers = [one["person_id"] for one in fact["tellers"]]


def _order(room: Room, fact: Row) -> None:
    room.places[fact["item_id"]] = [put["proposal_id"] for put in fact["order"]]


def _refused(room: Room, fact: Row) -> None:
    room.refusals[fact["proposal_id"]] = (fact["ground"], fact["words"])


def _put_after_all(room: Room, fact: Row) -> None:
    del room.refusals[fact["proposal_id"]]


def _acclamation(room: Room, fact: Row) -> None:
    _close_acclamations(room, fact["item_id"])
    room.acclamations[fact["acclamation_id"]] = {
        "item": fact["item_id"],
        "kind": fact["question_kind"],
        "proposals": [put["proposal_id"] for put in fact["proposals"]],
        "found": (False, None),
        "is_closed": False,
    }


def _found(room: Room, fact: Row) -> None:
    room.acclamations[fact["acclamation_id"]]["found"] = (True, fact["proposal_id"])


def _demanded(room: Room, fact: Row) -> None:
    asked = {"item": fact["item_id"], "kind": fact["question_kind"], "person": fact["person_id"]}
    room.demands[fact["demand_id"]] = asked | {"met": None}


def _opened(room: Room, fact: Row) -> None:
    room.votes[fact["vote_id"]] = {name: fact[name] for name in QUESTION} | {
        **dict.fromkeys(FIGURES),
        "kind": fact["vote_kind"],
        "sides": (fact["yes_proposal_id"], fact["no_proposal_id"]),
        "closes_at": None,
        "is_closed": False,
        "is_abandoned": False,
        "casting": None,
        "answers": None,
    }
    _close_acclamations(room, fact["item_id"])
    for demand in _unmet(room, fact["item_id"]):
        if demand["kind"] == fact["vote_kind"]:
            demand["met"] = fact["vote_id"]


def _cast(room: Room, fact: Row) -> None:
    vote = room.votes[fact["vote_id"]]
    assert not vote["is_closed"], "after the closing"
    assert not vote["is_abandoned"], "after it was abandoned"
    said = {"person": fact["person_id"], "choice": fact["choice"], "by": fact["cast_by"]}
    room.ballots[fact["vote_id"], fact["seat"]] = said


def _closing(room: Room, fact: Row) -> None:
    room.votes[fact["vote_id"]]["closes_at"] = fact.get("closes_at")


def _closed(room: Room, fact: Row) -> None:
    told = {name: fact[name] for name in (*FIGURES, "answers")}
    room.votes[fact["vote_id"]].update(told, is_closed=True)


def _tie_broken(room: Room, fact: Row) -> None:
    casting = {"outcome": fact["outcome"], "carried_by": "casting_vote"}
    room.votes[fact["vote_id"]].update(casting, casting=fact["choice"])


def _lot_drawn(room: Room, fact: Row) -> None:
    room.votes[fact["vote_id"]].update(outcome=fact["outcome"], carried_by="lot")


def _abandoned(room: Room, fact: Row) -> None:
    room.votes[fact["vote_id"]]["is_abandoned"] = True
    for demand in room.demands.values():
        if demand["met"] == fact["vote_id"]:
            demand["met"] = None


def _gavelled(room: Room, fact: Row) -> None:
    sources = (fact["proposal_id"], fact["vote_id"], fact["acclamation_id"])
    room.decisions[fact["decision_id"]] = {
        "item": fact["item_id"],
        "text": fact["text"],
        "how": fact["how"],
        "sources": sources,
        "is_undone": False,
    }
    _close_acclamations(room, fact["item_id"])
    if fact["how"] == "ballot":
        for demand in _unmet(room, fact["item_id"]):
            demand["met"] = "ballot"


def _undone(room: Room, fact: Row) -> None:
    decision = room.decisions[fact["decision_id"]]
    decision["is_undone"] = True
    if acclamation := decision["sources"][2]:
        room.acclamations[acclamation]["is_closed"] = False
    if decision["how"] == "ballot":
        for demand in room.demands.values():
            demand["met"] = None if demand["met"] == "ballot" else demand["met"]


def _stated(room: Room, fact: Row) -> None:
    room.statements[fact["statement_id"]] = {
        "item": fact["item_id"],
        "kind": fact["statement_kind"],
        "person": fact["person_id"],
        "text": fact["text"],
        "is_withdrawn": False,
    }


def _withdrawn(room: Room, fact: Row) -> None:
    room.statements[fact["statement_id"]]["is_withdrawn"] = True


def _close_acclamations(room: Room, item: int) -> None:
    for put in room.acclamations.values():
        put["is_closed"] = put["is_closed"] or put["item"] == item


def _unmet(room: Room, item: int) -> list[Row]:
    return [one for one in room.demands.values() if one["item"] == item and one["met"] is None]


CHANGES = {
    "election.requested": _requested,
    "election.nominated": _nominated,
    "election.nomination_withdrawn": _nomination_withdrawn,
    "election.abandoned": _election_abandoned,
    "election.opened": _step("open"),
    "election.closed": _step("closed"),
    "election.paper_counted": _step("counted"),
    "election.lot_drawn": _election_lot,
    "election.counted": _step("counted"),
    "order.approved": _order,
    "proposal.refused": _refused,
    "proposal.refusal_undone": _put_after_all,
    "acclamation.opened": _acclamation,
    "acclamation.found": _found,
    "division.demanded": _demanded,
    "vote.opened": _opened,
    "vote.ballot_cast": _cast,
    "vote.closing": _closing,
    "vote.closing_stopped": _closing,
    "vote.closed": _closed,
    "vote.tie_broken": _tie_broken,
    "vote.lot_drawn": _lot_drawn,
    "vote.abandoned": _abandoned,
    "decision.gavelled": _gavelled,
    "decision.undone": _undone,
    "statement.made": _stated,
    "statement.withdrawn": _withdrawn,
    "tellers.chosen": _chosen,
}
