"""How often.  A whole council in one hall shares one address, so only failed tries count there."""

from collections.abc import Callable

from flask import Flask, Response, g, request
from flask_limiter import Limiter, RouteLimit
from flask_limiter.util import get_remote_address
from flask_login import current_user

from web.config import Config

FAILED_PER_ADDRESS = "40 per 10 minutes"
FAILED_PER_PERSON = "10 per 10 minutes"
ACTS = "10 per second"
BAD = 400
SAFE = ("GET", "HEAD", "OPTIONS")


def has_failed(response: Response) -> bool:
    return response.status_code >= BAD or bool(g.get("refused"))


def is_not_an_act() -> bool:
    return request.method in SAFE or not current_user.is_authenticated


def who_acts() -> str:
    return f"acts:{current_user.id}"


limiter = Limiter(
    who_acts,
    default_limits=[ACTS],
    default_limits_exempt_when=is_not_an_act,
    strategy="moving-window",
)
sign_in_limits = limiter.limit(
    FAILED_PER_ADDRESS, key_func=get_remote_address, deduct_when=has_failed
)


def per_person(named: Callable[[], str]) -> RouteLimit:
    """Failed tries to get in as one and the same person, from wherever they come."""
    return limiter.limit(
        FAILED_PER_PERSON, key_func=lambda: f"person:{named()}", deduct_when=has_failed
    )


def attach(app: Flask, config: Config) -> None:
    app.config.update(
        RATELIMIT_ENABLED=config.rate_limits,
        RATELIMIT_STORAGE_URI=config.redis or "memory://",
    )
    limiter.init_app(app)
