"""PROTOCOL 8: tellers make their key in six rounds, and nobody can cheat unseen in any of them."""

import pickle
from dataclasses import replace

import pytest
from gmpy2 import mpz

from tests.voting.ballot.sittings import before, laid, round_of, said, seated, tables
from voting.ballot import canonical
from voting.ballot.group import BELENIOS_2048
from voting.ballot.making.channel import NotReadableError
from voting.ballot.objects import Output, PartialDecryption, Pedersen, Polynomial
from voting.ballot.reasons import Code, Fault
from voting.ballot.rounds import Round, Table, check_message, conclude, given
from voting.ballot.trustees import read_trustees
from voting.ballot.words import spoken


def refused(code: Code, now: Round, seat: int, text: str) -> None:
    with pytest.raises(Fault) as found:
        check_message(before(now), seat, text)
    assert found.value.code == code


@pytest.mark.parametrize(("threshold", "seats"), [(2, 3), (3, 5)])
def test_tellers_who_follow_the_rounds_hold_a_key_together(threshold: int, seats: int) -> None:
    over = tables(threshold, seats)[-1]
    assert over.round is None
    held = read_trustees(BELENIOS_2048, f"[{conclude(over)}]").sharers
    assert [(one.threshold, len(one.public_keys)) for one in held] == [(threshold, seats)]


def test_all_see_the_same_words_once_the_certificates_are_shown() -> None:
    assert before(Round.SHOW).words is None
    assert before(Round.BIND).words == tables()[-1].words
    assert before(Round.BIND).words == spoken(tables()[-1].of(Round.SHOW))


def test_another_certificate_than_the_hidden_one_is_refused() -> None:
    refused(Code.TRUSTEE_PROOF, Round.SHOW, 1, said(Round.SHOW, 2))
    refused(Code.NOT_CANONICAL, Round.SHOW, 1, said(Round.SHOW, 1).replace(":", ": ", 1))
    refused(Code.NOT_CANONICAL, Round.SHOW, 1, "{}")


def test_a_commitment_is_a_hash() -> None:
    for now in (Round.HIDE, Round.BIND):
        for text in ("", "0" * 63, "G" * 64, "A" * 64, said(now, 1) + "\n"):
            refused(Code.NOT_CANONICAL, now, 1, text)


def test_whoever_speaks_last_cannot_choose_her_polynomial_then() -> None:
    late = seated()[2]
    table = replace(before(Round.HIDE))
    tellers = [*seated()[:2], late]
    for _round in (Round.HIDE, Round.SHOW, Round.BIND):
        table = round_of(table, tellers)
    another = late._teller.polynomial(2, table.certificates)  # drawn once the others are bound
    with pytest.raises(Fault, match="not the one committed to"):
        check_message(table, 3, canonical.dump(another))


def test_a_polynomial_has_a_secret_for_each_seat() -> None:
    whole = canonical.parse(said(Round.DEAL, 1), Polynomial)
    short = replace(whole, secrets=whole.secrets[:2])
    refused(Code.TRUSTEE_PROOF, Round.DEAL, 1, canonical.dump(short))


def test_a_share_is_the_one_that_was_dealt() -> None:
    refused(Code.TRUSTEE_PROOF, Round.TAKE, 2, said(Round.TAKE, 1))
    output = canonical.parse(said(Round.TAKE, 1), Output)
    unproved = replace(output.public_key, pok=replace(output.public_key.pok, response=mpz(7)))
    refused(Code.TRUSTEE_PROOF, Round.TAKE, 1, canonical.dump(replace(output, public_key=unproved)))


def test_nobody_gets_what_is_meant_for_another() -> None:
    each = [given(before(Round.TAKE), seat)[0] for seat in (1, 2, 3)]
    envelopes = [set(canonical.parse(said(Round.DEAL, one), Polynomial).secrets) for one in (1, 2)]
    for seat, text in enumerate(each, start=1):
        for dealt in envelopes:
            meant = [envelope for envelope in dealt if canonical.dump(envelope)[1:-1] in text]
            assert len(meant) == 1, seat


def test_a_teller_takes_no_other_polynomial_than_the_bound_one() -> None:
    tellers, others = seated(), tables()
    table = Table("BELENIOS-2048", 2, 3)
    for _round in (Round.HIDE, Round.SHOW, Round.BIND, Round.DEAL):
        table = round_of(table, tellers)
    with pytest.raises((Fault, NotReadableError)):
        tellers[0].answer(Round.TAKE, given(others[Round.TAKE - 1], 1))


def test_a_server_that_swaps_a_message_is_seen_by_its_teller() -> None:
    tellers = seated()
    table = round_of(Table("BELENIOS-2048", 2, 3), tellers)
    swapped = laid(Table("BELENIOS-2048", 2, 3), "0" * 64, *table.of(Round.HIDE)[1:])
    with pytest.raises(Fault, match="not in its place"):
        tellers[0].answer(Round.SHOW, given(swapped, 1))


def test_a_false_rehearsal_is_refused() -> None:
    refused(Code.DECRYPTION_PROOF, Round.REHEARSE, 2, said(Round.REHEARSE, 1))
    partial = canonical.parse(said(Round.REHEARSE, 1), PartialDecryption)
    for rows in ((), ((), ()), ((mpz(2),),), ((partial.decryption_factors[0][0],) * 2,)):
        false = canonical.dump(replace(partial, decryption_factors=rows))
        refused(Code.DECRYPTION_PROOF, Round.REHEARSE, 1, false)
    refused(Code.NOT_CANONICAL, Round.REHEARSE, 1, "[]")


def test_what_nobody_can_open_is_no_key() -> None:
    over = tables()[-1]
    keys = canonical.parse(over.tellers, Pedersen).group
    assert len(keys.verification_keys) == 3
    one, two, _three = over.of(Round.REHEARSE)
    with pytest.raises(Fault, match="DECRYPTION_PROOF"):
        conclude(laid(before(Round.REHEARSE), two, one, two))


def test_the_table_goes_to_another_process_as_it_is() -> None:
    over = before(Round.REHEARSE)
    assert pickle.loads(pickle.dumps(over)).tellers == over.tellers  # noqa: S301
