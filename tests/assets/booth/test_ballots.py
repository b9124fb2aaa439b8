"""Ballots made in a browser are valid, say what was chosen, and nothing else can be made."""

import json
import secrets
from collections.abc import Callable, Sequence

import pytest

from tests.assets.booth.devices import enter, vote
from tests.assets.booth.node import Bot, RefusedError
from tests.voting.ballot.elections import Held, anyone, board, chair, hold, mixed
from voting.ballot.ballots import check_contents, read_ballot, tracker
from voting.ballot.election import read_election
from voting.ballot.making.answers import is_allowed
from voting.ballot.objects import Homomorphic
from voting.ballot.trials import open_trial

BYTE, MANY = 256, 40
LONG = Homomorphic(answers=tuple("ABCDEFGH"), blank=True, min=1, max=3, question="Högst tre")
Choose = Callable[[], Sequence[int]]


def some_of(question: Homomorphic) -> Sequence[int]:
    """Any choice that may be made, all as likely."""
    slots = len(question.answers) + question.blank
    while True:
        choice = [secrets.randbelow(2) for _slot in range(slots)]
        if is_allowed(question, choice):
            return choice


def asked(held: Held) -> list[Sequence[int]]:
    questions = held.election.questions
    return [
        some_of(one) if isinstance(one, Homomorphic) else [secrets.randbelow(BYTE) for _ in "12"]
        for one in questions
    ]


def refused(bot: Bot, who: str, job: str, **told: object) -> str:
    with pytest.raises(RefusedError) as found:
        bot(who, job, **told)
    return found.value.code


def several() -> Held:
    return hold((LONG,), [])


@pytest.mark.parametrize(
    ("made", "times"), [(chair, MANY), (board, MANY), (several, 3), (anyone, MANY), (mixed, 1)]
)
def test_every_ballot_is_valid_and_says_what_was_chosen(
    bot: Bot, made: Callable[[], Held], times: int
) -> None:
    held = made()
    uuid = enter(bot, "Bo", held)["uuid"]
    for _time in range(times):
        choices = asked(held)
        bot("Bo", "make", uuid=uuid, choices=choices)
        opened = open_trial(bot("Bo", "try", uuid=uuid)["trial"])  # checks all of the ballot too
        assert list(map(list, opened.choices)) == list(map(list, choices))


def test_a_tried_ballot_is_told_on_another_device(bot: Bot) -> None:
    uuid = enter(bot, "Bo", mixed())["uuid"]
    made = bot("Bo", "make", uuid=uuid, choices=[[0, 1, 0], [0, 9]])
    tried = bot("Bo", "try", uuid=uuid)
    told = bot("Eva", "explain", trial=tried["trial"])
    assert made["tracker"] == tried["tracker"] == told["tracker"]
    assert told["questions"] == [
        {"question": "Välj en", "blank": False, "chosen": ["Anna Öberg"]},
        {"question": "Vem som helst", "blank": False, "numbers": [0, 9]},
    ]
    bent = tried["trial"].replace('"chances":[["', '"chances":[["1')
    assert refused(bot, "Eva", "explain", trial=bent) == "BALLOT_PROOF"
    assert refused(bot, "Eva", "explain", trial="{}") == "NOT_CANONICAL"


def test_a_ballot_that_was_tried_cannot_be_cast(bot: Bot) -> None:
    uuid = enter(bot, "Per", chair())["uuid"]
    bot("Per", "make", uuid=uuid, choices=[[0, 1, 0]])
    bot("Per", "try", uuid=uuid)
    assert refused(bot, "Per", "seal", uuid=uuid) == "NOT_HERE"


@pytest.mark.parametrize(
    "choices",
    [
        [[0, 1, 1]],
        [[1, 1, 0]],
        [[0, 0, 0]],
        [[0, 2, 0]],
        [[0, -1, 1]],
        [[0, 1]],
        [[0, 1, 0, 0]],
        [[0, True, 0]],
        [],
        [[0, 1, 0], [0, 1, 0]],
    ],
)
def test_no_device_makes_a_ballot_that_the_question_does_not_allow(
    bot: Bot, choices: list[list[int]]
) -> None:
    uuid = enter(bot, "Al", chair())["uuid"]
    assert refused(bot, "Al", "make", uuid=uuid, choices=choices) == "NOT_ALLOWED"


@pytest.mark.parametrize("choice", [[0, 0, 0], [1, 1, 1], [1, 1, 0, 0]])
def test_no_blank_is_made_where_none_may_be_cast(bot: Bot, choice: list[int]) -> None:
    uuid = enter(bot, "Al", board())["uuid"]
    assert refused(bot, "Al", "make", uuid=uuid, choices=[choice]) == "NOT_ALLOWED"


@pytest.mark.parametrize("numbers", [[0, 256], [0, -1], [1], [1, 2, 3], [0, 1.5]])
def test_a_free_ballot_has_its_numbers_and_no_other(bot: Bot, numbers: list[int]) -> None:
    uuid = enter(bot, "Al", anyone())["uuid"]
    assert refused(bot, "Al", "make", uuid=uuid, choices=[numbers]) == "NOT_ALLOWED"


def test_all_ballots_are_of_one_length_whatever_they_say(bot: Bot) -> None:
    uuid = enter(bot, "Bo", chair())["uuid"]
    lengths = []
    for choice in [[1, 0, 0], [0, 1, 0], [0, 0, 1]] * 4:
        bot("Bo", "make", uuid=uuid, choices=[choice])
        lengths.append(len(json.loads(bot("Bo", "try", uuid=uuid)["trial"])["ballot"]))
    assert max(lengths) - min(lengths) <= 40  # a number now and then has a digit less


def test_a_ballot_is_made_of_the_own_credential_and_is_cast_once(bot: Bot) -> None:
    held = chair()
    entered = enter(bot, "Eva", held)
    text = vote(bot, "Eva", held.election, [[0, 1, 0]])
    ballot = read_ballot(text)
    check_contents(held.election, ballot)
    assert str(ballot.credential) == entered["public"]
    assert enter(bot, "Eva", held) == entered  # the same after a reload
    state = bot("Eva", "state", uuid=held.election.uuid)
    assert state == {"credential": True, "tracker": tracker(text), "receipt": None}
    again = {"uuid": held.election.uuid, "choices": [[0, 0, 1]]}
    assert refused(bot, "Eva", "make", **again) == "ALREADY_CAST"


def test_nobody_enters_an_election_with_a_key_that_is_not_the_tellers(bot: Bot) -> None:
    ours, theirs = chair(), board()
    text, trustees = ours.election.text, ours.hands.trustees
    other = text.replace(str(ours.election.key.y), str(ours.election.group.g))
    assert read_election(other).key.y == ours.election.group.g
    assert refused(bot, "x", "enter", election=other, trustees=trustees) == "PUBLIC_KEY"
    bent = trustees.replace('"response":"1', '"response":"2', 1)
    bent = bent if bent != trustees else trustees.replace('"response":"2', '"response":"1', 1)
    assert refused(bot, "x", "enter", election=text, trustees=bent) == "TRUSTEE_PROOF"
    assert refused(bot, "x", "enter", election=text + " ", trustees=trustees) == "NOT_CANONICAL"
    assert refused(bot, "x", "make", uuid=theirs.election.uuid, choices=[]) == "NOT_HERE"
    assert refused(bot, "x", "dance") == "UNKNOWN_JOB"


def test_an_election_keeps_its_text(bot: Bot) -> None:
    held = chair()
    enter(bot, "Siv", held)
    other = held.election.text.replace("Påhittat", "Ändrat")
    told = {"election": other, "trustees": held.hands.trustees}
    assert refused(bot, "Siv", "enter", **told) == "OTHER_ELECTION"
