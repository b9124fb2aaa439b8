"""Out: of this device, of one's others, or (by the office) somebody else of all of theirs."""

from flask import Blueprint, redirect, request
from flask_login import current_user
from werkzeug.wrappers import Response

from core.access import actor, clerk, database, live, public, writer
from core.log import REGISTER
from councils.actions.sign_ins import sign_out, sign_out_everywhere
from councils.queries import access
from web.auth.browser import let_out, onward

blueprint = Blueprint("revocations", __name__)


@blueprint.post("/revocations")
@public
def revoke() -> Response:
    """`sign_in`: the device's key, "all", or nothing for this one.  Works for who is out too."""
    if not current_user.is_authenticated:
        return redirect("/", 303)
    wanted = request.form.get("sign_in") or current_user.key
    if wanted == "all":
        _everywhere(current_user.id)
    else:
        writer().submit(REGISTER, sign_out, wanted, by=actor())
        live().drop(wanted)
    if wanted in ("all", current_user.key):
        let_out()
    return onward("/")


@blueprint.post("/people/<int:person_id>/revocations")
@clerk
def revoke_somebody(person_id: int) -> Response:
    _everywhere(person_id)
    return onward(f"/people/{person_id}")


def _everywhere(person_id: int) -> None:
    with database().reading() as session:
        keys = [device.digest for device in access.signed_in_devices(session, person_id)]
    writer().submit(REGISTER, sign_out_everywhere, person_id, by=actor())
    for key in keys:
        live().drop(key)
