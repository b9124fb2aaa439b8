"""What is wrong with how Klubba is set up here, each in a sentence; and is anybody in a vote?"""

import os
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import select

from core.db import Database
from meetings.models import Meeting
from voting.models import Vote
from web.config import ONLY_FOR_DEVELOPMENT, Config
from web.gateways.seal import of, owner

AT_HOME = {"127.0.0.1", "localhost", "::1"}
SHORTEST_SECRET = 32
REFUSED = {
    "eventlet": "eventlet får inte vara installerat: Socket.IO skulle välja det framför gevent.",
    "geventwebsocket": "gevent-websocket får inte vara installerat: varje anslutning skulle falla.",
}


def problems(config: Config) -> list[str]:
    return [said for check in CHECKS for said in check(config)]


def _secret(config: Config) -> Iterator[str]:
    if urlsplit(config.address).hostname in AT_HOME:
        return
    if config.secret == ONLY_FOR_DEVELOPMENT:
        yield "KLUBBA_SECRET är inte satt. Sätt den till minst 32 slumpade tecken."
    elif len(config.secret) < SHORTEST_SECRET:
        yield "KLUBBA_SECRET är för kort. Sätt den till minst 32 slumpade tecken."
    if not config.address.startswith("https://"):
        yield "KLUBBA_ADDRESS måste börja med https:// när Klubba nås från andra datorer."


def _packages(_config: Config) -> Iterator[str]:
    yield from (words for name, words in REFUSED.items() if find_spec(name))


def _several(config: Config) -> Iterator[str]:
    if config.workers <= 1:
        return
    if config.database.startswith("sqlite"):
        yield "SQLite klarar bara en process. Sätt KLUBBA_WORKERS till 1 eller använd PostgreSQL."
    if config.redis is None:
        yield "Flera processer kräver Redis. Sätt KLUBBA_REDIS."


def _folder(config: Config) -> Iterator[str]:
    folder = config.data
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return
    except OSError as error:
        why = os.strerror(error.errno or 0)
        yield f"Det går inte att skriva i mappen {folder.absolute()}: {why}."


def _built(_config: Config) -> Iterator[str]:
    if not (Path(__file__).parents[1] / "static/vendor/live.js").exists():
        yield "Filerna som webbläsaren behöver är inte byggda. Installera om Klubba."


def _seal(config: Config) -> Iterator[str]:
    """Approved minutes would wait for it: better told now than after the meeting."""
    seal = of(config.seal, config.seal_passphrase_file)
    if seal is None:
        return
    try:
        owner(seal)
    except (OSError, ValueError):
        yield "Certifikatet i KLUBBA_SEAL går inte att öppna. Kontrollera filen och lösenordet."


CHECKS: tuple[Callable[[Config], Iterator[str]], ...] = (
    _secret,
    _packages,
    _several,
    _folder,
    _built,
    _seal,
)


def busy(database: Database) -> list[str]:
    """Open votes: a restart must wait for them."""
    with database.reading() as session:
        rows = session.execute(
            select(Meeting.title, Meeting.date, Vote.question)
            .join(Vote, Vote.meeting_id == Meeting.id)
            .where(Vote.closed_at.is_(None), Vote.abandoned_at.is_(None))
        )
        return [f"{title} {date}: {question}" for title, date, question in rows]
