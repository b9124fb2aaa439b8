/* Does a proof hold?  How they are made stands in making/proofs.js.  All are of one kind: a commitment is computed back
   from challenge and response, and the hash must give the challenge.  PROTOCOL 5.5, 5.7, 5.10. */
import { challenge } from "./hashing.js";

/* Whoever made it knew the exponent of `known`: a key, a signature, the chance in a vote. */
export async function knows(group, statement, known, proof) {
  if (!areWithin(group, [proof])) return false;
  const commitment = (group.generate(proof.response) * group.power(known, proof.challenge)) % group.p;
  return (await challenge(group, statement, [commitment])) === proof.challenge;
}

/* `raised` is `base` to the power that made `known` out of g. */
export async function sameExponent(group, statement, known, { base, raised }, proof) {
  if (!areWithin(group, [proof])) return false;
  const { challenge: c, response: r } = proof;
  const ofG = (group.generate(r) * group.power(known, c)) % group.p;
  const ofBase = (group.power(base, r) * group.power(raised, c)) % group.p;
  return (await challenge(group, statement, [ofG, ofBase])) === c;
}

/* At least one branch encrypts nothing, without telling which.  A branch is a ciphertext, as ladders, less a count. */
export async function oneIsNothing(key, statement, branches, proofs) {
  const { group } = key;
  if (proofs.length !== branches.length || !areWithin(group, proofs)) return false;
  const commitments = branches.flatMap(({ alpha, beta, count }, at) => {
    const { challenge: c, response: z } = proofs[at];
    const ofBeta = count ? beta.to(c) * group.generate(-BigInt(count) * c) : beta.to(c);
    return [(group.generate(z) * alpha.to(c)) % group.p, (key.power(z) * ofBeta) % group.p];
  });
  const total = proofs.reduce((sum, proof) => sum + proof.challenge, 0n) % group.q;
  return (await challenge(group, statement, commitments)) === total;
}

/* A number above q would be the same proof in another text. */
const areWithin = ({ q }, proofs) => proofs.every(({ challenge: c, response }) => c < q && response < q);
