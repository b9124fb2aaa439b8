"""A number outside the group is refused even where its proof holds.

The proofs are about exponents: with a challenge that is even they do not see a changed sign.  A
maker who tries again until it is even has a proof that holds for what is not in the group.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest
from gmpy2 import mpz

from tests.voting.ballot.elections import Held, anyone, chair, texts
from voting.ballot import canonical, proofs, shuffles, statements
from voting.ballot.decryption import check_partial
from voting.ballot.group import BELENIOS_2048, RFC_3526_2048, Group
from voting.ballot.keys import Key
from voting.ballot.making import chance
from voting.ballot.making import proofs as making
from voting.ballot.making import shuffles as mixing
from voting.ballot.making.decryption import decrypt
from voting.ballot.making.proofs import Branch
from voting.ballot.objects import (
    Ciphertext,
    EncryptedTally,
    Homomorphic,
    HomomorphicAnswer,
    MixnetAnswer,
    PartialDecryption,
    Proof,
    PublicKey,
    Shuffle,
)
from voting.ballot.questions import check_answer
from voting.ballot.reasons import Code, Fault
from voting.ballot.signed import check_public_key

MARK = Homomorphic(answers=("A",), min=0, max=1, question="?")
groups = pytest.mark.parametrize("group", [BELENIOS_2048, RFC_3526_2048], ids=lambda one: one.name)


def refused(code: Code, check: Callable[..., None], *told: object) -> None:
    with pytest.raises(Fault) as found:
        check(*told)
    assert found.value.code == code


def until_even(make: Callable[[], tuple[Proof, ...]]) -> tuple[Proof, ...]:
    while True:
        made = make()
        if not any(proof.challenge % mpz(2) for proof in made):
            return made


def even_proof(key: Key, statement: str, branches: list[Branch]) -> tuple[Proof, ...]:
    return until_even(lambda: making.one_is_nothing(key, statement, branches))


@groups
def test_a_key_outside_is_nobodys(group: Group) -> None:
    private = chance.exponent(group)
    public = group.p - group.generate(private)
    statement = statements.knowledge(group.name, public)
    (proof,) = until_even(lambda: (making.know(group, statement, private),))
    assert proofs.knows(group, statement, public, proof)
    refused(Code.TRUSTEE_PROOF, check_public_key, group, PublicKey(proof, public))


def test_a_free_ballot_outside_is_refused() -> None:
    election, r = anyone().election, mpz(4321)
    group, key = election.group, election.key
    shown = Ciphertext(group.p - group.generate(r), key.power(r))
    statement = statements.free("S0", key.y, shown)
    (proof,) = until_even(lambda: (making.know(group, statement, r),))
    assert proofs.knows(group, statement, shown.alpha, proof)
    answer = MixnetAnswer(shown, proof)
    refused(Code.BALLOT_PROOF, check_answer, key, "S0", election.questions[0], answer)


def test_a_mark_outside_is_refused() -> None:
    key, r = Key(BELENIOS_2048, BELENIOS_2048.generate(77)), mpz(4321)
    group, mark = key.group, Branch(r, mpz(1))
    honest = Ciphertext(group.generate(r), key.power(r) * group.g % group.p)
    for shown in (honest, replace(honest, alpha=group.p - honest.alpha)):
        branches = [mark, Branch(r, mpz(0))]
        statement = statements.slot("S0", shown)
        bound = statements.slot(statements.choices("S0", [shown]), shown)
        own, overall = (even_proof(key, told, branches) for told in (statement, bound))
        both = [shown, key.lowered(shown, 1)]
        assert proofs.one_is_nothing(key, statement, both, own)
        assert proofs.one_is_nothing(key, bound, both, overall)
        answer = HomomorphicAnswer(
            choices=(shown,), individual_proofs=(own,), overall_proof=overall
        )
        if shown == honest:
            check_answer(key, "S0", MARK, answer)
        else:
            refused(Code.BALLOT_PROOF, check_answer, key, "S0", MARK, answer)


@pytest.mark.parametrize("held", [chair, anyone])
def test_a_share_outside_is_refused(held: Callable[[], Held]) -> None:
    """It would turn the sign of what is decrypted: a free ballot would say something else."""
    made = held()
    election, private = made.election, made.hands.private[1]
    tally = canonical.parse(texts(made.archive, "EncryptedTally")[0], EncryptedTally)
    encrypted, group = ((tally[0][0],),), election.group
    public, alpha = group.generate(private), encrypted[0][0].alpha
    right = canonical.parse(decrypt(election, encrypted, private), PartialDecryption)
    check_partial(election, encrypted, public, right)
    statement = statements.decryption(election.fingerprint, public)
    (proof,) = until_even(lambda: (making.same_exponent(group, statement, alpha, private),))
    turned = group.p - right.decryption_factors[0][0]
    assert proofs.same_exponent(group, statement, public, alpha, turned, proof)
    false = PartialDecryption(((turned,),), ((proof,),))
    refused(Code.DECRYPTION_PROOF, check_partial, election, encrypted, public, false)


def test_a_shuffle_outside_is_refused() -> None:
    """The sign of a ballot would be turned on its way through: it would say something else."""
    election, group = anyone().election, anyone().election.group
    (before,) = canonical.parse(texts(anyone().archive, "EncryptedTally")[0], EncryptedTally)
    order, fresh = [0, 1, 2], [chance.exponent(group) for _ballot in before]
    pairs = zip(before, fresh, strict=True)
    first, *others = (mixing._reencrypted(election.key, one, r) for one, r in pairs)
    after = (replace(first, alpha=group.p - first.alpha), *others)
    while not shuffles._holds(
        election, before, after, proof := mixing._proof(election, before, after, order, fresh)
    ):
        pass
    false = Shuffle((after,), (proof,))
    refused(Code.SHUFFLE_PROOF, shuffles.check_shuffle, election, (before,), false)
