/* Whole numbers modulo a prime. */
const WINDOW = 5; // bits of an exponent that are looked up at a time

export const lengthOf = (number) => (number ? number.toString(2).length : 0); // in bits

export const modulo = (number, modulus) => {
  const rest = number % modulus;
  return rest < 0n ? rest + modulus : rest;
};

/* base^exponent, for an exponent that is not negative. */
export function power(base, exponent, modulus) {
  const table = [1n, base % modulus];
  while (table.length < 1 << WINDOW) table.push((table[table.length - 1] * table[1]) % modulus);
  let product = 1n;
  for (const digit of digitsOf(exponent, WINDOW).reverse()) {
    for (let bit = 0; bit < WINDOW; bit++) product = (product * product) % modulus;
    if (digit) product = (product * table[digit]) % modulus;
  }
  return product;
}

/* Groups of bits, the lowest first. */
export function digitsOf(exponent, width) {
  const bits = exponent ? exponent.toString(2) : "";
  const digits = [];
  for (let end = bits.length; end > 0; end -= width) {
    digits.push(parseInt(bits.slice(Math.max(0, end - width), end), 2));
  }
  return digits;
}

/* Of a number that is not a multiple of the modulus. */
export function inverse(number, modulus) {
  let [left, right] = [modulo(number, modulus), modulus];
  let [kept, other] = [1n, 0n];
  while (right) {
    const quotient = left / right;
    [left, right] = [right, left - quotient * right];
    [kept, other] = [other, kept - quotient * other];
  }
  if (left !== 1n) throw new RangeError("a number without inverse");
  return modulo(kept, modulus);
}

/* The Jacobi symbol (number | modulus): 1 where the number is a square modulo a prime, -1 where it is not. */
export function jacobi(number, modulus) {
  let [above, below, sign] = [modulo(number, modulus), modulus, 1];
  while (above) {
    const twos = trailingZeros(above);
    above >>= BigInt(twos);
    const rest = Number(below & 7n);
    if (twos % 2 && (rest === 3 || rest === 5)) sign = -sign;
    if (rest % 4 === 3 && Number(above & 3n) === 3) sign = -sign;
    [above, below] = [below % above, above];
  }
  return below === 1n ? sign : 0;
}

function trailingZeros(number) {
  let zeros = 0;
  while (!(number & 0xffffffffn)) {
    number >>= 32n;
    zeros += 32;
  }
  return zeros + 31 - Math.clz32(lowestBit(Number(number & 0xffffffffn)));
}

const lowestBit = (word) => (word & -word) >>> 0;
