"""Small facts that three implementations agree on."""

from typing import Any

from gmpy2 import mpz

from tests.voting.ballot.vectors import needs_vectors, read
from voting.ballot import hashing
from voting.ballot.embedding import embed, extract
from voting.ballot.group import BELENIOS_2048, GROUPS, RFC_3526_2048
from voting.ballot.making.channel import Correspondent
from voting.ballot.making.credentials import derive, is_well_formed
from voting.ballot.making.tellers import Teller
from voting.ballot.sharing import lagrange
from voting.ballot.shuffles import challenges, generators

UNIT: dict[str, Any] = read("unit.json")
pytestmark = needs_vectors


def test_credentials_give_the_keys_that_the_tool_gives() -> None:
    for one in UNIT["credentials"]:
        found = derive(GROUPS[one["group"]], one["uuid"], one["private"])
        assert (str(found.private), str(found.public)) == (one["secret"], one["public"])
    assert not is_well_formed(UNIT["credential_bad_checksum"])


def test_hashes_are_those_of_the_tool() -> None:
    for text, hashed in UNIT["sha256_b64"]:
        assert hashing.base64_of(text) == hashed


def test_numbers_become_the_elements_that_the_tool_makes() -> None:
    for one in UNIT["group_encode"]:
        element = embed(RFC_3526_2048, one["ints"])
        assert str(element) == one["element"]
        assert list(extract(element, len(one["ints"]))) == one["ints"]


def test_generators_are_those_of_the_tool() -> None:
    told = {int(index): mpz(element) for index, element in UNIT["generators_RFC3526"].items()}
    h, found = generators(RFC_3526_2048, max(told) + 1)
    assert {index: ([*found, h])[index] for index in told} == told


def test_challenges_of_a_shuffle_are_those_of_the_tool() -> None:
    told = UNIT["nizkp_challenges"]
    assert list(map(str, challenges(RFC_3526_2048, told["n"], told["string"]))) == told["values"]


def test_the_private_channel_opens_what_the_tool_sent() -> None:
    told = UNIT["pki"]
    teller = Teller(Correspondent(GROUPS[told["group"]], told["seed"]))
    certificate = teller.own.certificate
    shown = (str(certificate.verification), str(certificate.encryption))
    assert shown == (told["verification"], told["encryption"])
    private = teller.private_key(told["encrypted_decryption_key"])
    assert str(private) == told["decryption_key"]


def test_shares_are_weighed_as_the_tool_weighs_them() -> None:
    for one in UNIT["lagrange"]:
        assert list(map(str, lagrange(BELENIOS_2048, one["indexes"]))) == one["coefficients"]


def test_what_is_outside_a_group_is_found() -> None:
    for name, numbers in UNIT["not_in_group"].items():
        assert [GROUPS[name].contains(mpz(one)) for one in numbers] == [False] * len(numbers)
