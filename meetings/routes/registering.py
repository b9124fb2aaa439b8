"""The meeting's documents for the municipality's register: logged, then sent as one file."""

from collections.abc import Iterator
from typing import Protocol
from uuid import uuid4

from flask import Blueprint, current_app
from werkzeug.wrappers import Response

from core.access import actor, clerk, database, submit
from core.errors import NotAllowed
from meetings.actions.registering import hand_out_documents
from meetings.policy import may_clerk
from meetings.queries import state

blueprint = Blueprint("registering", __name__, url_prefix="/meetings/<int:meeting_id>")


class Parcel(Protocol):
    name: str

    @property
    def pieces(self) -> tuple[object, ...]: ...

    @property
    def behind_doors(self) -> int: ...

    @property
    def digest(self) -> str: ...

    def zipped(self) -> Iterator[bytes]:
        """The whole as a ZIP, in pieces."""


class Registrar(Protocol):
    """Gathers the documents; made by `web.register`."""

    def parcel(self, meeting_id: int) -> Parcel: ...


@blueprint.post("/register-exports")
@clerk
def hand_out(meeting_id: int) -> Response:
    with database().reading() as session:  # before all of it is gathered
        state.meeting(session, meeting_id)
        if not may_clerk(session, meeting_id, actor()):
            raise NotAllowed("Det gör fullmäktiges kansli.")
    registrar: Registrar = current_app.extensions["registrar"]
    parcel = registrar.parcel(meeting_id)
    told = (len(parcel.pieces), parcel.behind_doors, parcel.digest)
    submit(hand_out_documents, meeting_id, *told, key=uuid4().hex)  # each fetching is told
    answer = Response(parcel.zipped(), mimetype="application/zip")
    answer.headers["Content-Disposition"] = f'attachment; filename="{parcel.name}.zip"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
