"""`klubba count majority`: from the slips on the table to who is elected (KL 5:54–56)."""

from councils.rules.procedure import MajorityBallotRule
from voting.rules.counted import ANNULLED, CountStatus, urn_fault
from voting.rules.persons import Election, Level, Slips, Tallied, elect, tally
from web.counting.fields import Case, Name, Natural, Plain, Positive, about
from web.counting.lots import NamesDrawn, urn


class Entry(Case, frozen=True):
    """Without names: blank."""

    names: list[Name]
    count: Positive


class Majority(Case, frozen=True):
    voters_present: Positive
    places: Positive
    ballots: list[Entry]
    blank: Natural = 0
    invalid: Natural = 0
    eligible: list[Name] | None = None
    ballot_rule: MajorityBallotRule = MajorityBallotRule.EXACT
    voted: Natural | None = None
    lots: NamesDrawn | None = None
    office: str | None = None


def count(given: Majority) -> Plain:
    eligible = None if given.eligible is None else frozenset(given.eligible)
    slips = [Slips(tuple(entry.names), entry.count) for entry in given.ballots]
    found = tally(slips, given.places, rule=given.ballot_rule, eligible=eligible)
    told = _ballots(given, found)
    with about("voted"):
        cast, present = told["cast"], given.voters_present
        fault = urn_fault(cast, found.valid, voters_present=present, voted=given.voted)
    counts = () if fault in ANNULLED else found.counts
    draws = urn(given.lots)
    with about("lots"):
        made = elect(counts, given.places, draws)
        draws.close()
    waits = CountStatus.LOT_NEEDED if made.is_waiting else CountStatus.DONE
    return {
        "status": fault or waits,
        "ballots": told,
        "counts": [{"person": person, "votes": votes} for person, votes in counts],
        **_elected(made),
    }


def _ballots(given: Majority, found: Tallied) -> Plain:
    blank, invalid = found.blank + given.blank, found.invalid + given.invalid
    cast = found.valid + blank + invalid
    return {"cast": cast, "valid": found.valid, "blank": blank, "invalid": invalid}


def _elected(made: Election) -> Plain:
    level = made.level
    return {
        "elected": [
            {
                "place": each.place,
                "person": each.person,
                "votes": each.votes,
                "by_lot": each.by_lot,
            }
            for each in made.elected
        ],
        "ties": [_tie(level)] if level and level.drawn else [],
        "next_tie": _next(level) if level and not level.is_done else None,
        "unfilled": made.unfilled,
    }


def _tie(level: Level) -> Plain:
    told = {"votes": level.votes, "tied": list(level.tied), "places": level.places}
    return {**told, "drawn": list(level.drawn)}


def _next(level: Level) -> Plain:
    left = level.places - len(level.drawn)
    return {"votes": level.votes, "tied": list(level.left), "places": left}
