"""Arithmetic and writing as the browser does them, beside what Python says."""

import hashlib
import secrets

import gmpy2
from cryptography.hazmat.primitives.ciphers.aead import AESCCM

from tests.assets.booth.node import run
from voting.ballot.group import GROUPS
from voting.ballot.words import WORDS

POWERS = """
import { GROUPS } from "./ballot/group.js";
import { jacobi } from "./ballot/numbers.js";
import { productOfPowers } from "./ballot/multiplying.js";
answer(told.map(({ name, base, exponents }) => {
  const [group, element] = [GROUPS[name], BigInt(base)];
  const ladder = group.ladder(element);
  return exponents.map(BigInt).map((one) => [
    group.generate(one), group.power(element, one), ladder.to(one),
    productOfPowers(group, [element, group.g], [one, one]),
    group.inverse(element), jacobi(element, group.p), group.contains(element),
  ].map(String));
}));
"""
SEALED = """
import { bytesOfHex, hexOf } from "./ballot/bytes.js";
import { open, seal } from "./making/ccm.js";
const found = [];
for (const { key, nonce, text, sealed } of told) {
  const [k, n] = [bytesOfHex(key), bytesOfHex(nonce)];
  const bent = bytesOfHex(sealed);
  bent[0] ^= 1;
  const refused = await open(k, n, bent).then(() => "opened", (fault) => fault.code);
  const made = [await seal(k, n, bytesOfHex(text)), await open(k, n, bytesOfHex(sealed))];
  found.push([...made.map(hexOf), refused]);
}
answer(found);
"""
WRITTEN = """
import * as shapes from "./ballot/objects.js";
import { dump, parse } from "./ballot/canonical.js";
answer(told.map(([shape, text]) => {
  try { return dump(parse(text, shapes[shape])) } catch (fault) { return fault.code }
}));
"""
DRAWN = """
import * as chance from "./making/chance.js";
answer({
  drawn: Array.from({ length: 2200 }, () => Number(chance.exponent({ q: 11n }))),
  orders: Array.from({ length: 600 }, () => chance.permutation(3).join("")),
  one: chance.permutation(1), none: chance.permutation(0), word: chance.base58(500),
});
"""
SPOKEN = 'import { spoken, WORDS } from "./ballot/words.js"; answer([WORDS, await spoken(told)]);'
PROOF = '{"challenge":"1","response":"2"}'
ACCEPTED = [
    ("proof", PROOF),
    ("register", '["a\\u007fåäö\\u001f\\"\\\\"]'),
    ("homomorphic", '{"answers":["A"],"blank":true,"min":0,"max":1,"question":"?"}'),
    ("result", '{"result":[[1,2],[[0,9]]]}'),
    ("event", '{"height":0,"type":"Setup","payload":"a"}'),
]
REFUSED = [
    ("proof", '{"challenge":"1","response":"02"}'),
    ("proof", '{"challenge":"1","response":"+2"}'),
    ("proof", '{"challenge":"1","response":2}'),
    ("proof", '{"challenge":"1","challenge":"1","response":"2"}'),
    ("proof", '{"response":"2","challenge":"1"}'),
    ("proof", '{"challenge":"1","response":"2","more":"3"}'),
    ("proof", '{"challenge":"1","response":"2","__proto__":"3"}'),
    ("proof", '{"challenge":"1"}'),
    ("proof", f" {PROOF}"),
    ("proof", f"\ufeff{PROOF}"),
    ("proof", "null"),
    ("proof", ""),
    ("register", '["\\u00f6"]'),
    ("register", '["\\ud800"]'),
    ("register", '["\\u007F"]'),
    ("homomorphic", '{"answers":["A"],"blank":false,"min":0,"max":1,"question":"?"}'),
    ("homomorphic", '{"answers":["A"],"min":0,"max":1.0,"question":"?"}'),
    ("homomorphic", '{"answers":["A"],"min":0,"max":true,"question":"?"}'),
    ("homomorphic", '{"answers":["A"],"min":0,"max":1e1,"question":"?"}'),
    ("homomorphic", '{"answers":["A"],"min":0,"max":1000000000,"question":"?"}'),
    ("homomorphic", '{"answers":["A"],"min":-1,"max":1,"question":"?"}'),
    ("homomorphic", '{"answers":["A"],"min":-0,"max":1,"question":"?"}'),
    ("event", '{"height":0,"type":"setup","payload":"a"}'),
    ("event", '{"height":0,"type":"Setup","payload":null}'),
]


def test_powers_are_those_of_another_library() -> None:
    told = []
    for name, group in GROUPS.items():
        for base in (int(group.g), secrets.randbelow(int(group.p)), 7):
            exponents = [0, 1, 2, int(group.q) - 1, secrets.randbelow(int(group.q))]
            told.append({"name": name, "base": str(base), "exponents": [*map(str, exponents)]})
    for one, rows in zip(told, run(POWERS, told), strict=True):
        group, base = GROUPS[str(one["name"])], gmpy2.mpz(str(one["base"]))
        for exponent, row in zip(map(int, one["exponents"]), rows, strict=True):
            raised = group.power(base, exponent)
            wanted = [group.generate(exponent), raised, raised]
            wanted += [raised * group.generate(exponent) % group.p, group.inverse(base)]
            inside = str(group.contains(base)).lower()
            assert row == [*map(str, wanted), str(gmpy2.jacobi(base, group.p)), inside]


def test_what_is_sealed_between_tellers_is_sealed_as_by_another_library() -> None:
    """AES-256-CCM: the browser has none, so ours is made of two that it has."""
    told = []
    for length in (0, 1, 15, 16, 17, 47, 48, 1000, 65535):
        key, nonce, text = map(secrets.token_bytes, (32, 13, length))
        sealed = AESCCM(key, tag_length=8).encrypt(nonce, text, None)
        parts = {"key": key, "nonce": nonce, "text": text, "sealed": sealed}
        told.append({name: part.hex() for name, part in parts.items()})
    wanted = [[one["sealed"], one["text"], "NOT_READABLE"] for one in told]
    assert run(SEALED, told) == wanted


def test_there_is_one_way_of_writing() -> None:
    found = run(WRITTEN, [*ACCEPTED, *REFUSED])
    assert found == [*(text for _shape, text in ACCEPTED), *["NOT_CANONICAL"] * len(REFUSED)]


def test_the_words_are_those_of_the_server() -> None:
    words, said = run(SPOKEN, ["a", "å"])
    hashed = hashlib.sha256("aå".encode()).digest()
    assert words == list(WORDS)
    assert said == [WORDS[byte] for byte in hashed[:4]]


def test_chance_is_fair_enough_to_be_used() -> None:
    found = run(DRAWN, None)
    often = {number: 120 < found["drawn"].count(number) < 280 for number in range(11)}
    assert often == dict.fromkeys(range(11), True)
    orders = ["012", "021", "102", "120", "201", "210"]
    each = {one: 50 < found["orders"].count(one) < 150 for one in orders}
    assert each == dict.fromkeys(orders, True)
    assert (found["one"], found["none"], len(found["word"])) == ([0], [], 500)
    assert set(found["word"]) & set("0OIl") == set()
