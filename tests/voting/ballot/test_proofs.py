"""PROTOCOL 5.5, 5.7 and 5.10: a proof holds for what it was made for, and for nothing else."""

from dataclasses import replace

import pytest
from gmpy2 import mpz
from hypothesis import given, settings
from hypothesis import strategies as st

from voting.ballot import proofs
from voting.ballot.group import BELENIOS_2048
from voting.ballot.keys import Key
from voting.ballot.making import proofs as making
from voting.ballot.making.proofs import Branch
from voting.ballot.objects import Ciphertext, Proof

GROUP = BELENIOS_2048
PRIVATE = mpz(987654321)
PUBLIC = GROUP.generate(PRIVATE)
KEY = Key(GROUP, GROUP.generate(31415))
BASE = GROUP.generate(271828)
RAISED = GROUP.power(BASE, PRIVATE)
KNOWS = making.know(GROUP, "S|", PRIVATE)
SAME = making.same_exponent(GROUP, "S|", BASE, PRIVATE)


def encrypted(branch: Branch) -> Ciphertext:
    beta = KEY.power(branch.chance) * GROUP.generate(branch.content) % GROUP.p
    return Ciphertext(GROUP.generate(branch.chance), beta)


def test_a_proof_of_knowledge_holds_for_its_own_key_and_statement() -> None:
    assert proofs.knows(GROUP, "S|", PUBLIC, KNOWS)
    assert not proofs.knows(GROUP, "T|", PUBLIC, KNOWS)
    assert not proofs.knows(GROUP, "S|", BASE, KNOWS)


def test_a_proof_of_the_same_exponent_holds_for_its_own_factor() -> None:
    assert proofs.same_exponent(GROUP, "S|", PUBLIC, BASE, RAISED, SAME)
    assert not proofs.same_exponent(GROUP, "T|", PUBLIC, BASE, RAISED, SAME)
    assert not proofs.same_exponent(GROUP, "S|", BASE, BASE, RAISED, SAME)
    assert not proofs.same_exponent(GROUP, "S|", PUBLIC, BASE, BASE, SAME)


@pytest.mark.parametrize("field", ["challenge", "response"])
def test_a_number_that_is_not_less_than_q_is_no_proof(field: str) -> None:
    """It would be the same proof in another text."""
    for proof in (KNOWS, SAME):
        moved = replace(proof, **{field: getattr(proof, field) + GROUP.q})
        assert not proofs.knows(GROUP, "S|", PUBLIC, moved)
        assert not proofs.same_exponent(GROUP, "S|", PUBLIC, BASE, RAISED, moved)
        assert not proofs.one_is_nothing(KEY, "S|", [Ciphertext(BASE, BASE)], [moved])


@settings(max_examples=10)
@given(st.integers(0, 3), st.integers(0, 3))
def test_one_of_several_is_nothing_whichever_it_is(at: int, wrong: int) -> None:
    branches = [Branch(mpz(77 + place), mpz(place - at)) for place in range(4)]
    shown = list(map(encrypted, branches))
    made = making.one_is_nothing(KEY, "S|", branches)
    assert proofs.one_is_nothing(KEY, "S|", shown, made)
    assert not proofs.one_is_nothing(KEY, "T|", shown, made)
    assert not proofs.one_is_nothing(KEY, "S|", shown[:3], made)
    others = [*made[:wrong], Proof(mpz(1), mpz(1)), *made[wrong + 1 :]]
    assert not proofs.one_is_nothing(KEY, "S|", shown, others)


def test_where_none_is_nothing_no_proof_can_be_made() -> None:
    with pytest.raises(ValueError, match="not in list"):
        making.one_is_nothing(KEY, "S|", [Branch(mpz(1), mpz(1))])
