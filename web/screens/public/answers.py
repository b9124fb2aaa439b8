"""Pages for everybody: the same for all, so that browsers and proxies may keep them for a while.

What is hidden is covered before the page gets its mark, so that nobody keeps an older one.
"""

from flask import make_response, render_template, request
from werkzeug.wrappers import Response

from web.security.veils import covered_html, hidden_here


def page(template: str, seconds: int, /, **values: object) -> Response:
    """To be kept so many seconds; after that a question whether it is still so costs no page."""
    pieces = hidden_here()
    answer = make_response(covered_html(render_template(template, **values), pieces))
    answer.headers["Cache-Control"] = f"public, max-age={seconds}"
    answer.add_etag()
    answer.make_conditional(request)
    return answer
