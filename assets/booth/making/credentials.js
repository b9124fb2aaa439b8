/* A voter's credential: fifteen characters that never leave the device.  PROTOCOL 5.4. */
import { bytesOf, numberOf } from "../ballot/bytes.js";
import { demand } from "../ballot/reasons.js";
import { base58, letters } from "./chance.js";

const RANDOM = 14, MODULUS = 53, ROUNDS = 1000, BITS = 256;
const WRITTEN = /^[1-9A-HJ-NP-Za-km-z]{3}(-[1-9A-HJ-NP-Za-km-z]{3}){4}$/;

/* {text, secret, known}: as it is written, XXX-XXX-XXX-XXX-XXX, and its private and public part in one election. */
export function newCredential(group, uuid) {
  const drawn = base58(RANDOM);
  return derive(group, uuid, (drawn + checkCharacter(drawn)).match(/.../g).join("-"));
}

export async function derive(group, uuid, text) {
  demand(isWellFormed(text), "MALFORMED", "not a credential: a character is missing or wrong");
  const secret = (await stretched(text, uuid)) % group.q;
  return { text, secret, known: group.generate(secret) };
}

export function isWellFormed(text) {
  const kept = text.replace(/-/g, "");
  return WRITTEN.test(text) && checkCharacter(kept.slice(0, RANDOM)) === kept[RANDOM];
}

function checkCharacter(drawn) {
  const value = Array.from(drawn).reduce((sum, letter) => sum * 58n + BigInt(letters.indexOf(letter)), 0n);
  return letters[MODULUS - Number(value % BigInt(MODULUS))];
}

async function stretched(text, uuid) {
  const password = await crypto.subtle.importKey("raw", bytesOf(text), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: bytesOf(uuid), iterations: ROUNDS };
  return numberOf(new Uint8Array(await crypto.subtle.deriveBits(how, password, BITS)));
}
