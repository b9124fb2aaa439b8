"""What a vote gave, by the rule of its kind."""

from voting.models import Vote
from voting.rules.majority import Choice, Ground, Outcome, Required, Tally, outcome

CARRIED_BY = {
    Ground.MAJORITY: "majority",
    Ground.MINORITY: "minority",
    Ground.CASTING_VOTE: "casting_vote",
    Ground.TWO_THIRDS: "two_thirds",
    Ground.ALL_PRESENT: "all",
}
SHARES = (Ground.TWO_THIRDS, Ground.ALL_PRESENT)


def found(
    vote: Vote,
    figures: Tally,
    present: int,
    *,
    casting: Choice | None = None,
    chair_vote: Choice | None = None,
) -> Outcome:
    """Simple, a third (for the no side), two thirds or all.  KL 5:50, 5:55–56."""
    return outcome(
        figures,
        required=Required(vote.majority),
        present=present,
        casting=casting,
        chair_vote=chair_vote,
    )


def carried_by(result: Outcome) -> str | None:
    """None while even, and where the share that was needed has not been reached."""
    if result.by is None or (result.by in SHARES and result.result is not Choice.YES):
        return None
    return CARRIED_BY.get(result.by)
