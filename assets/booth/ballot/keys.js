/* A public key with its table, and what can be done to ciphertexts without the private one. */
import { Powers } from "./powers.js";

export class Key {
  constructor(group, y) {
    this.group = group;
    this.y = y;
  }

  /* y^exponent. */
  power(exponent) {
    return this.warm().to(exponent);
  }

  /* Builds what makes powers of y quick. */
  warm() {
    this.powers = this.powers || new Powers(this.y, this.group.p, this.group.q);
    return this.powers;
  }

  /* What encrypts the sum; of none what an empty urn holds. */
  product(ciphertexts) {
    return {
      alpha: this.group.product(ciphertexts.map((one) => one.alpha)),
      beta: this.group.product(ciphertexts.map((one) => one.beta)),
    };
  }

  /* Are they all made of elements of the group? */
  holds(ciphertexts) {
    return ciphertexts.every(({ alpha, beta }) => this.group.containsAll([alpha, beta]));
  }
}
