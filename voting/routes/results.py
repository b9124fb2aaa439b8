"""What can be fetched about a vote: open data once it has closed, and one's own answer."""

from flask import Blueprint, Response, jsonify
from flask_login import current_user

from core.access import database, public, signed_in
from voting.queries.open_data import as_csv, as_json
from voting.queries.own import own_vote
from voting.queries.results import open_result

blueprint = Blueprint("vote_results", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.get("/votes/<int:vote_id>.json")
@public
def in_json(meeting_id: int, vote_id: int) -> Response:
    with database().reading() as session:
        return jsonify(as_json(session, open_result(session, meeting_id, vote_id)))


@blueprint.get("/votes/<int:vote_id>.csv")
@public
def in_csv(meeting_id: int, vote_id: int) -> Response:
    with database().reading() as session:
        page = as_csv(open_result(session, meeting_id, vote_id))
    name = f"votering-{meeting_id}-{vote_id}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response("\ufeff" + page, mimetype="text/csv", headers=headers)


@blueprint.get("/me/vote")
@signed_in
def own(meeting_id: int) -> Response:
    """`null` while there is no vote; never cached."""
    with database().reading() as session:
        answer = jsonify(own_vote(session, meeting_id, int(current_user.id)))
    answer.headers["Cache-Control"] = "no-store"
    return answer
