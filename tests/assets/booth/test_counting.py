"""PROTOCOL 12: what a teller's browser checks before it helps to open an urn, and what it gives."""

import json
from collections.abc import Callable

import pytest

from tests.assets.booth.counting import Urn, closed, filled, free, marked
from tests.assets.booth.node import Bot, RefusedError
from tests.assets.booth.sitting import CEREMONY
from tests.voting.ballot.elections import CHAIR, TIME
from tests.voting.ballot.elections import chair as another
from voting.ballot import board, jobs
from voting.ballot.ballots import tracker
from voting.ballot.group import BELENIOS_2048
from voting.ballot.making.ballots import make_ballot
from voting.ballot.verify.walk import verify


def refused(urn: Urn, bot: Bot, job: str, **told: object) -> str:
    with pytest.raises(RefusedError) as found:
        urn.ask(bot, 1, job, **(urn.about() | told))
    return found.value.code


def told_of(urn: Urn, archive: bytes) -> dict[str, object]:
    return {"board": urn.about(archive)["board"]}


def finished(urn: Urn, whole: bytes, encrypted: str, partials: dict[int, str]) -> str:
    for owner in sorted(partials):
        whole = board.add_partial(whole, owner, partials[owner])
    found = jobs.combine(
        urn.election.text, urn.hands.trustees, encrypted, partials, len(urn.ballots)
    )
    assert verify(board.add_result(whole, found)).accepted
    return found


def test_two_browsers_and_the_server_open_an_urn(bot: Bot) -> None:
    urn, whole, partials = marked(bot), marked(bot).archive, {}
    for seat in (1, 2):
        urn.watched(bot, seat)
        seen = urn.ask(bot, seat, "preview", uuid=urn.election.uuid, ballots=urn.ballots)
        assert seen == {"checked": 6, "bad": []}
        found = urn.ask(bot, seat, "inspect", **urn.about())
        assert (found["ballots"], found["registered"], found["mixers"]) == (6, 6, [])
        assert found["head"] == board.head(whole)._asdict()
        released = urn.ask(bot, seat, "release", **urn.about())
        owner, text = released["owner"], released["partial"]
        jobs.check_partial(urn.election.text, urn.hands.trustees, urn.encrypted, owner, text)
        partials[owner] = text
    partials[1] = urn.server_partial(urn.encrypted)
    assert finished(urn, whole, urn.encrypted, partials) == '{"result":[[1,2,3]]}'


def test_two_browsers_shuffle_and_open_free_ballots(bot: Bot) -> None:
    urn, whole, encrypted = free(bot), free(bot).archive, free(bot).encrypted
    for seat in (1, 3):
        urn.watched(bot, seat)
        mixed = urn.ask(bot, seat, "mix", **urn.about(whole))
        assert urn.ask(bot, seat, "mix", **urn.about(whole)) == mixed  # asked again
        encrypted = jobs.check_shuffle(urn.election.text, encrypted, mixed["shuffle"])
        whole = board.add_shuffle(whole, mixed["owner"], mixed["shuffle"])
    early = told_of(urn, whole)
    assert refused(urn, bot, "release", **early) == "EVENT_ORDER"
    whole = board.end_shuffles(whole)
    given = [urn.ask(bot, seat, "release", **urn.about(whole)) for seat in (1, 3)]
    partials = {one["owner"]: one["partial"] for one in given}
    partials[1] = urn.server_partial(encrypted)
    result = finished(urn, whole, encrypted, partials)
    assert sorted(json.loads(result)["result"][0]) == [[0, number] for number in range(6)]


def test_a_share_is_not_released_twice_for_different_urns(bot: Bot) -> None:
    """The difference between two urns with all but one ballot in common is that ballot."""
    urn = filled(bot, BELENIOS_2048, CHAIR, [[0, 1, 0]] * 7)
    urn.watched(bot, 1)
    assert urn.ask(bot, 1, "release", **urn.about())["owner"] == 2
    fewer = urn.ballots[1:]
    told = told_of(urn, urn.refilled(fewer)) | {"trackers": sorted(map(tracker, fewer))}
    assert urn.ask(bot, 1, "inspect", **(urn.about() | told))["ballots"] == 6
    assert refused(urn, bot, "release", **told) == "ALREADY_RELEASED"
    assert urn.ask(bot, 1, "release", **urn.about())["owner"] == 2


def too_few(urn: Urn) -> tuple[bytes, list[str]]:
    return urn.refilled(urn.ballots[:4]), list(urn.ballots[:4])


def one_missing(urn: Urn) -> tuple[bytes, list[str]]:
    return urn.refilled(urn.ballots[1:]), list(urn.ballots)


def twice(urn: Urn) -> tuple[bytes, list[str]]:
    again = make_ballot(urn.election, urn.voters[0], [[0, 0, 1]])
    return urn.refilled([*urn.ballots, again]), [*urn.ballots, again]


def stranger(urn: Urn) -> tuple[bytes, list[str]]:
    voter = another().voters[0]
    ballots = [*urn.ballots, make_ballot(urn.election, voter, [[0, 0, 1]])]
    return urn.refilled(ballots), ballots


def bent(urn: Urn) -> tuple[bytes, list[str]]:
    ballots = list(urn.ballots)
    ballots[0] = ballots[0].replace('"hash":"', '"hash":"A', 1)
    return urn.refilled(ballots), ballots


def unsealed(urn: Urn) -> tuple[bytes, list[str]]:
    start = board.set_up(TIME, urn.election.text, urn.hands.trustees, urn.register)
    return board.seal(start, urn.ballots), list(urn.ballots)


def other_count(urn: Urn) -> tuple[bytes, list[str]]:
    sealed, ballots = unsealed(urn)
    return board.add_tally(sealed, urn.encrypted, 7), ballots


def other_tally(urn: Urn) -> tuple[bytes, list[str]]:
    """One ballot alone, called the tally of all: the attack that all checks are there for."""
    sealed, ballots = unsealed(urn)
    alone = jobs.compute_tally(urn.election.text, urn.ballots[:1])
    return board.add_tally(sealed, alone, len(ballots)), ballots


def other_register(urn: Urn) -> tuple[bytes, list[str]]:
    voters = [*urn.voters, another().voters[0]]
    return closed(urn.election, urn.hands, voters, urn.ballots)[0], list(urn.ballots)


def cut(urn: Urn) -> tuple[bytes, list[str]]:
    return urn.archive[:-512], list(urn.ballots)


@pytest.mark.parametrize(
    ("forge", "code"),
    [
        (too_few, "TOO_FEW"),
        (one_missing, "NOT_SEEN"),
        (twice, "BALLOT_REPLAYED"),
        (stranger, "BALLOT_CREDENTIAL"),
        (bent, "BALLOT_SIGNATURE"),
        (unsealed, "EVENT_ORDER"),
        (other_count, "TALLY_COUNT"),
        (other_tally, "TALLY_PRODUCT"),
        (other_register, "NOT_SEEN"),
        (cut, "CONTAINER_BYTES"),
    ],
)
def test_a_browser_does_not_help_to_open_what_is_not_right(
    bot: Bot, forge: Callable[[Urn], tuple[bytes, list[str]]], code: str
) -> None:
    urn = marked(bot)
    urn.watched(bot, 1)
    archive, ballots = forge(urn)
    told = told_of(urn, archive) | {"trackers": sorted(map(tracker, ballots)), "minimum": 0}
    assert refused(urn, bot, "release", **told) == code


def test_a_browser_watches_only_the_elections_of_its_own_ceremony(bot: Bot) -> None:
    urn, theirs = marked(bot), another()
    told = {"election": theirs.election.text, "trustees": theirs.hands.trustees}
    assert refused(urn, bot, "watch", register=urn.register, **told) == "NOT_SEEN"
    assert refused(urn, bot, "inspect", uuid=theirs.election.uuid) == "NOT_HERE"
    urn.watched(bot, 1)
    ours = {"election": urn.election.text, "trustees": urn.hands.trustees}
    assert refused(urn, bot, "watch", register="[]", **ours) == "NOT_SEEN"


def test_bad_ballots_are_told_of_while_the_urn_is_open(bot: Bot) -> None:
    urn = marked(bot)
    urn.watched(bot, 1)
    bad = bent(urn)[1][0]
    seen = urn.ask(bot, 1, "preview", uuid=urn.election.uuid, ballots=[urn.ballots[1], bad, "{}"])
    codes = [one["code"] for one in seen["bad"]]
    assert (seen["checked"], codes) == (1, ["BALLOT_SIGNATURE", "NOT_CANONICAL"])


def test_whoever_has_no_seat_opens_nothing(bot: Bot) -> None:
    with pytest.raises(RefusedError, match="NOT_HERE"):
        bot("ingen", "release", ceremony=CEREMONY, **marked(bot).about())
