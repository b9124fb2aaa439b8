"""One vote, whole and for good: every figure, every name, and what the answers meant (VOTE-10)."""

from flask import Blueprint, make_response, render_template
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from agenda.models import Item
from core import swedish
from core.access import database, public
from core.errors import NotFound
from councils.models import Party
from meetings.models import Meeting
from meetings.queries import announcing, state
from voting.models import Vote
from voting.queries.results import AnswerRow, Result, open_result
from voting.queries.votes import vote_in
from voting.queries.words import explanation, heading, says_all
from web.language import current
from web.screens.public import answers, seating

blueprint = Blueprint("results", __name__, url_prefix="/meetings/<int:meeting_id>")
KEPT = 60  # seconds: only a tie that is broken changes what stands here


@blueprint.get("/votes/<int:vote_id>")
@public
def result(meeting_id: int, vote_id: int) -> Response:
    with database().reading() as session:
        vote = vote_in(session, meeting_id, vote_id)
        meeting = state.meeting(session, meeting_id)
        if vote.closed_at is None or vote.abandoned_at is not None:
            return _without_figures(vote, _open_item(session, vote), meeting)
        found = open_result(session, meeting_id, vote_id)
        names = _party_names(session, meeting.council_id)
        standing = announcing.force(session, meeting_id).get(vote.item_id)
    language = current()
    return answers.page(
        "screens/results/page.html",
        KEPT,
        meeting=meeting,
        result=found,
        heading=heading(found, language),
        explanation=explanation(found, language),
        says_all=says_all(found),
        picture=seating.by_vote(found),
        rows=by_party_and_name(found),
        names=names,
        standing=standing,
        demanded_by=_with_party(found, found.vote.demanded_by, found.demanded_by),
        casting_by=_with_party(found, found.vote.casting_by, found.casting_by),
    )


def by_party_and_name(found: Result) -> list[AnswerRow]:
    """As the parties sit, and within each by name."""
    place = {row.party: number for number, row in enumerate(found.parties)}
    return sorted(
        found.answers,
        key=lambda row: (place.get(row.party or "", len(place)), swedish.sort_key(row.name or "")),
    )


def _without_figures(vote: Vote, item: Item, meeting: Meeting) -> Response:
    """While it goes on, and if it was abandoned: what is asked, and nothing of how it goes."""
    page = render_template("screens/results/open.html", vote=vote, item=item, meeting=meeting)
    answer = make_response(page)
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def _open_item(session: Session, vote: Vote) -> Item:
    item = session.get_one(Item, vote.item_id)
    if item.closed_doors:
        raise NotFound("Överläggningen är stängd.")
    return item


def _party_names(session: Session, council_id: int) -> dict[str, str]:
    names = select(Party.letters, Party.name).where(Party.council_id == council_id)
    return dict(session.execute(names).all())


def _with_party(found: Result, person_id: int | None, name: str | None) -> str | None:
    """Bo Bok (V), by the seat the person sat in."""
    party = next(
        (row.party for row in found.answers if person_id and row.person_id == person_id), None
    )
    return f"{name} ({party})" if name and party else name
