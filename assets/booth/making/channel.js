/* The private channel between tellers: what is signed by one can be read by one.  PROTOCOL 5.5.  The server carries the
   envelopes and can neither read nor change them. */
import { bytesOf, bytesOfHex, hexOf, textOf } from "../ballot/bytes.js";
import { dump, fields, number, parse, text } from "../ballot/canonical.js";
import { digest, number as hashed } from "../ballot/hashing.js";
import * as objects from "../ballot/objects.js";
import { demand, Fault } from "../ballot/reasons.js";
import { isSigned } from "../ballot/signed.js";
import * as statements from "../ballot/statements.js";
import * as ccm from "./ccm.js";
import * as chance from "./chance.js";
import { know } from "./proofs.js";

const SEED = 22, NONCE = 13, HEX = /^([0-9a-f]{2})*$/;
const addressed = fields({ recipient: number, message: text }); // so that nobody can pass it on as meant for another

export const newSeed = () => chance.base58(SEED);

/* A teller's own end of the channel; everything follows from the seed. */
export async function correspondent(group, seed) {
  const [signing, opening] = await Promise.all([hashed(`sk|${seed}`), hashed(`dk|${seed}`)]);
  const certificate = { verification: group.generate(signing), encryption: group.generate(opening) };
  return { group, signing, opening, certificate };
}

export async function sign({ group, signing }, content) {
  const message = dump(content);
  return { message, signature: await know(group, statements.message(message), signing) };
}

/* An envelope that only the holder of that encryption key can open. */
export async function send(own, to, content) {
  const signed = await sign(own, { recipient: to, message: dump(content) });
  return dump(await encrypted(own.group, to, dump(signed)));
}

/* What the sender put in it, of that shape; refused as NOT_READABLE in words that tell nothing of what was in it. */
export async function receive(own, sender, envelope, shape) {
  const { signed, recipient, content } = await opened(own, envelope, shape);
  const isHers = await isSigned(own.group, signed, sender);
  readableIf(isHers, "a message is not signed by the teller that it comes from");
  readableIf(recipient === own.certificate.encryption, "a message from a teller is meant for another one");
  return content;
}

async function opened(own, envelope, shape) {
  try {
    const signed = parse(await decrypted(own, parse(envelope, objects.envelope)), objects.signedMessage);
    const { recipient, message } = parse(signed.message, addressed);
    return { signed, recipient, content: parse(message, shape) };
  } catch {
    throw new Fault("NOT_READABLE", "a message from a teller cannot be read");
  }
}

async function encrypted(group, to, content) {
  const [r, s] = chance.exponents(group, 2);
  const key = group.generate(s);
  const alpha = group.generate(r);
  const data = await ccm.seal(await cipherKey(key), await nonceOf(alpha), bytesOf(content));
  return { alpha, beta: (group.power(to, r) * key) % group.p, data: hexOf(data) };
}

async function decrypted({ group, opening }, { alpha, beta, data }) {
  readableIf(group.containsAll([alpha, beta]) && HEX.test(data), "a message from a teller cannot be read");
  const key = (beta * group.inverse(group.power(alpha, opening))) % group.p;
  return textOf(await ccm.open(await cipherKey(key), await nonceOf(alpha), bytesOfHex(data)));
}

const cipherKey = (key) => digest(`key|${key}`);
const nonceOf = async (alpha) => (await digest(`iv|${alpha}`)).subarray(0, NONCE);

const readableIf = (holds, words) => demand(holds, "NOT_READABLE", words);
