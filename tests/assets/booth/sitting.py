"""Tellers' devices in a key ceremony, and the table of the server that they sit at."""

from dataclasses import replace
from functools import cache

from tests.assets.booth.node import Bot
from voting.ballot import canonical
from voting.ballot.ceremony import single_holder
from voting.ballot.group import Group
from voting.ballot.making.hands import Hands
from voting.ballot.making.tellers import new_key
from voting.ballot.rounds import Round, Table, check_message, conclude, given
from voting.ballot.trustees import read_trustees

CEREMONY = "7"


def sit(bot: Bot, who: str, group: Group, seat: int, *, threshold: int = 2, seats: int = 3) -> None:
    told = {"group": group.name, "seat": seat, "seats": seats, "threshold": threshold}
    bot(who, "sit", ceremony=CEREMONY, **told)


def say(bot: Bot, who: str, table: Table, seat: int) -> str:
    assert table.round
    told = {"round": int(table.round), "given": given(table, seat)}
    message: str = bot(who, "answer", ceremony=CEREMONY, **told)["message"]
    return message


def round_of(bot: Bot, table: Table, who: list[str]) -> Table:
    """Each sends what she shall, and the server finds it right."""
    said = [say(bot, one, table, seat) for seat, one in enumerate(who, start=1)]
    for seat, text in enumerate(said, start=1):
        check_message(table, seat, text)
    return replace(table, over=(*table.over, tuple(said)))


def hold(bot: Bot, group: Group, who: list[str], threshold: int = 2) -> Table:
    for seat, one in enumerate(who, start=1):
        sit(bot, one, group, seat, threshold=threshold, seats=len(who))
    table = Table(group.name, threshold, len(who))
    for _round in Round:
        table = round_of(bot, table, who)
    return table


@cache
def seated(bot: Bot, group: Group) -> Hands:
    """Three devices hold the key together with a server; nobody here has their shares."""
    who = [teller(group, seat) for seat in (1, 2, 3)]
    tellers, server = conclude(hold(bot, group, who)), new_key(group)
    trustees = f"[{canonical.dump(single_holder(server.public))},{tellers}]"
    key = read_trustees(group, trustees).election_key
    return Hands(trustees, (server.private,), key, (1, 2, 3))


def teller(group: Group, seat: int) -> str:
    return f"{group.name} {seat}"
