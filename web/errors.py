"""What went wrong, said in plain Swedish: a sentence for a script, a page for a person."""

from urllib.parse import urlencode

from flask import Flask, Response, jsonify, redirect, render_template, request
from flask_babel import lazy_gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as BaseResponse

from core.access import wants_json
from core.errors import NotStored, RuleBroken
from web.language import said

WORDS = {
    400: _("Det som skickades gick inte att förstå."),
    401: _("Du behöver logga in först."),
    403: _("Du har inte behörighet till detta."),
    404: _("Sidan finns inte."),
    405: _("Det går inte att göra så här."),
    411: _("Det som skickades saknar längd."),
    413: _("Filen är för stor."),
    429: _("Det blev för många försök. Vänta en stund och försök igen."),
    500: _("Något gick fel hos oss. Inget har ändrats. Försök igen."),
}


def attach(app: Flask) -> None:
    app.register_error_handler(RuleBroken, _rule)
    app.register_error_handler(NotStored, _not_stored)
    app.register_error_handler(CSRFError, _forged)
    app.register_error_handler(HTTPException, _http)


def _rule(error: RuleBroken) -> Response:
    return _said(
        said(error.words),
        error.status,
        kind=type(error).__name__,
        field=getattr(error, "field", None),
    )


def _not_stored(error: NotStored) -> Response:
    answer = _said(said(error.words), error.status, kind="NotStored")
    answer.headers["Retry-After"] = "1"
    return answer


def _forged(_error: CSRFError) -> Response:
    return _said(
        str(_("Sidan har blivit för gammal. Läs in den igen och försök en gång till.")),
        400,
        kind="Stale",
    )


def _http(error: HTTPException) -> Response | BaseResponse:
    status = error.code or 500
    if status == 401 and request.method == "GET" and not wants_json():  # noqa: PLR2004
        back = request.full_path.rstrip("?")
        return redirect(f"/sign-ins?{urlencode({'next': back})}", 303)
    return _said(str(WORDS.get(status, error.name)), status, kind=error.name)


def _said(words: str, status: int, *, kind: str, field: str | None = None) -> Response:
    if wants_json():
        answer = jsonify(error=words, kind=kind, field=field)
    else:
        answer = Response(
            render_template("screens/error.html", words=words, status=status), mimetype="text/html"
        )
    answer.status_code = status
    return answer
