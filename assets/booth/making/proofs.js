/* Proofs, as their makers make them: with what the checker does not know.  PROTOCOL 5. */
import { challenge } from "../ballot/hashing.js";
import { modulo } from "../ballot/numbers.js";
import * as chance from "./chance.js";

export async function know(group, statement, secret) {
  const w = chance.exponent(group);
  const c = await challenge(group, statement, [group.generate(w)]);
  return { challenge: c, response: modulo(w - secret * c, group.q) };
}

export async function sameExponent(group, statement, base, secret) {
  const w = chance.exponent(group);
  const c = await challenge(group, statement, [group.generate(w), group.power(base, w)]);
  return { challenge: c, response: modulo(w - secret * c, group.q) };
}

/* The first branch without content is proved, the others are made up.  A branch is a ciphertext as its maker knows it,
   (g^chance, y^chance · g^content), so only powers of g and y are needed. */
export async function oneIsNothing(key, statement, branches) {
  const { group } = key;
  const { p, q } = group;
  const own = branches.findIndex(({ content }) => content === 0n);
  if (own < 0) throw new RangeError("every branch has content");
  const drawn = branches.map(() => ({ challenge: chance.exponent(group), response: chance.exponent(group) }));
  const commitments = branches.flatMap((branch, at) => {
    const { challenge: c, response: z } = drawn[at];
    if (at === own) return [group.generate(z), key.power(z)];
    const exponent = z + branch.chance * c;
    return [group.generate(exponent), (key.power(exponent) * group.generate(branch.content * c)) % p];
  });
  const others = drawn.reduce((sum, one, at) => (at === own ? sum : sum + one.challenge), 0n);
  const c = modulo((await challenge(group, statement, commitments)) - others, q);
  drawn[own] = { challenge: c, response: modulo(drawn[own].response - branches[own].chance * c, q) };
  return drawn;
}
