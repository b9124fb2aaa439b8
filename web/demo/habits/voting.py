"""Answering when the chair asks, doubting what she finds, and voting with the party, mostly."""

from voting.actions import acclamations, demands, votes
from voting.queries.places import Place
from voting.rules.majority import Choice
from web.demo.crowd import Crowd
from web.demo.names import GOVERNING
from web.demo.sight import Sight

AT_ONCE = 6
DISSENT = 0.06  # share that abstains


def answer(crowd: Crowd, seen: Sight) -> None:
    put, current = seen.acclamation, seen.current
    if put is None or current is None or put.found_at is not None:
        return
    for row in crowd.chance.sample(seen.remote, min(AT_ONCE, len(seen.remote))):
        said = put.proposals[0 if row.party in GOVERNING else -1]
        key = f"acclamation-{put.id}"  # one answer each
        act = (acclamations.answer_acclamation, put.id, said)
        crowd.attempt(*act, by=row.person_id or 0, key=key)
    plan = crowd.plan(seen)
    if plan is not None and plan.is_disputed and crowd.now_and_then(0.35):
        opposed = [row.person_id for row in seen.serving if row.party == "SD"]
        crowd.attempt(demands.demand_division, current.item.id, by=opposed[0] or 0)


def vote(crowd: Crowd, seen: Sight) -> None:
    """A quarter of those who are left each second; whoever has lost the line must wait."""
    if seen.vote is None:
        return
    left = [place for place in seen.places if _acts(crowd, seen, place)]
    crowd.chance.shuffle(left)
    for place in left[: max(AT_ONCE, len(left) // 4)]:
        act = (votes.cast_ballot, seen.vote.id, _choice(crowd, place))
        crowd.attempt(*act, by=place.person_id or 0)


def _acts(crowd: Crowd, seen: Sight, place: Place) -> bool:
    is_left = place.is_missing and place.person_id not in (seen.chair, *crowd.away)
    return is_left and not crowd.is_a_person(place.person_id)


def _choice(crowd: Crowd, place: Place) -> Choice:
    if crowd.now_and_then(DISSENT):
        return Choice.ABSTAIN
    return Choice.YES if place.row.party in GOVERNING else Choice.NO
