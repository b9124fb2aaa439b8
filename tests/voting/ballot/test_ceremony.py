"""PROTOCOL 5.5: tellers make a key together, and nobody can deal falsely unseen."""

from dataclasses import replace
from itertools import combinations

import pytest
from gmpy2 import mpz

from voting.ballot import ceremony
from voting.ballot.group import BELENIOS_2048
from voting.ballot.making.channel import Correspondent, NotReadableError
from voting.ballot.making.hands import gather, hold_ceremony
from voting.ballot.making.tellers import Given, Teller
from voting.ballot.objects import Coefficients, Dealt
from voting.ballot.reasons import Code, Fault
from voting.ballot.sharing import lagrange, verification_key

GROUP = BELENIOS_2048
TELLERS = [Teller(Correspondent.new(GROUP)) for _seat in range(3)]
SIGNED = [teller.certificate() for teller in TELLERS]
CERTIFICATES = ceremony.read_certificates(GROUP, SIGNED)
POLYNOMIALS = [teller.polynomial(2, CERTIFICATES) for teller in TELLERS]
COEFFICIENTS = [
    ceremony.check_polynomial(GROUP, 2, CERTIFICATES, seat, one)
    for seat, one in enumerate(POLYNOMIALS, start=1)
]


def refused(code: Code, check: object, *told: object) -> None:
    with pytest.raises(Fault) as found:
        check(*told)  # type: ignore[operator]
    assert found.value.code == code


def output(seat: int, dealt: Dealt) -> object:
    return TELLERS[seat - 1].output(2, seat, CERTIFICATES, dealt)


def test_any_two_of_three_hold_the_same_key_and_one_alone_does_not() -> None:
    held = hold_ceremony(GROUP, 2, 3)
    y = gather(GROUP, held).election_key
    for seats in combinations((1, 2, 3), 2):
        weighed = zip(lagrange(GROUP, seats), seats, strict=True)
        private = sum(weight * held.shares[seat - 1] for weight, seat in weighed)
        assert GROUP.generate(private) == y
    assert y not in map(GROUP.generate, held.shares)


@pytest.mark.parametrize(("threshold", "seats"), [(1, 1), (1, 2), (3, 5)])
def test_there_may_be_more_or_fewer(threshold: int, seats: int) -> None:
    held = hold_ceremony(GROUP, threshold, seats)
    owners = range(1, threshold + 1)
    weighed = zip(lagrange(GROUP, owners), held.shares, strict=False)
    private = sum((weight * share for weight, share in weighed), mpz(0))
    assert GROUP.generate(private) == gather(GROUP, held).election_key


def test_one_teller_cannot_take_two_seats() -> None:
    refused(Code.THRESHOLD, ceremony.read_certificates, GROUP, [SIGNED[0], SIGNED[0]])


def test_a_certificate_that_somebody_else_signed_is_refused() -> None:
    false = replace(SIGNED[0], signature=SIGNED[1].signature)
    refused(Code.TRUSTEE_PROOF, ceremony.read_certificates, GROUP, [false])


def test_a_certificate_outside_the_group_is_refused() -> None:
    outside = replace(TELLERS[0].own.certificate, encryption=mpz(2))
    signed = TELLERS[0].own.sign(outside)
    refused(Code.TRUSTEE_PROOF, ceremony.read_certificates, GROUP, [signed])


def test_a_certificate_in_another_text_is_refused() -> None:
    spaced = replace(SIGNED[0], message=SIGNED[0].message.replace(":", ": ", 1))
    refused(Code.NOT_CANONICAL, ceremony.read_certificates, GROUP, [spaced])


def test_a_polynomial_is_its_own_tellers_of_the_right_degree_and_for_all_seats() -> None:
    check, first = ceremony.check_polynomial, POLYNOMIALS[0]
    refused(Code.TRUSTEE_PROOF, check, GROUP, 2, CERTIFICATES, 2, first)
    refused(Code.THRESHOLD, check, GROUP, 3, CERTIFICATES, 1, first)
    lacking = replace(first, secrets=first.secrets[:2])
    refused(Code.TRUSTEE_PROOF, check, GROUP, 2, CERTIFICATES, 1, lacking)
    outside = TELLERS[0].own.sign(Coefficients((mpz(2), mpz(1))))
    refused(Code.TRUSTEE_PROOF, check, GROUP, 2, CERTIFICATES, 1, replace(first, coefexps=outside))


def test_a_teller_notices_a_secret_that_is_not_the_published_one() -> None:
    to_bo = CERTIFICATES[1].encryption
    false = TELLERS[0].own.send(to_bo, Given(mpz(5)))
    dealt = ceremony.deal(POLYNOMIALS, 2)
    with pytest.raises(NotReadableError, match="another secret than she published"):
        output(2, replace(dealt, secrets=(false, *dealt.secrets[1:])))


def test_a_teller_notices_what_was_meant_for_another_seat() -> None:
    dealt = ceremony.deal(POLYNOMIALS, 2)
    with pytest.raises(NotReadableError):
        output(2, replace(dealt, secrets=ceremony.deal(POLYNOMIALS, 3).secrets))


def test_a_teller_notices_when_somebody_is_left_out() -> None:
    dealt = ceremony.deal(POLYNOMIALS, 1)
    refused(Code.TRUSTEE_PROOF, output, 1, replace(dealt, secrets=dealt.secrets[:2]))


def test_the_key_of_a_seat_is_the_one_that_was_dealt_to_it() -> None:
    mine = TELLERS[0].output(2, 1, CERTIFICATES, ceremony.deal(POLYNOMIALS, 1))
    ceremony.check_output(GROUP, COEFFICIENTS, 1, mine)
    refused(Code.TRUSTEE_PROOF, ceremony.check_output, GROUP, COEFFICIENTS, 2, mine)
    assert mine.public_key.public_key == verification_key(GROUP, COEFFICIENTS, 1)


def test_no_seed_and_no_share_shows_itself() -> None:
    told = repr((TELLERS[0], hold_ceremony(GROUP, 1, 1), Given(mpz(12345))))
    assert TELLERS[0].own.seed not in told
    assert "12345" not in told.replace(str(GROUP.p), "").replace(str(GROUP.g), "")
