/* SHA-256 as the protocol writes it: in hexadecimal, in Base64 without padding, as a number. */
import { base64Of, bytesOf, hexOf, numberOf } from "./bytes.js";

export async function digest(text) {
  const bytes = typeof text === "string" ? bytesOf(text) : text;
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

export const hexadecimal = async (text) => hexOf(await digest(text));

/* The whole hash, not reduced. */
export const number = async (text) => numberOf(await digest(text));

/* Fingerprints and trackers. */
export const unpadded = async (text) => base64Of(await digest(text)).replace(/=+$/, "");

/* H(prefix, [elements]) in Z_q (PROTOCOL 5.2). */
export const challenge = async ({ q }, prefix, elements) => (await number(prefix + elements.join(","))) % q;
