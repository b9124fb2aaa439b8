"""What every answer tells the browser: nothing but our own scripts, styles and frames."""

from urllib.parse import urlsplit

from flask import Flask, Response, request
from flask_login import current_user

from web.config import Config

HALF_A_YEAR = 15_768_000  # seconds
SECRET_PLACES = ("/links/", "/invitations/", "/authenticator")


def attach(app: Flask, config: Config) -> None:
    told = _always(config)

    @app.after_request
    def tell(response: Response) -> Response:
        for name, value in told.items():
            response.headers.setdefault(name, value)
        if request.path.startswith(SECRET_PLACES):
            response.headers["Referrer-Policy"] = "no-referrer"
            response.headers["X-Robots-Tag"] = "noindex"
            response.headers["Cache-Control"] = "no-store"
        elif _is_personal(response):
            response.headers["Cache-Control"] = "no-store"
        return response


def _always(config: Config) -> dict[str, str]:
    is_safe = config.address.startswith("https://")
    told = {
        "Content-Security-Policy": _policy(config.address),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(self), microphone=(self), screen-wake-lock=(self), "
        "geolocation=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if is_safe:
        told["Strict-Transport-Security"] = f"max-age={HALF_A_YEAR}; includeSubDomains"
    return told


def _policy(address: str) -> str:
    """The sockets are named as well: older Safari does not count them to 'self'."""
    parts = urlsplit(address)
    socket = f"{'wss' if parts.scheme == 'https' else 'ws'}://{parts.netloc}"
    rules = {
        "default-src": "'self'",
        "connect-src": f"'self' {socket}",
        "img-src": "'self' data: blob:",
        "media-src": "'self' blob:",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _is_personal(response: Response) -> bool:
    """A page made for somebody who is signed in is nobody else's, and not the back button's."""
    is_ours = request.endpoint not in (None, "static") and "Cache-Control" not in response.headers
    return is_ours and bool(current_user) and current_user.is_authenticated
