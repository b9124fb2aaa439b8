/* One seat, 1 to n, through the rounds of the ceremony; everything secret follows from the seed.  PROTOCOL 5.5. */
import { readDealt, shareIsRight } from "../ballot/ceremony.js";
import { fields, number } from "../ballot/canonical.js";
import { modulo } from "../ballot/numbers.js";
import { demand } from "../ballot/reasons.js";
import * as statements from "../ballot/statements.js";
import { receive, send, sign } from "./channel.js";
import * as chance from "./chance.js";
import { know } from "./proofs.js";

const given = fields({ secret: number }); // what one teller's polynomial gives one seat
const share = fields({ decryption_key: number }); // a seat's private key: the sum of what all gave it, not reduced

export const certificateOf = (own) => sign(own, own.certificate);

/* A new polynomial of degree threshold - 1; a secret for each seat, encrypted to it. */
export async function newPolynomial(own, threshold, certificates) {
  const drawn = chance.exponents(own.group, threshold);
  const gifts = certificates.map(({ encryption }, at) =>
    send(own, encryption, { secret: valueAt(drawn, BigInt(at + 1), own.group) }));
  return {
    polynomial: await send(own, own.certificate.encryption, { polynomial: drawn }),
    secrets: await Promise.all(gifts),
    coefexps: await sign(own, { coefexps: drawn.map((one) => own.group.generate(one)) }),
  };
}

const valueAt = (drawn, seat, { q }) => drawn.reduceRight((sum, one) => modulo(sum * seat + one, q), 0n);

/* {private_key, public_key}: her share, encrypted to herself; refused if anybody dealt falsely. */
export async function outputOf(own, threshold, seat, certificates, dealt) {
  const coefficients = await readDealt(own.group, threshold, certificates, dealt);
  let total = 0n;
  for (const [at, { verification }] of certificates.entries()) {
    const { secret } = await receive(own, verification, dealt.secrets[at], given);
    const isRight = shareIsRight(own.group, coefficients[at], seat, own.group.generate(secret));
    demand(isRight, "NOT_READABLE", "a teller has dealt another secret than she published");
    total += secret;
  }
  const envelope = await send(own, own.certificate.encryption, { decryption_key: total });
  return { private_key: envelope, public_key: await publicKeyOf(own.group, total) };
}

async function publicKeyOf(group, secret) {
  const shown = group.generate(secret);
  return { pok: await know(group, statements.knowledge(group.name, shown), secret), public_key: shown };
}

/* The share out of the envelope that she sent herself. */
export async function shareIn(own, envelope) {
  return (await receive(own, own.certificate.verification, envelope, share)).decryption_key;
}
