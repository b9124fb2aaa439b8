/* Puts the free ballots in another order and encryption, and proves that it did nothing else.  PROTOCOL 5.9, CHVote
   1.3.2; the names are those of the protocol. */
import { productOfPowers } from "../ballot/multiplying.js";
import { modulo } from "../ballot/numbers.js";
import { finalChallenge, generators, permutationChallenges } from "../ballot/shuffles.js";
import * as chance from "./chance.js";

/* {ciphertexts, proofs}: one row for each free question, shuffled apart from each other. */
export async function makeShuffle(election, before) {
  const made = [];
  for (const row of before) made.push(await shuffled(election, row));
  return { ciphertexts: made.map(({ after }) => after), proofs: made.map(({ proof }) => proof) };
}

async function shuffled(election, before) {
  const order = chance.permutation(before.length);
  const fresh = chance.exponents(election.group, before.length);
  const again = before.map((one, at) => reencrypted(election.key, one, fresh[at]));
  const after = order.map((place) => again[place]);
  return { after, proof: await prove(election, before, after, order, fresh) };
}

function reencrypted(key, { alpha, beta }, r) {
  const { group } = key;
  return { alpha: (alpha * group.generate(r)) % group.p, beta: (beta * key.power(r)) % group.p };
}

async function prove(election, before, after, order, fresh) {
  const { group, key } = election;
  const [h, bases] = await generators(group, before.length);
  const [r, permutation] = committed(group, order, bases);
  const u = await permutationChallenges(election, before, after, permutation);
  const permuted = order.map((place) => u[place]);
  const rChain = chance.exponents(group, before.length);
  const chain = linked(group, h, rChain, permuted);
  const w = chance.exponents(group, 4);
  const [wChain, wPermuted] = [chance.exponents(group, before.length), chance.exponents(group, before.length)];
  const t3 = (group.generate(w[2]) * productOfPowers(group, bases, wPermuted)) % group.p;
  const t = [group.generate(w[0]), group.generate(w[1]), t3, ...rerandomised(key, after, w[3], wPermuted)];
  const tChain = links(group, h, chain, wChain, wPermuted);
  const c = await finalChallenge(election, before, after, { t, tChain, permutation, chain });
  const hidden = [sum(r), dot(rChain, tails(group, permuted)), dot(r, u), dot(fresh, u)];
  const s = answered(group, c, w, hidden);
  return [
    [t[0], t[1], t[2], [t[3], t[4]], tChain],
    [...s, answered(group, c, wChain, rChain), answered(group, c, wPermuted, permuted)],
    permutation,
    chain,
  ];
}

/* Commitments to the permutation, one for each ballot that comes in. */
function committed(group, order, bases) {
  const r = chance.exponents(group, order.length);
  const found = [];
  bases.forEach((base, at) => (found[order[at]] = (group.generate(r[order[at]]) * base) % group.p));
  return [r, found];
}

/* A chain of commitments to the permuted challenges. */
function linked(group, h, r, permuted) {
  const chain = [];
  r.forEach((exponent, at) => {
    const back = at ? chain[at - 1] : h;
    chain.push((group.generate(exponent) * group.power(back, permuted[at])) % group.p);
  });
  return chain;
}

function links(group, h, chain, w, along) {
  return w.map((exponent, at) => {
    const back = at ? chain[at - 1] : h;
    return (group.generate(exponent) * group.power(back, along[at])) % group.p;
  });
}

function rerandomised(key, after, w, along) {
  const { group } = key;
  const betas = productOfPowers(group, after.map(({ beta }) => beta), along);
  const alphas = productOfPowers(group, after.map(({ alpha }) => alpha), along);
  return [(key.power(-w) * betas) % group.p, (group.generate(-w) * alphas) % group.p];
}

/* v: for each link the product of all challenges after it. */
function tails({ q }, permuted) {
  const found = [];
  permuted.reduceRight((product, one) => (found.unshift(product), (product * one) % q), 1n);
  return found;
}

const answered = ({ q }, c, w, hidden) => w.map((one, at) => modulo(one + c * hidden[at], q));
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0n);
const dot = (left, right) => sum(left.map((one, at) => one * right[at]));
