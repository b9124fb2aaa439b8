"""The whole council's part in a vote, one character for each seat."""

from sqlalchemy.orm import Session

from voting.queries.places import Place, places
from voting.queries.votes import on_show
from voting.rules.statements import Standing

VOTED = "x"  # while the vote is open: that, never how (ORDER-7)
NOTHING = "."
ASIDE = "-"
ASIDES = (Standing.RECUSED, Standing.NOT_TAKING_PART)
LETTERS = {
    "yes": "j",
    "no": "n",
    "abstain": "a",
    "recused": ASIDE,
    "not_taking_part": ASIDE,
}


def vote_letters(session: Session, meeting_id: int) -> str:
    """j, n, a once it has closed, before that x for voted; - stands aside; . nothing."""
    vote = on_show(session, meeting_id)
    if vote is None:
        return ""
    if vote.is_open:
        return "".join(_while_open(place) for place in places(session, vote))
    return "".join(LETTERS.get(row["choice"], NOTHING) for row in vote.answers or [])


def _while_open(place: Place) -> str:
    if place.has_voted:
        return VOTED
    return ASIDE if place.standing in ASIDES else NOTHING
