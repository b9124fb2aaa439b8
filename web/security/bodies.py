"""An act is small.  Only a view that says it takes files may be sent something large."""

from flask import Flask, abort, current_app, request

SMALL = 20_000  # bytes


def attach(app: Flask) -> None:
    @app.before_request
    def keep_small() -> None:
        if request.headers.get("Transfer-Encoding"):
            abort(411)  # browsers say how long a form is; what does not might never end
        view = current_app.view_functions.get(request.endpoint or "")
        if not getattr(view, "takes_files", False):
            request.max_content_length = getattr(view, "most", SMALL)
        most = request.max_content_length
        if most is not None and (request.content_length or 0) > most:
            abort(413)
