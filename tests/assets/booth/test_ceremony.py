"""PROTOCOL 8: tellers' browsers and the server make a key, and nobody can cheat in it."""

from dataclasses import replace

import pytest

from tests.assets.booth.node import Bot, RefusedError
from tests.assets.booth.sitting import CEREMONY, hold, round_of, say, sit
from tests.voting.ballot.sittings import before, said
from voting.ballot import canonical
from voting.ballot.group import BELENIOS_2048, RFC_3526_2048
from voting.ballot.making.sitting import Sitting
from voting.ballot.rounds import Round, Table, check_message, conclude, given
from voting.ballot.trustees import read_trustees

GROUP = BELENIOS_2048


def refused(bot: Bot, who: str, job: str, **told: object) -> str:
    with pytest.raises(RefusedError) as found:
        bot(who, job, ceremony=CEREMONY, **told)
    return found.value.code


@pytest.mark.parametrize(
    ("group", "threshold", "seats"), [(GROUP, 2, 3), (GROUP, 3, 5), (RFC_3526_2048, 2, 2)]
)
def test_browsers_make_a_key_that_the_server_finds_right(
    bot: Bot, group: object, threshold: int, seats: int
) -> None:
    who = [f"{threshold} av {seats}, plats {seat}" for seat in range(1, seats + 1)]
    table = hold(bot, group, who, threshold)  # type: ignore[arg-type]
    tellers = conclude(table)
    holders = read_trustees(table.group, f"[{tellers}]")
    assert (holders.sharers[0].threshold, len(holders.public_keys)) == (threshold, seats)
    for seat, one in enumerate(who, start=1):
        told = {"seat": seat, "ready": True, "words": list(table.words or ())}
        assert bot(one, "seated", ceremony=CEREMONY) == told


def test_browsers_and_another_program_sit_at_the_same_table(bot: Bot) -> None:
    table, other = Table(GROUP.name, 2, 3), Sitting(GROUP, 2, 3)
    for seat in (1, 2):
        sit(bot, f"blandat {seat}", GROUP, seat)
    for now in Round:
        texts = [say(bot, f"blandat {seat}", table, seat) for seat in (1, 2)]
        texts.append(other.answer(now, given(table, 3)))
        for seat, text in enumerate(texts, start=1):
            check_message(table, seat, text)
        table = replace(table, over=(*table.over, tuple(texts)))
    assert conclude(table) == table.tellers


def test_a_round_asked_again_gets_the_same_answer(bot: Bot) -> None:
    table = Table(GROUP.name, 2, 3)
    who = [f"igen {seat}" for seat in (1, 2, 3)]
    for seat, one in enumerate(who, start=1):
        sit(bot, one, GROUP, seat)
    for now in Round:
        first = say(bot, "igen 1", table, 1)
        sit(bot, "igen 1", GROUP, 1)
        if now != Round.REHEARSE:  # a proof is new each time, and says nothing more
            assert say(bot, "igen 1", table, 1) == first
        table = round_of(bot, table, who)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"seat": 0}, "THRESHOLD"),
        ({"seat": 4}, "THRESHOLD"),
        ({"threshold": 1}, "THRESHOLD"),
        ({"threshold": 4}, "THRESHOLD"),
        ({"group": "Ed25519"}, "THRESHOLD"),
        ({"seat": 2}, "NOT_SEEN"),
        ({"threshold": 3}, "NOT_SEEN"),
        ({"seats": 5}, "NOT_SEEN"),
    ],
)
def test_a_seat_is_not_changed_under_a_teller(bot: Bot, told: dict[str, object], code: str) -> None:
    sit(bot, "fast", GROUP, 1)
    chair = {"group": GROUP.name, "seat": 1, "seats": 3, "threshold": 2}
    assert refused(bot, "fast", "sit", **(chair | told)) == code


def test_no_round_comes_before_the_one_before_it(bot: Bot) -> None:
    assert refused(bot, "tidig", "answer", round=1, given=[]) == "NOT_HERE"
    sit(bot, "tidig", GROUP, 1)
    for now in (Round.BIND, Round.DEAL, Round.TAKE, Round.REHEARSE):
        told = {"round": int(now), "given": given(before(now), 1)}
        assert refused(bot, "tidig", "answer", **told) in {"NOT_HERE", "TRUSTEE_PROOF"}
    assert refused(bot, "tidig", "answer", round=7, given=[]) == "MALFORMED"


def test_a_teller_sees_when_the_server_changes_what_somebody_sent(bot: Bot) -> None:
    """Each time what seat 2 sent is another than it was bound to, or the own is not there."""
    who = [f"vaken {seat}" for seat in (1, 2, 3)]
    for seat, one in enumerate(who, start=1):
        sit(bot, one, GROUP, seat)
    table = Table(GROUP.name, 2, 3)
    for now in Round:
        wrong = [one for one in wrongs(now, given(table, 1)) if now != Round.HIDE]
        codes = {refused(bot, "vaken 1", "answer", round=int(now), given=one) for one in wrong}
        assert codes <= {"TRUSTEE_PROOF", "NOT_SEEN", "THRESHOLD"}
        table = round_of(bot, table, who)
    again = bot("vaken 1", "answer", round=2, ceremony=CEREMONY, given=list(table.over[0]))
    assert again["message"] == table.over[1][0]
    other = [table.over[0][0], "0" * 64, table.over[0][2]]
    assert refused(bot, "vaken 1", "answer", round=2, given=other) == "NOT_SEEN"


def wrongs(now: Round, right: list[str]) -> list[list[str]]:
    """What a server in the middle might hand out instead: the words of another ceremony."""
    if now in (Round.TAKE, Round.REHEARSE):
        return [given(before(now), 1)]
    theirs = said(Round(now - 1), 2) if now > Round.HIDE else ""
    exchanged = [right[0], theirs, right[2]] if right else []
    # A commitment of somebody else cannot be told from the right one; it is found when it opens.
    told = [[*right[1:], right[0]], right[:2]] if right else []
    return [*told, exchanged] if now == Round.BIND else told


def test_what_is_dealt_falsely_is_refused(bot: Bot) -> None:
    who = [f"lurad {seat}" for seat in (1, 2, 3)]
    for seat, one in enumerate(who, start=1):
        sit(bot, one, GROUP, seat)
    table = Table(GROUP.name, 2, 3)
    while table.round != Round.TAKE:
        table = round_of(bot, table, who)
    second = table.polynomials[1]
    swapped = canonical.dump(replace(second, secrets=second.secrets[1:] + second.secrets[:1]))
    dealt = (table.over[3][0], swapped, table.over[3][2])
    bent = replace(table, over=(*table.over[:3], dealt))
    told = {"round": int(Round.TAKE), "given": given(bent, 1)}
    assert refused(bot, "lurad 1", "answer", **told) == "NOT_READABLE"


def test_a_teller_who_leaves_has_forgotten_everything(bot: Bot) -> None:
    sit(bot, "borta", GROUP, 1)
    bot("borta", "leave", ceremony=CEREMONY)
    nobody = {"seat": None, "ready": False, "words": None}
    assert bot("borta", "seated", ceremony=CEREMONY) == nobody
    assert refused(bot, "borta", "answer", round=1, given=[]) == "NOT_HERE"
