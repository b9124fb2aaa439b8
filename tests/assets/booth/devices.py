"""Members' devices in an election: entered, and ready to vote."""

from collections.abc import Sequence
from typing import Any

from gmpy2 import mpz

from tests.assets.booth.node import Bot
from tests.voting.ballot.elections import Held
from voting.ballot.election import Election
from voting.ballot.register import write_register

Choices = Sequence[Sequence[int]]


def enter(bot: Bot, who: str, held: Held) -> Any:
    return bot(who, "enter", election=held.election.text, trustees=held.hands.trustees)


def register_of(bot: Bot, held: Held, who: Sequence[str]) -> str:
    return write_register([mpz(enter(bot, one, held)["public"]) for one in who])


def vote(bot: Bot, who: str, election: Election, choices: Choices) -> str:
    """The ballot, as it would be sent."""
    bot(who, "make", uuid=election.uuid, choices=choices)
    sealed: str = bot(who, "seal", uuid=election.uuid)["ballot"]
    return sealed
