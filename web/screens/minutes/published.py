"""The approved minutes as everybody may read them: reviewed, with what is personal hidden."""

from dataclasses import dataclass, replace

from flask import Blueprint, jsonify
from flask_babel import force_locale, gettext
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from agenda.queries.covers import papers as documents
from core.access import database, public
from core.errors import NotFound
from core.words import Sentence
from councils.models import Council
from meetings.models import MinutesVersion
from meetings.queries import announcing, approval, masks, state
from meetings.queries.board import Standing
from web.gateways.minutes import Block, Paper, texts_of
from web.gateways.minutes.frozen import told
from web.screens.minutes.approval import title
from web.screens.minutes.draft import sent_docx, sent_pdf
from web.screens.minutes.press import public_copy
from web.screens.public import answers

blueprint = Blueprint(
    "published_minutes", __name__, url_prefix="/meetings/<int:meeting_id>/minutes/published"
)
KEPT = 60  # seconds
FORMAT = "klubba-minutes-1"
MASKED = Sentence(
    "Personuppgifter är maskerade (████) i den här versionen. "
    "Originalet finns hos fullmäktiges kansli."
)


@dataclass(frozen=True)
class Published:
    """`hidden`: is anything left out in it?  `notice`: of the approval, if it is posted."""

    version: MinutesVersion
    title: str
    paper: Paper
    notice: Standing | None
    hidden: bool


@blueprint.get("")
@public
def published(meeting_id: int) -> Response:
    """The whole if it is there, else each item that was approved at once."""
    with database().reading() as session:
        meeting = state.meeting(session, meeting_id)
        papers = [_of(session, one) for one in _shown(session, meeting_id)]
        council = session.get_one(Council, meeting.council_id)
        covered = [cover for _item, _one, cover in documents(session, meeting_id) if cover]
    return answers.page(
        "screens/minutes/published.html",
        KEPT,
        meeting=meeting,
        council=council,
        papers=papers,
        masked=MASKED,
        withheld=sum(cover.copy is None for cover in covered),
        copies=sum(cover.copy is not None for cover in covered),
    )


@blueprint.get("/<int:version_id>.pdf")
@public
def published_pdf(meeting_id: int, version_id: int) -> Response:
    return sent_pdf(_on_paper(_one(meeting_id, version_id)))


@blueprint.get("/<int:version_id>.docx")
@public
def published_docx(meeting_id: int, version_id: int) -> Response:
    return sent_docx(_on_paper(_one(meeting_id, version_id)))


@blueprint.get("/<int:version_id>.json")
@public
def published_json(meeting_id: int, version_id: int) -> Response:
    one = _one(meeting_id, version_id)
    answer: Response = jsonify(
        format=FORMAT,
        meeting_id=meeting_id,
        paragraph=one.version.paragraph,
        approved_on=one.version.approved_on,
        digest=one.version.digest,
        is_masked=one.hidden,
        **told(one.paper),
    )
    answer.headers["Cache-Control"] = f"public, max-age={KEPT}"
    return answer


def _one(meeting_id: int, version_id: int) -> Published:
    with database().reading() as session:
        version = approval.version_in(session, meeting_id, version_id)
        if version.published_at is None:
            raise NotFound("Protokollet är inte publicerat.")
        return _of(session, version)


def _on_paper(one: Published) -> Paper:
    """A file says by itself that something is left out in it."""
    if not one.hidden:
        return one.paper
    with force_locale("sv"):
        note = Block("paragraph", gettext(MASKED))
    first, *others = one.paper.blocks
    return replace(one.paper, blocks=(first, note, *others))


def _shown(session: Session, meeting_id: int) -> list[MinutesVersion]:
    out = [one for one in approval.versions(session, meeting_id) if one.published_at]
    whole = [one for one in out if one.item_id is None]
    if not out:
        raise NotFound("Protokollet är inte publicerat.")
    return whole or sorted(out, key=lambda one: one.paragraph or 0)


def _of(session: Session, version: MinutesVersion) -> Published:
    paper = public_copy(session, version)
    return Published(
        version=version,
        title=masks.veil(session, version.meeting_id)(title(session, version)),
        paper=paper,
        notice=announcing.standing_of(session, version),
        hidden=any(masks.HIDDEN in text for block in paper.blocks for text in texts_of(block)),
    )
