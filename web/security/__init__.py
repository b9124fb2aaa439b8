"""What stands between the world and the application, whatever the page.

Forged forms, floods, oversized bodies, foreign scripts, secrets that end up in logs, and
what is hidden from the public.
"""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from web.config import Config
from web.security import addresses, bodies, discretion, forms, headers, limits, veils
from web.security.limits import ballot_limits, per_person, sign_in_limits

__all__ = ["attach", "ballot_limits", "per_person", "sign_in_limits"]


def attach(app: Flask, config: Config) -> None:
    if config.proxies:
        behind = {"x_for": config.proxies, "x_proto": config.proxies, "x_host": config.proxies}
        app.wsgi_app = ProxyFix(app.wsgi_app, **behind)  # type: ignore[method-assign]
    discretion.attach()
    addresses.attach(app)  # before anything has an address
    headers.attach(app, config)
    bodies.attach(app)  # before anything reads the form
    forms.attach(app)
    limits.attach(app, config)
    veils.attach(app)
