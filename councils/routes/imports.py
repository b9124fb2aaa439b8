"""People are imported in two presses: the file is handed in and looked at, then confirmed."""

from collections.abc import Callable

from flask import Blueprint, abort, current_app, redirect, request
from flask_login import current_user
from werkzeug.wrappers import Response

from core.access import actor, clerk, database, perform, takes_files
from core.errors import BadInput
from core.log import REGISTER
from councils.actions.councils import kept_by
from councils.actions.register import import_people
from councils.backends.uploads import Uploads
from councils.models import Council
from councils.queries.sizes import most_seats
from councils.rules.register import Listed

blueprint = Blueprint("imports", __name__, url_prefix="/councils/<int:council_id>/imports")
ReadPeople = Callable[[dict[str, bytes], int], tuple[Listed, ...] | None]
FILES = 20


@blueprint.post("")
@clerk
@takes_files
def hand_in(council_id: int) -> Response:
    with database().reading() as session:
        kept_by(session, council_id, actor())
    sent = [file for file in request.files.getlist("files") if file.filename]
    if not sent or len(sent) > FILES:
        raise BadInput("Välj en Excelfil, en zipfil eller CSV-filer.", "files")
    files = {str(file.filename): file.stream.read() for file in sent}
    name = _uploads().keep(files, council_id, current_user.id)
    return redirect(f"/councils/{council_id}/imports/{name}", 303)


@blueprint.post("/<name>/confirmation")
@clerk
def confirm(council_id: int, name: str) -> Response:
    files = _uploads().read(name, council_id, current_user.id)
    with database().reading() as session:
        council = session.get(Council, council_id)
        seats = most_seats(session, council) if council else 0
    if files is None or council is None:
        abort(404)
    read: ReadPeople = current_app.extensions["read_people"]
    rows = read(files, seats)
    if rows is None:
        raise BadInput("Filen har fel och kan inte importeras.", "files")
    shown = request.form.get("fingerprint", "")
    return perform(import_people, REGISTER, council_id, rows, shown)


def _uploads() -> Uploads:
    return Uploads(current_app.extensions["klubba"].data / "imports")
