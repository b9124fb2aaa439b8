/* Bytes as text, as hexadecimal, as Base64 and as a number. */
const utf8 = new TextEncoder();
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export const bytesOf = (text) => utf8.encode(text);
export const textOf = (bytes) => strict.decode(bytes);

export const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
export const bytesOfHex = (hex) => Uint8Array.from(hex.match(/../g) || [], (pair) => parseInt(pair, 16));

export const base64Of = (bytes) => btoa(String.fromCharCode(...bytes));
export const bytesOfBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

export const numberOf = (bytes) => BigInt(`0x${hexOf(bytes)}`); // big-endian

export function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
}

export const areSame = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);
