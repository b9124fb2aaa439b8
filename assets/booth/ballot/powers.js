/* Powers of one base, quicker than one at a time. */
import { digitsOf, lengthOf, modulo } from "./numbers.js";

const WIDE = 6, NARROW = 4; // bits of the exponent that are looked up at a time
const SHORT = 256; // bits of an exponent for which a wide table pays
const RUNG = 4;

/* A base that is raised again and again: a table of base^(digit · 2^(window · place)) instead of squarings. */
export class Powers {
  constructor(base, modulus, order) {
    this.modulus = modulus;
    this.order = order;
    this.width = lengthOf(order) <= SHORT ? WIDE : NARROW;
    this.rows = this.built(base);
  }

  /* base^exponent; any whole number, also a negative one. */
  to(exponent) {
    let product = 1n;
    digitsOf(modulo(exponent, this.order), this.width).forEach((digit, place) => {
      if (digit) product = (product * this.rows[place][digit]) % this.modulus;
    });
    return product;
  }

  built(base) {
    const rows = [];
    for (let place = 0; place < lengthOf(this.order); place += this.width) {
      const row = [1n, base];
      while (row.length < 1 << this.width) row.push((row[row.length - 1] * base) % this.modulus);
      rows.push(row);
      base = (row[row.length - 1] * base) % this.modulus;
    }
    return rows;
  }
}

/* A base that is raised a few times, as each number of a ballot is when it is checked: the squarings, which cost most,
   are made once. */
export class Ladder {
  constructor(base, modulus, order) {
    this.modulus = modulus;
    this.rungs = [base];
    for (let rung = base, at = RUNG; at < lengthOf(order); at += RUNG) {
      for (let bit = 0; bit < RUNG; bit++) rung = (rung * rung) % modulus;
      this.rungs.push(rung);
    }
  }

  /* base^exponent, for an exponent from 0 to the order. */
  to(exponent) {
    const buckets = new Array(1 << RUNG).fill(1n);
    digitsOf(exponent, RUNG).forEach((digit, place) => {
      if (digit) buckets[digit] = (buckets[digit] * this.rungs[place]) % this.modulus;
    });
    return this.gathered(buckets);
  }

  /* bucket_1 · bucket_2² · bucket_3³ · … */
  gathered(buckets) {
    let [running, product] = [1n, 1n];
    for (const bucket of buckets.slice(1).reverse()) {
      if (bucket !== 1n) running = (running * bucket) % this.modulus;
      product = (product * running) % this.modulus;
    }
    return product;
  }
}
