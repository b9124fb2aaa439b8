"""In which language a page is drawn: the one asked for in its address, else the one chosen before,
else Swedish.

The choice is kept in a cookie of its own, which nobody gets who has not chosen.
"""

from typing import Any
from urllib.parse import urlencode

from flask import Flask, Response, has_request_context, request
from flask_babel import Babel, get_locale, gettext

from core.live.asking import LANGUAGES
from core.words import in_language

ASKED = "language"  # in an address, and the name of the cookie
NAMES = {"sv": "Svenska", "en": "English"}
KEPT = 365 * 24 * 3600  # seconds


def attach(app: Flask) -> None:
    Babel(app, locale_selector=selected)
    app.add_template_filter(said)
    app.context_processor(_others)
    app.after_request(_remember)


def selected() -> str | None:
    """None, which is Swedish, for whoever has not chosen, and for letters and background work."""
    return (_asked() or _chosen()) if has_request_context() else None


def said(words: str) -> str:
    """In the language of the page; what is no sentence of ours stays as it is."""
    return in_language(words, gettext)


def current() -> str:
    """The language of the page being drawn."""
    return str(get_locale() or LANGUAGES[0])


def _asked() -> str | None:
    return _known(request.args.get(ASKED))


def _chosen() -> str | None:
    return _known(request.cookies.get(ASKED))


def _known(word: str | None) -> str | None:
    return word if word in LANGUAGES else None


def _others() -> dict[str, Any]:
    """The same page in the other languages: (language, its own name, address)."""
    others = [word for word in LANGUAGES if word != current()]
    return {"languages": [(word, NAMES[word], _address(word)) for word in others]}


def _address(language: str) -> str:
    """Of this page; of the front page, if this one answers something that was sent."""
    if request.method != "GET":
        return f"/?{urlencode({ASKED: language})}"
    given = [(key, value) for key, value in request.args.items(multi=True) if key != ASKED]
    return f"{request.path}?{urlencode([*given, (ASKED, language)])}"


def _remember(answer: Response) -> Response:
    """Only pages: what a script fetches says its language in the address and chooses nothing."""
    if answer.mimetype != "text/html":
        return answer
    answer.vary.add("Cookie")  # the same address is another page in another language
    asked = _asked()
    if asked and asked != _chosen():
        answer.set_cookie(
            ASKED, asked, max_age=KEPT, httponly=True, samesite="Lax", secure=request.is_secure
        )
    return answer
