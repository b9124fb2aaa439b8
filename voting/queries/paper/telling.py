"""What an election on paper gave, whole: as the log is told it, and as the screens show it."""

from voting.facts import (
    ElectionPaperCounted,
    GroupCounted,
    InvalidSlips,
    PersonCounted,
    RoundCounted,
    ServiceCounted,
)
from voting.queries.paper.standing import Standing
from voting.rules.paper.result import Result


def counted(found: Standing, result: Result, officer: str) -> ElectionPaperCounted:
    """Complete from the fact alone."""
    election, urn = found.election, result.urn
    return ElectionPaperCounted(
        election_id=election.id,
        item_id=election.item_id,
        title=election.title,
        part=election.part,
        places=election.places,
        is_proportional=election.is_proportional,
        present=(found.paper and found.paper.present) or 0,
        voted=found.ticked,
        cast=urn.cast,
        valid=urn.valid,
        blank=urn.blank,
        invalid=tuple(InvalidSlips(each.value, n) for each, n in urn.invalid_by),
        votes=_votes(result),
        groups=tuple(
            GroupCounted(one.number, one.designation, one.votes, one.names) for one in result.groups
        ),
        rounds=_rounds(result),
        elected=result.elected,
        unfilled=result.unfilled,
        service=tuple(ServiceCounted(one.designation, one.order) for one in result.service),
        officer=officer,
        tellers=tuple(one.name for one in found.tellers),
    )


def _votes(result: Result) -> tuple[PersonCounted, ...]:
    return tuple(PersonCounted(*one) for one in (result.tallied.counts if result.tallied else ()))


def _rounds(result: Result) -> tuple[RoundCounted, ...]:
    return tuple(
        RoundCounted(row.round, row.place, row.person, row.group, str(row.quotient), row.by_lot)
        for row in result.rows
    )
