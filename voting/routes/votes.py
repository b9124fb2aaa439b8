"""Open votes: opened, cast in, closed.  Each act is a resource, never a verb."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import perform, signed_in
from voting.actions import votes
from voting.actions.votes.lawful import LONGEST
from voting.models import VoteKind
from voting.queries.questions import Question
from voting.rules.majority import Choice, Required

blueprint = Blueprint("votes", __name__, url_prefix="/meetings/<int:meeting_id>/votes")


@blueprint.post("")
@signed_in
def open_vote(meeting_id: int) -> Response:
    """Without a question: the one that comes next, in the words it was shown with."""
    item = forms.whole(request.form, "item")
    reason = forms.maybe_text(request.form, "reason", most=500)
    return perform(votes.open_vote, meeting_id, item, _question(), _confirmed(), reason)


@blueprint.put("/<int:vote_id>/ballot")
@signed_in
def cast_ballot(meeting_id: int, vote_id: int) -> Response:
    return perform(votes.cast_ballot, meeting_id, vote_id, _choice())


@blueprint.put("/<int:vote_id>/ballots/<int:seat>")
@signed_in
def cast_for(meeting_id: int, vote_id: int, seat: int) -> Response:
    return perform(votes.cast_for, meeting_id, vote_id, seat, _choice(), _confirmed())


@blueprint.post("/<int:vote_id>/reminders")
@signed_in
def remind(meeting_id: int, vote_id: int) -> Response:
    return perform(votes.remind, meeting_id, vote_id)


@blueprint.put("/<int:vote_id>/closing")
@signed_in
def begin_closing(meeting_id: int, vote_id: int) -> Response:
    return perform(votes.begin_closing, meeting_id, vote_id, _confirmed())


@blueprint.delete("/<int:vote_id>/closing")
@signed_in
def stop_closing(meeting_id: int, vote_id: int) -> Response:
    return perform(votes.stop_closing, meeting_id, vote_id)


@blueprint.put("/<int:vote_id>/closure")
@signed_in
def close_vote(meeting_id: int, vote_id: int) -> Response:
    return perform(votes.close_vote, meeting_id, vote_id)


@blueprint.put("/<int:vote_id>/abandonment")
@signed_in
def abandon_vote(meeting_id: int, vote_id: int) -> Response:
    reason = forms.text(request.form, "reason", most=500)
    return perform(votes.abandon_vote, meeting_id, vote_id, reason)


@blueprint.put("/<int:vote_id>/casting-vote")
@signed_in
def use_casting_vote(meeting_id: int, vote_id: int) -> Response:
    return perform(votes.use_casting_vote, meeting_id, vote_id, _choice(), _confirmed())


@blueprint.put("/<int:vote_id>/lot")
@signed_in
def record_lot(meeting_id: int, vote_id: int) -> Response:
    return perform(votes.record_lot, meeting_id, vote_id, _choice(), _confirmed())


def _choice() -> Choice:
    return forms.word(request.form, "choice", Choice)


def _confirmed() -> bool:
    return forms.flag(request.form, "confirmed")


def _question() -> Question | None:
    form = request.form
    if "kind" not in form:
        return None
    return Question(
        kind=forms.word(form, "kind", VoteKind),
        majority=forms.word(form, "majority", Required) if "majority" in form else Required.SIMPLE,
        text=forms.text(form, "question", most=LONGEST),
        yes_means=forms.text(form, "yes_means", most=LONGEST),
        no_means=forms.text(form, "no_means", most=LONGEST),
        yes_proposal_id=forms.maybe_whole(form, "yes_proposal"),
        no_proposal_id=forms.maybe_whole(form, "no_proposal"),
    )
