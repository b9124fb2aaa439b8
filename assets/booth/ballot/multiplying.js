/* A product of many powers at once: the squarings, which cost most, are shared by all of them. */
import { digitsOf } from "./numbers.js";

const WINDOW = 5; // bits of each exponent that are looked up at a time

/* base_1^exponent_1 · base_2^exponent_2 · …, for exponents that are not negative. */
export function productOfPowers({ p }, bases, exponents) {
  const tables = bases.map((base) => tableOf(base, p));
  const digits = exponents.map((exponent) => digitsOf(exponent, WINDOW));
  let product = 1n;
  for (let place = Math.max(0, ...digits.map((row) => row.length)) - 1; place >= 0; place--) {
    for (let bit = 0; bit < WINDOW; bit++) product = (product * product) % p;
    digits.forEach((row, at) => {
      if (row[place]) product = (product * tables[at][row[place]]) % p;
    });
  }
  return product;
}

function tableOf(base, p) {
  const row = [1n, base];
  while (row.length < 1 << WINDOW) row.push((row[row.length - 1] * base) % p);
  return row;
}
