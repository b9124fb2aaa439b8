/* Keys shared by polynomials: t of n tellers together, fewer not at all.  PROTOCOL 5.5 and 5.11. */
import { inverse, modulo, power } from "./numbers.js";

/* g to the power of what one teller's polynomial gives a seat; seats count from 1. */
export function publicShare(group, { coefexps }, seat) {
  const raised = coefexps.map((element, place) => group.power(element, power(BigInt(seat), BigInt(place), group.q)));
  return group.product(raised);
}

/* The public part of what all tellers together gave a seat. */
export function verificationKey(group, dealt, seat) {
  return group.product(dealt.map((one) => publicShare(group, one, seat)));
}

/* The exponent of each seat's share when exactly these seats put theirs together. */
export function lagrange({ q }, seats) {
  return seats.map((seat) => {
    const others = seats.filter((other) => other !== seat);
    const over = others.reduce((product, other) => (product * BigInt(other)) % q, 1n);
    const under = others.reduce((product, other) => modulo(product * BigInt(other - seat), q), 1n);
    return (over * inverse(under, q)) % q;
  });
}
