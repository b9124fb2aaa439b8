/* AES-256-CCM with a nonce of 13 bytes and a tag of 8 (RFC 3610).  Browsers have CBC and CTR; CCM is both. */
import { areSame, joined } from "../ballot/bytes.js";
import { Fault } from "../ballot/reasons.js";

const BLOCK = 16, TAG = 8, LENGTH = 2; // bytes
const FLAGS = ((TAG - 2) / 2) * 8 + (LENGTH - 1);
const MOST = 2 ** 16 - 1; // bytes, with a nonce of that length

/* `key` is 32 bytes, `nonce` 13. */
export async function seal(key, nonce, text) {
  const tag = await tagOf(key, nonce, text);
  const [mask, data] = await counted(key, nonce, text);
  return joined(data, mixed(tag, mask));
}

/* The text; refused as NOT_READABLE where it is not what was sealed with that key. */
export async function open(key, nonce, sealed) {
  const [data, given] = [sealed.subarray(0, sealed.length - TAG), sealed.subarray(sealed.length - TAG)];
  const [mask, text] = await counted(key, nonce, data);
  const isPossible = sealed.length >= TAG && data.length <= MOST;
  const isWhole = isPossible && areSame(given, mixed(await tagOf(key, nonce, text), mask));
  if (!isWhole) throw new Fault("NOT_READABLE", "a message from a teller cannot be read");
  return text;
}

/* The last block of CBC over length and text, filled up with zeros; the browser adds a block of its own after it. */
async function tagOf(key, nonce, text) {
  const first = joined([FLAGS], nonce, [text.length >> 8, text.length & 0xff]);
  const filled = new Uint8Array(Math.ceil(text.length / BLOCK) * BLOCK);
  filled.set(text);
  const chain = await cipher("AES-CBC", key, { iv: new Uint8Array(BLOCK) }, joined(first, filled));
  return chain.subarray(-2 * BLOCK, -2 * BLOCK + TAG);
}

/* The mask of the tag is what counter 0 gives; the text is counted from 1. */
async function counted(key, nonce, text) {
  const counter = joined([LENGTH - 1], nonce, new Uint8Array(LENGTH));
  const whole = await cipher("AES-CTR", key, { counter, length: 8 * LENGTH }, joined(new Uint8Array(BLOCK), text));
  return [whole.subarray(0, TAG), whole.subarray(BLOCK)];
}

async function cipher(name, key, how, text) {
  const imported = await crypto.subtle.importKey("raw", key, name, false, ["encrypt"]);
  return new Uint8Array(await crypto.subtle.encrypt({ name, ...how }, imported, text));
}

const mixed = (one, other) => one.map((byte, at) => byte ^ other[at]);
