"""How often.  A whole council in one hall shares one address, so only failed tries count there."""

from collections.abc import Callable

from flask import Flask, Response, abort, g, request
from flask_limiter import Limiter, RouteLimit
from flask_limiter.util import get_remote_address
from flask_login import current_user
from limits import RateLimitItemPerSecond

from web.config import Config

FAILED_PER_ADDRESS = "40 per 10 minutes"
FAILED_PER_PERSON = "10 per 10 minutes"
FALSE_BALLOTS = "10 per minute"
FALSE = 422
ACTS = RateLimitItemPerSecond(10)
BAD = 400
SAFE = ("GET", "HEAD", "OPTIONS")


def has_failed(response: Response) -> bool:
    return response.status_code >= BAD or bool(g.get("refused"))


limiter = Limiter(get_remote_address, strategy="moving-window")
sign_in_limits = limiter.limit(
    FAILED_PER_ADDRESS, key_func=get_remote_address, deduct_when=has_failed
)


def has_sent_no_ballot(response: Response) -> bool:
    """Too early, too late or twice are no fault of whoever sits in the hall with all the others."""
    return response.status_code == FALSE


ballot_limits = limiter.limit(
    FALSE_BALLOTS, key_func=get_remote_address, deduct_when=has_sent_no_ballot
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
    app.before_request(count_acts)


def count_acts() -> None:
    """Asks the counter itself, since a round through the limiter costs five times as much."""
    if request.method in SAFE or not (limiter.enabled and current_user.is_authenticated):
        return
    if not limiter.limiter.hit(ACTS, "acts", str(current_user.id)):
        abort(429)
