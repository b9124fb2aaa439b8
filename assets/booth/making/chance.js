/* Chance, from the operating system. */
import { numberOf } from "../ballot/bytes.js";
import { lengthOf } from "../ballot/numbers.js";

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BYTE = 8;

export const letters = BASE58;

export const bytes = (count) => crypto.getRandomValues(new Uint8Array(count));

/* Every number in Z_q is as likely as any other. */
export const exponent = ({ q }) => below(q);

export const exponents = (group, count) => Array.from({ length: count }, () => exponent(group));

export function base58(length) {
  return Array.from({ length }, () => BASE58[Number(below(BigInt(BASE58.length)))]).join("");
}

/* Each order of 0 … length-1 is as likely as any other. */
export function permutation(length) {
  const order = Array.from({ length }, (_, place) => place);
  for (let last = length - 1; last > 0; last--) {
    const other = Number(below(BigInt(last + 1)));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

/* Drawn again where it is too large: a remainder would make small numbers likelier. */
function below(limit) {
  const bits = lengthOf(limit - 1n);
  for (;;) {
    const drawn = BigInt.asUintN(bits, numberOf(bytes(Math.ceil(bits / BYTE) || 1)));
    if (drawn < limit) return drawn;
  }
}
