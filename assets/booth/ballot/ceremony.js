/* The ceremony in which tellers make their common key, as each teller checks it.  PROTOCOL 5.5 and 8. */
import { demand } from "./reasons.js";
import { publicShare } from "./sharing.js";
import { readCertificate, readCoefficients } from "./signed.js";

/* Refused as THRESHOLD when two seats have a key in common. */
export async function readCertificates(group, signed) {
  const certificates = await Promise.all(signed.map((one) => readCertificate(group, one)));
  const keys = certificates.flatMap(({ verification, encryption }) => [verification, encryption]);
  demand(new Set(keys).size === keys.length, "THRESHOLD", "one and the same teller has two seats");
  return certificates;
}

/* Everybody's coefficients, as one teller got them. */
export async function readDealt(group, threshold, certificates, { secrets, coefexps }) {
  const isWhole = secrets.length === certificates.length && coefexps.length === certificates.length;
  demand(isWhole, "TRUSTEE_PROOF", "there is not one secret and polynomial from each seat");
  const found = await Promise.all(coefexps.map((one, at) => readCoefficients(group, one, certificates[at])));
  const isSame = found.every((one) => one.coefexps.length === threshold);
  demand(isSame, "THRESHOLD", "a polynomial is for another threshold");
  return found;
}

/* Is g to the power of a secret what the polynomial gives that seat? */
export const shareIsRight = (group, dealt, seat, shown) => shown === publicShare(group, dealt, seat);
