"""PROTOCOL 5.9: a mixer changes the order and nothing else."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from gmpy2 import mpz

from tests.voting.ballot.elections import anyone, texts
from voting.ballot import canonical
from voting.ballot.archive import read_archive
from voting.ballot.making.shuffles import make_shuffle
from voting.ballot.objects import Ciphertext, EncryptedTally, Shuffle
from voting.ballot.reasons import Code, Fault
from voting.ballot.shuffles import check_shuffle, generators

Rows = tuple[tuple[Ciphertext, ...], ...]


def before() -> Rows:
    return canonical.parse(texts(anyone().archive, "EncryptedTally")[0], EncryptedTally)


@cache
def shuffled() -> Shuffle:
    found = canonical.parse(texts(anyone().archive, "Shuffle")[0], Shuffle)
    check_shuffle(anyone().election, before(), found)
    return found


def refused(shuffle: Shuffle, rows: Rows | None = None) -> None:
    with pytest.raises(Fault) as found:
        check_shuffle(anyone().election, rows or before(), shuffle)
    assert found.value.code == Code.SHUFFLE_PROOF


def test_no_ciphertext_comes_out_as_it_went_in() -> None:
    out = shuffled().ciphertexts[0]
    assert len(out) == 3
    assert set(out) & set(before()[0]) == set()


def test_no_ballot_and_one_ballot_can_be_shuffled_too() -> None:
    election = anyone().election
    for rows in (((),), (before()[0][:1],)):
        check_shuffle(election, rows, canonical.parse(make_shuffle(election, rows), Shuffle))


def test_a_ballot_more_or_fewer_is_noticed() -> None:
    refused(shuffled(), ((*before()[0], before()[0][0]),))
    refused(shuffled(), (before()[0][:2],))
    refused(shuffled(), (before()[0], before()[0]))
    refused(replace(shuffled(), proofs=()))


def test_a_ballot_put_in_the_place_of_another_is_noticed() -> None:
    first, *others = shuffled().ciphertexts[0]
    refused(replace(shuffled(), ciphertexts=((first, first, *others[1:]),)))
    refused(shuffled(), ((before()[0][0], *before()[0][:2]),))


def test_another_order_of_what_came_out_is_noticed() -> None:
    refused(replace(shuffled(), ciphertexts=(shuffled().ciphertexts[0][::-1],)))


def test_what_is_outside_the_group_is_noticed() -> None:
    first, *others = shuffled().ciphertexts[0]
    outside = Ciphertext(anyone().election.group.p - first.alpha, first.beta)
    refused(replace(shuffled(), ciphertexts=((outside, *others),)))


def paths(found: Any, at: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    if not isinstance(found, tuple):
        return [at]
    return [path for place, part in enumerate(found) for path in paths(part, (*at, place))]


def changed(found: Any, path: tuple[int, ...], by: mpz) -> Any:
    if not path:
        return found + by
    place, *further = path
    parts = list(found)
    parts[place] = changed(parts[place], tuple(further), by)
    return type(found)(*parts) if hasattr(found, "_fields") else tuple(parts)


def test_every_number_of_the_proof_matters() -> None:
    (proof,) = shuffled().proofs
    places = paths(proof)
    assert len(places) == 5 + 4 + 5 * 3
    for path in places[::3]:
        refused(replace(shuffled(), proofs=(changed(proof, path, mpz(1)),)))


def test_a_response_that_is_not_less_than_q_is_refused() -> None:
    (proof,) = shuffled().proofs
    for path in ((1, 0), (1, 4, 1), (1, 5, 2)):
        moved = changed(proof, path, anyone().election.group.q)
        refused(replace(shuffled(), proofs=(moved,)))


def test_nobody_knows_the_exponents_between_the_generators() -> None:
    h, others = generators(anyone().election.group, 4)
    assert len({h, *others, anyone().election.group.g}) == 6
    assert anyone().election.group.contains_all([h, *others])


def test_the_last_shuffle_is_what_is_decrypted() -> None:
    kinds = [entry.event.type for entry in read_archive(anyone().archive).entries]
    assert kinds.count("Shuffle") == 2
