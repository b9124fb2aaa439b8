"""PROTOCOL 14.1: every check refuses what it is there to refuse, with its code first."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from gmpy2 import mpz

from tests.voting.ballot.elections import CHAIR, TIME, anyone, board, chair, mixed, report
from tests.voting.ballot.forging import Event_, edited, forged, replaced, told
from voting.ballot import board as boards
from voting.ballot import canonical, statements
from voting.ballot.ballots import read_ballot
from voting.ballot.group import BELENIOS_2048
from voting.ballot.making.answers import make_answer
from voting.ballot.making.ballots import make_ballot, sign
from voting.ballot.making.credentials import new_credential
from voting.ballot.making.simulation import sealed
from voting.ballot.making.tellers import own_key
from voting.ballot.objects import Ballot, HomomorphicAnswer, Single
from voting.ballot.reasons import Code
from voting.ballot.verify.walk import verify

P, Q = int(BELENIOS_2048.p), int(BELENIOS_2048.q)
Edit = Callable[[Any], Any]


def first(archive: bytes) -> Code | None:
    reasons = verify(archive).reasons
    return reasons[0].code if reasons else None


def test_what_is_right_is_accepted() -> None:
    for held in (chair(), board(), anyone(), mixed()):
        assert report(held.archive).reasons == []


def test_telling_it_again_changes_nothing() -> None:
    assert forged(anyone().archive, lambda found: found) == anyone().archive


# --- The setup


def marks(answers: list[str], least: int, most: int) -> dict[str, Any]:
    return {"questions": [{"answers": answers, "min": least, "max": most, "question": ""}]}


def free(answers: list[str]) -> dict[str, Any]:
    asked = {"answers": answers, "question": ""}
    return {"questions": [{"type": "NonHomomorphic", "value": asked}]}


@pytest.mark.parametrize(
    ("code", "change"),
    [
        (Code.GROUP_UNKNOWN, {"group": "Ed25519"}),
        (Code.ELECTION_SHAPE, {"version": 2}),
        (Code.ELECTION_SHAPE, {"uuid": "short"}),
        (Code.ELECTION_SHAPE, {"uuid": "0OIl0OIl0OIl0OIl"}),
        (Code.ELECTION_SHAPE, {"questions": []}),
        (Code.ELECTION_SHAPE, marks([], 0, 0)),
        (Code.ELECTION_SHAPE, marks(["A"], 1, 0)),
        (Code.ELECTION_SHAPE, marks(["A"], 0, 2)),
        (Code.ELECTION_SHAPE, free(["A"])),
        (Code.PUBLIC_KEY, {"public_key": str(BELENIOS_2048.g)}),
        (Code.PUBLIC_KEY, {"public_key": "0"}),
        (Code.NOT_CANONICAL, {"public_key": 5}),
        (Code.NOT_CANONICAL, {"extra": ""}),
        (Code.BALLOT_ELECTION, {"name": "Ett annat val"}),
        (Code.BALLOT_ELECTION, {"administrator": "Eva"}),
    ],
)  # fmt: skip
def test_an_election_is_what_it_is_said_to_be(code: Code, change: dict[str, Any]) -> None:
    assert first(edited(chair().archive, "Setup", 0, 0, lambda terms: terms | change)) == code


@pytest.mark.parametrize("answers", [[], ["A"] * 255])
def test_a_free_ballot_has_room_for_its_numbers(answers: list[str]) -> None:
    false = edited(anyone().archive, "Setup", 0, 0, lambda terms: terms | free(answers))
    assert first(false) == Code.ELECTION_SHAPE


def single(**change: object) -> Edit:
    return lambda found: [["Single", found[0][1] | change], found[1]]


def pedersen(**change: Edit) -> Edit:
    def edit(found: Any) -> Any:
        group = found[1][1]
        changed = {name: one(group[name]) for name, one in change.items()}
        return [found[0], ["Pedersen", group | changed]]

    return edit


@pytest.mark.parametrize(
    ("code", "edit"),
    [
        (Code.TRUSTEE_PROOF, lambda found: []),
        (Code.TRUSTEE_PROOF, single(pok={"challenge": "1", "response": "1"})),
        (Code.TRUSTEE_PROOF, single(public_key="1")),
        (Code.TRUSTEE_PROOF, single(public_key=str(P - 1))),
        (Code.TRUSTEE_PROOF, pedersen(certs=lambda one: one[:2])),
        (Code.TRUSTEE_PROOF, pedersen(certs=lambda one: [one[1], one[0], one[2]])),
        (Code.TRUSTEE_PROOF, pedersen(coefexps=lambda one: one[::-1])),
        (Code.TRUSTEE_PROOF, pedersen(verification_keys=lambda one: one[::-1])),
        (Code.TRUSTEE_PROOF, pedersen(verification_keys=lambda one: one[:2])),
        (Code.TRUSTEE_PROOF, pedersen(certs=lambda one: [], coefexps=lambda one: [],
                                      verification_keys=lambda one: [])),
        (Code.THRESHOLD, pedersen(threshold=lambda one: 1)),
        (Code.THRESHOLD, pedersen(threshold=lambda one: 3)),
        (Code.THRESHOLD, pedersen(threshold=lambda one: 0)),
        (Code.THRESHOLD, lambda found: [*found, found[0]]),
        (Code.THRESHOLD, lambda found: [*found, found[1]]),
        (Code.PUBLIC_KEY, lambda found: found[:1]),
        (Code.PUBLIC_KEY, lambda found: found[1:]),
        (Code.NOT_CANONICAL, lambda found: [["Other", found[0][1]], found[1]]),
        (Code.NOT_CANONICAL, pedersen(certs=lambda one: [one[0] | {"message": "{}"}, *one[1:]])),
    ],
)  # fmt: skip
def test_the_key_is_held_as_it_is_said_to_be(code: Code, edit: Edit) -> None:
    assert first(edited(chair().archive, "Setup", 0, 1, edit)) == code


def test_two_keys_that_take_out_each_other_hold_nothing_secret() -> None:
    """Each is proved, and their product is 1: everybody can read what is encrypted to it."""
    group, private = BELENIOS_2048, mpz(987654321)
    pair = (own_key(group, private), own_key(group, group.q - private))
    trustees = canonical.dump(tuple(Single("Single", key.public) for key in pair))
    terms = replace(chair().election.terms, public_key=mpz(1))
    opened = boards.set_up(TIME, canonical.dump(terms), trustees, "[]")
    assert first(opened) == Code.PUBLIC_KEY


@pytest.mark.parametrize(
    "edit",
    [
        lambda found: [*found, found[0]],
        lambda found: [*found, "1"],
        lambda found: [*found, "2"],
        lambda found: [*found, str(P - 1)],
        lambda found: [*found, "0"],
        lambda found: [found[0] + ",2", *found[1:]],
        lambda found: [found[0] + ",,anna", *found[1:]],
        lambda found: ["0" + found[0], *found[1:]],
        lambda found: [str(int(found[0]) + P), *found[1:]],
        lambda found: ["", *found[1:]],
    ],
)
def test_the_register_holds_proper_credentials_and_each_once(edit: Edit) -> None:
    false = edited(chair().archive, "Setup", 0, 2, edit)
    assert first(false) == Code.CREDENTIAL_REGISTER


# --- The order of events


def kinds(*order: int) -> Callable[[list[Event_]], list[Event_]]:
    return lambda found: [found[place] for place in order]


# 0 setup, 1–4 ballots, 5 end, 6 tally, 7–9 partial decryptions, 10 result
@pytest.mark.parametrize(
    "order",
    [
        [1, 2],
        [0, 0, 1],
        [0, 1, 5, 2],
        [0, 1, 5, 5],
        [0, 1, 6],
        [0, 1, 2, 3, 4, 5, 7],
        [0, 1, 2, 3, 4, 5, 6, 6],
        [0, 1, 2, 3, 4, 5, 6, 10],
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10],
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 9],
        [0, 1, 2, 3, 4, 6, 7, 8, 9, 10],
    ],
)
def test_events_come_in_one_order(order: list[int]) -> None:
    assert first(forged(chair().archive, kinds(*order))) == Code.EVENT_ORDER


@pytest.mark.parametrize("length", [1, 2, 5, 6, 7, 8, 10])
def test_an_archive_may_end_after_any_event_and_has_then_no_result(length: int) -> None:
    begun = verify(forged(chair().archive, kinds(*range(length))))
    assert (begun.accepted, begun.result) == (True, None)


def test_an_election_by_marks_has_no_shuffle() -> None:
    end: Event_ = ("EndShuffles", ())
    false = forged(chair().archive, lambda found: [*found[:7], end, *found[7:]])
    assert first(false) == Code.EVENT_ORDER


# --- Ballots


def with_ballot(text: str) -> bytes:
    return replaced(chair().archive, "Ballot", 0, 0, text)


def own(place: int) -> Ballot:
    return read_ballot(chair().ballots[place])


def test_a_ballot_for_another_election_is_refused() -> None:
    foreign = canonical.dump(read_ballot(board().ballots[0]))
    assert first(with_ballot(foreign)) == Code.BALLOT_ELECTION


def test_a_ballot_by_a_stranger_is_refused() -> None:
    held = chair()
    stranger = new_credential(held.election.group, held.election.uuid)
    stuffed = make_ballot(held.election, stranger, [[0, 1, 0]])
    assert first(with_ballot(stuffed)) == Code.BALLOT_CREDENTIAL


def test_a_ballot_that_was_signed_by_somebody_else_is_refused() -> None:
    mine, other = own(0), own(1)
    false = Ballot(*list(vars(mine).values())[:4], other.signature)
    assert first(with_ballot(canonical.dump(false))) == Code.BALLOT_SIGNATURE


def test_a_ballot_with_anothers_choice_is_refused_however_it_is_signed() -> None:
    """Copying a neighbour's ballot: the proofs are bound to her credential."""
    held = chair()
    copied = canonical.dump(sign(held.election, held.voters[0], own(1).answers))
    assert first(with_ballot(copied)) == Code.BALLOT_PROOF


def answered(change: Callable[[dict[str, Any]], dict[str, Any]]) -> bytes:
    held = chair()
    (answer,) = own(0).answers
    fields = change(dict(vars(answer)))
    changed = HomomorphicAnswer(**fields)
    return with_ballot(canonical.dump(sign(held.election, held.voters[0], (changed,))))


@pytest.mark.parametrize(
    "change",
    [
        lambda one: one | {"choices": one["choices"][:2]},
        lambda one: one | {"choices": one["choices"][::-1]},
        lambda one: one | {"individual_proofs": one["individual_proofs"][:2]},
        lambda one: one | {"individual_proofs": one["individual_proofs"][::-1]},
        lambda one: one | {"individual_proofs": (one["individual_proofs"][0][:1],) * 3},
        lambda one: one | {"overall_proof": one["overall_proof"][:1]},
        lambda one: one | {"overall_proof": one["overall_proof"][::-1]},
        lambda one: one | {"overall_proof": ()},
        lambda one: one | {"blank_proof": None},
        lambda one: one | {"blank_proof": one["overall_proof"]},
        lambda one: one | {"blank_proof": ()},
    ],
)
def test_every_proof_of_a_ballot_is_needed(change: Callable[..., dict[str, Any]]) -> None:
    assert first(answered(change)) == Code.BALLOT_PROOF


@pytest.mark.parametrize(
    ("change", "choice"),
    [
        ({"max": 2}, [0, 1, 1]),
        ({"min": 0}, [0, 0, 0]),
        ({"min": 0, "max": 2}, [0, 1, 0]),
        ({"blank": False}, [1, 0]),
        ({"answers": ("A", "B", "C")}, [0, 0, 0, 1]),
    ],
)
def test_a_choice_that_another_question_would_allow_is_refused(
    change: dict[str, Any], choice: list[int]
) -> None:
    """The proofs are right, but for what was not asked."""
    held = chair()
    by = statements.voter(held.election.fingerprint, held.voters[0].public)
    answer = make_answer(held.election.key, by, replace(CHAIR, **change), choice)
    text = canonical.dump(sign(held.election, held.voters[0], (answer,)))
    assert first(with_ballot(text)) == Code.BALLOT_PROOF


def test_a_ballot_answers_each_question_once() -> None:
    held = chair()
    for answers in ((), own(0).answers * 2, read_ballot(anyone().ballots[0]).answers):
        false = canonical.dump(sign(held.election, held.voters[0], answers))
        assert first(with_ballot(false)) == Code.BALLOT_PROOF


def test_a_proof_about_blank_stands_only_where_blank_may_be_chosen() -> None:
    held = board()
    (answer,) = read_ballot(held.ballots[0]).answers
    extra = HomomorphicAnswer(**(vars(answer) | {"blank_proof": own(0).answers[0].blank_proof}))
    text = canonical.dump(sign(held.election, held.voters[0], (extra,)))
    assert first(replaced(held.archive, "Ballot", 0, 0, text)) == Code.BALLOT_PROOF


def test_an_old_ballot_cannot_be_played_again() -> None:
    def change(found: list[Event_]) -> list[Event_]:
        return [*found[:5], found[1], *found[5:]]

    (reason,) = verify(forged(chair().archive, change)).reasons
    assert (reason.code, reason.event) == (Code.BALLOT_REPLAYED, 5)


def test_every_bad_ballot_is_told_of() -> None:
    def change(found: list[Event_]) -> list[Event_]:
        bad = [(kind, [data[0].replace(b'"hash":"', b'"hash":"A')]) for kind, data in found[1:3]]
        return [found[0], *bad, *found[3:]]

    reasons = verify(forged(chair().archive, change)).reasons
    assert [(one.code, one.event) for one in reasons] == [
        (Code.BALLOT_SIGNATURE, 1),
        (Code.BALLOT_SIGNATURE, 2),
    ]
    assert reasons[0].text == "ballot 1: the signature does not hold"


# --- The count


@pytest.mark.parametrize("numbers", [[3, 4], [4, 3], [5, 5], [0, 0]])
def test_the_number_of_ballots_is_the_number_of_ballots(numbers: list[int]) -> None:
    false = replaced(chair().archive, "EncryptedTally", 0, 1, json.dumps(numbers))
    assert first(false) == Code.TALLY_COUNT


@pytest.mark.parametrize(
    "edit",
    [
        lambda rows: [rows[0][::-1]],
        lambda rows: [rows[0][:2]],
        lambda rows: [],
        lambda rows: [rows[0], rows[0]],
        lambda rows: [[rows[0][0] | {"beta": rows[0][1]["beta"]}, *rows[0][1:]]],
    ],
)
def test_the_tally_is_what_the_ballots_amount_to(edit: Edit) -> None:
    assert first(edited(chair().archive, "EncryptedTally", 0, 0, edit)) == Code.TALLY_PRODUCT


def test_free_ballots_are_sorted_before_they_are_shuffled() -> None:
    false = edited(anyone().archive, "EncryptedTally", 0, 0, lambda rows: [rows[0][::-1]])
    assert first(false) == Code.TALLY_PRODUCT


def partial(**change: Edit) -> Edit:
    return lambda found: found | {name: one(found[name]) for name, one in change.items()}


@pytest.mark.parametrize(
    "edit",
    [
        partial(decryption_factors=lambda rows: [rows[0][::-1]]),
        partial(decryption_factors=lambda rows: [rows[0][:2]]),
        partial(decryption_factors=lambda rows: [[str(P - int(rows[0][0])), *rows[0][1:]]]),
        partial(decryption_proofs=lambda rows: [rows[0][::-1]]),
        partial(decryption_proofs=lambda rows: []),
        partial(decryption_factors=lambda rows: [], decryption_proofs=lambda rows: []),
    ],
)
def test_every_factor_is_proved(edit: Edit) -> None:
    false = edited(chair().archive, "PartialDecryption", 1, 0, edit)
    assert first(false) == Code.DECRYPTION_PROOF


@pytest.mark.parametrize(
    ("owner", "code"),
    [
        ("0", Code.DECRYPTION_OWNER),
        ("5", Code.DECRYPTION_OWNER),
        ("1", Code.DECRYPTION_OWNER),
        ("4", Code.DECRYPTION_PROOF),
    ],
)
def test_whoever_decrypts_holds_the_key(owner: str, code: Code) -> None:
    assert first(replaced(chair().archive, "PartialDecryption", 1, 1, owner)) == code


@pytest.mark.parametrize(
    "order", [[0, 1, 2, 3, 4, 5, 6, 8, 9, 10], [0, 1, 2, 3, 4, 5, 6, 7, 8, 10]]
)
def test_the_server_and_enough_tellers_have_decrypted(order: list[int]) -> None:
    assert first(forged(chair().archive, kinds(*order))) == Code.DECRYPTION_MISSING


def test_who_decrypts_first_does_not_matter() -> None:
    swapped = forged(chair().archive, kinds(0, 1, 2, 3, 4, 5, 6, 9, 8, 7, 10))
    assert verify(swapped).result == report(chair().archive).result


@pytest.mark.parametrize(
    "result", ["[[1,1,2]]", "[[1,2]]", "[]", "[[1,2,1],[]]", "[[[1,2,1]]]", "[[1,2,2]]"]
)
def test_the_result_is_what_the_urn_holds(result: str) -> None:
    false = replaced(chair().archive, "Result", 0, 0, f'{{"result":{result}}}')
    assert first(false) == Code.RESULT


# --- Shuffles: 0 setup, 1–3 ballots, 4 end, 5 tally, 6–7 shuffles, 8 end, 9–11 decryptions, 12


@pytest.mark.parametrize(
    ("order", "code"),
    [
        ([0, 1, 2, 3, 4, 5, 9], Code.SHUFFLE_MISSING),
        ([0, 1, 2, 3, 4, 5, 8], Code.SHUFFLE_MISSING),
        ([0, 1, 2, 3, 4, 5, 6, 8], Code.SHUFFLE_MISSING),
        ([0, 1, 2, 3, 4, 5, 6, 7, 9], Code.EVENT_ORDER),
        ([0, 1, 2, 3, 4, 5, 6, 6], Code.SHUFFLE_PROOF),
        ([0, 1, 2, 3, 4, 5, 7], Code.SHUFFLE_PROOF),
    ],
)
def test_two_shuffle_before_anything_is_decrypted(order: list[int], code: Code) -> None:
    assert first(forged(anyone().archive, kinds(*order))) == code


@pytest.mark.parametrize(
    ("place", "owner", "code"),
    [(1, "1", Code.SHUFFLE_MISSING), (0, "0", Code.SHUFFLE_PROOF), (0, "5", Code.SHUFFLE_PROOF)],
)
def test_two_different_holders_of_the_key_shuffle(place: int, owner: str, code: Code) -> None:
    assert first(replaced(anyone().archive, "Shuffle", place, 1, owner)) == code


def test_a_result_in_another_order_is_another_result() -> None:
    false = edited(
        anyone().archive, "Result", 0, 0, lambda one: {"result": [one["result"][0][::-1]]}
    )
    assert first(false) == Code.RESULT


# --- Containers and texts are tried in test_archive and test_mutations


def test_an_empty_urn_is_a_result_too() -> None:
    held = chair()
    closed = sealed(held.election, held.hands, held.voters, [], 0)
    assert verify(closed).accepted
    assert told([("EndBallots", ())], 0)[:8] == b"BELENIOS"
