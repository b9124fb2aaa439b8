"""Pages for everybody: the same for all, so that browsers and proxies may keep them for a while."""

from flask import make_response, render_template, request
from werkzeug.wrappers import Response


def page(template: str, seconds: int, /, **values: object) -> Response:
    """To be kept so many seconds; after that a question whether it is still so costs no page."""
    answer = make_response(render_template(template, **values))
    answer.headers["Cache-Control"] = f"public, max-age={seconds}"
    answer.add_etag()
    answer.make_conditional(request)
    return answer
