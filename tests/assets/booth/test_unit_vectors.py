"""Small facts that the browser's program agrees on with three others (PROTOCOL 23.1)."""

from typing import Any

from tests.assets.booth.node import run
from tests.voting.ballot.vectors import needs_vectors, read

UNIT: dict[str, Any] = read("unit.json")
pytestmark = needs_vectors

CREDENTIALS = """
import { GROUPS } from "./ballot/group.js";
import { derive, isWellFormed } from "./making/credentials.js";
const found = [];
for (const { group, uuid, private: text } of told.credentials) {
  const { secret, known } = await derive(GROUPS[group], uuid, text);
  found.push([secret, known]);
}
answer([found, isWellFormed(told.credential_bad_checksum)]);
"""
NUMBERS = """
import { embed, extract } from "./ballot/embedding.js";
import { GROUPS, RFC_3526_2048 } from "./ballot/group.js";
import { unpadded } from "./ballot/hashing.js";
import { lagrange } from "./ballot/sharing.js";
import { challenges, generators } from "./ballot/shuffles.js";
const [h, bases] = await generators(RFC_3526_2048, told.generators);
const { n, string } = told.nizkp_challenges;
const isInside = ([name, one]) => GROUPS[name].containsAll([one].flat().map(BigInt));
answer({
  sha256_b64: await Promise.all(told.texts.map(unpadded)),
  group_encode: told.group_encode.map(({ ints }) => embed(RFC_3526_2048, ints)),
  group_decode: told.group_encode.map(({ ints, element }) => extract(BigInt(element), ints.length)),
  generators: [...bases, h],
  challenges: await challenges(RFC_3526_2048, n, string),
  lagrange: told.lagrange.map(({ indexes }) => lagrange(GROUPS["BELENIOS-2048"], indexes)),
  inside: Object.entries(told.not_in_group).map(isInside),
});
"""
CHANNEL = """
import { GROUPS } from "./ballot/group.js";
import { correspondent } from "./making/channel.js";
import { shareIn } from "./making/tellers.js";
const own = await correspondent(GROUPS[told.group], told.seed);
const { verification, encryption } = own.certificate;
answer([verification, encryption, await shareIn(own, told.encrypted_decryption_key)]);
"""


def test_credentials_give_the_keys_that_the_tool_gives() -> None:
    found, is_well_formed = run(CREDENTIALS, UNIT)
    assert found == [[one["secret"], one["public"]] for one in UNIT["credentials"]]
    assert is_well_formed is False


def test_hashes_elements_and_challenges_are_those_of_the_tool() -> None:
    told = UNIT["generators_RFC3526"]
    count = max(map(int, told)) + 1
    texts = [text for text, _hashed in UNIT["sha256_b64"]]
    found = run(NUMBERS, UNIT | {"generators": count, "texts": texts})
    assert found["sha256_b64"] == [hashed for _text, hashed in UNIT["sha256_b64"]]
    assert found["group_encode"] == [one["element"] for one in UNIT["group_encode"]]
    assert found["group_decode"] == [one["ints"] for one in UNIT["group_encode"]]
    assert {index: found["generators"][int(index)] for index in told} == told
    assert found["challenges"] == UNIT["nizkp_challenges"]["values"]
    assert found["lagrange"] == [one["coefficients"] for one in UNIT["lagrange"]]
    assert found["inside"] == [False] * len(UNIT["not_in_group"])


def test_the_private_channel_opens_what_the_tool_sent() -> None:
    told = UNIT["pki"]
    wanted = [told["verification"], told["encryption"], told["decryption_key"]]
    assert run(CHANNEL, told) == wanted
