/* Has a mixer put out the same ballots, in another order and encryption?  PROTOCOL 5.9, CHVote 1.3.2; how the proof is
   made stands in making/shuffles.js. */
import { hexadecimal, number } from "./hashing.js";
import { productOfPowers } from "./multiplying.js";
import { demand } from "./reasons.js";
import { written } from "./statements.js";

/* Refused as SHUFFLE_PROOF unless it is a shuffle of `before`, one row for each free question. */
export async function checkShuffle(election, before, { ciphertexts, proofs }) {
  const isShaped = before.length === ciphertexts.length && before.length === proofs.length;
  refuseUnless(isShaped, "it does not have one row for each question");
  for (const [at, row] of before.entries()) {
    const proof = named(proofs[at]);
    checkLengths(row.length, ciphertexts[at], proof);
    checkNumbers(election.group, ciphertexts[at], proof);
    refuseUnless(await holds(election, row, ciphertexts[at], proof), "the proof of a shuffle does not hold");
  }
}

/* The parts of a proof, which is written as arrays, under the names of the protocol. */
function named([[t1, t2, t3, t4, tChain], [s1, s2, s3, s4, sChain, sPermuted], permutation, chain]) {
  return { t: [t1, t2, t3, ...t4], tChain, s: [s1, s2, s3, s4], sChain, sPermuted, permutation, chain };
}

/* h and h_0 … h_(count-1): elements of which nobody knows the exponent. */
export async function generators(group, count) {
  const indices = Array.from({ length: count + 1 }, (_, at) => at - 1);
  const [h, ...bases] = await Promise.all(indices.map((index) => generator(group, index)));
  const isDistinct = new Set([0n, 1n, group.g, h, ...bases]).size === count + 4;
  demand(isDistinct, "SHUFFLE_PROOF", "the generators of the group are not distinct");
  return [h, bases];
}

const generator = async (group, index) => group.power((await number(`ggen|${index}`)) % group.p, group.cofactor);

/* u: one number for each ciphertext, which nobody could choose. */
export function permutationChallenges({ group, fingerprint }, before, after, permutation) {
  const told = listed(before) + listed(after) + commas(permutation);
  return challenges(group, before.length, `shuffle-challenges|${fingerprint}|${told}`);
}

export async function challenges({ q }, count, text) {
  const first = await hexadecimal(text);
  const indices = Array.from({ length: count }, (_, index) => String(index));
  return Promise.all(indices.map(async (index) => (await number(first + (await hexadecimal(index)))) % q));
}

export async function finalChallenge({ group, key, fingerprint }, before, after, { t, tChain, permutation, chain }) {
  const told = commas(t) + commas(tChain) + listed(before) + listed(after) + commas(permutation) + commas(chain);
  return (await number(`shuffle-challenge|${fingerprint}|${told}${key.y}`)) % group.q;
}

const listed = (ciphertexts) => (ciphertexts.length ? `${written(ciphertexts)},` : "");
const commas = (elements) => elements.map((element) => `${element},`).join("");

function checkLengths(count, after, { tChain, sChain, sPermuted, permutation, chain }) {
  const isWhole = [after, tChain, sChain, sPermuted, permutation, chain].every((row) => row.length === count);
  refuseUnless(isWhole, "not as many ballots out as in");
}

function checkNumbers(group, after, { t, tChain, s, sChain, sPermuted, permutation, chain }) {
  const elements = [...after.flatMap(({ alpha, beta }) => [alpha, beta]), ...t, ...tChain, ...permutation, ...chain];
  refuseUnless(group.containsAll(elements), "a number of a shuffle is not an element of the group");
  const isLess = [...s, ...sChain, ...sPermuted].every((exponent) => exponent < group.q);
  refuseUnless(isLess, "a response is not less than q");
}

/* The commitments, computed back from challenge and responses, are those that were given. */
async function holds(election, before, after, proof) {
  const { group, key } = election;
  const u = await permutationChallenges(election, before, after, proof.permutation);
  const c = await finalChallenge(election, before, after, proof);
  const generated = await generators(group, before.length);
  const computed = [
    ...ofPermutation(group, c, u, generated, proof),
    ...ofCiphertexts(key, c, u, [before, after], proof),
    ...ofChain(group, c, generated[0], proof),
  ];
  const given = [...proof.t, ...proof.tChain];
  return computed.every((element, at) => element === given[at]);
}

/* t1 to t3: what was committed to is a permutation, and u was permuted by it. */
function ofPermutation(group, c, u, [h, bases], { s, sPermuted, permutation, chain }) {
  const { p, q } = group;
  const all = u.reduce((product, one) => (product * one) % q, 1n);
  const total = (group.product(permutation) * group.inverse(group.product(bases))) % p;
  const last = chain.length ? chain[chain.length - 1] : h;
  const tail = (last * group.inverse(group.power(h, all))) % p;
  const moved = (group.generate(s[2]) * productOfPowers(group, bases, sPermuted)) % p;
  return [
    (without(group, total, c) * group.generate(s[0])) % p,
    (without(group, tail, c) * group.generate(s[1])) % p,
    (without(group, productOfPowers(group, permutation, u), c) * moved) % p,
  ];
}

/* t4: the ciphertexts were moved by the same permutation, and encrypt what they did. */
function ofCiphertexts(key, c, u, [before, after], { s, sPermuted }) {
  const { group } = key;
  const side = (name, again) => {
    const gone = productOfPowers(group, before.map((one) => one[name]), u);
    const come = productOfPowers(group, after.map((one) => one[name]), sPermuted);
    return (((without(group, gone, c) * again) % group.p) * come) % group.p;
  };
  return [side("beta", key.power(-s[3])), side("alpha", group.generate(-s[3]))];
}

/* t̂: each link was made of the one before it and the next of the permuted challenges. */
function ofChain(group, c, h, { sChain, sPermuted, chain }) {
  return chain.map((link, at) => {
    const moved = (group.generate(sChain[at]) * group.power(at ? chain[at - 1] : h, sPermuted[at])) % group.p;
    return (without(group, link, c) * moved) % group.p;
  });
}

/* element^-c. */
const without = (group, element, c) => group.power(group.inverse(element), c);

const refuseUnless = (isTrue, text) => demand(isTrue, "SHUFFLE_PROOF", text);
