/* Messages that a teller has signed.  PROTOCOL 5.5. */
import { parse } from "./canonical.js";
import * as objects from "./objects.js";
import { knows } from "./proofs.js";
import { demand } from "./reasons.js";
import * as statements from "./statements.js";

/* Refused unless it is signed with the key that it tells of. */
export async function readCertificate(group, signed) {
  const certificate = parse(signed.message, objects.certificate);
  const keys = [certificate.verification, certificate.encryption];
  refuseUnless(group.containsAll(keys) && !keys.includes(1n), "a certificate has an improper key");
  refuseUnless(await isSigned(group, signed, certificate.verification), "a certificate is not signed by itself");
  return certificate;
}

/* Refused unless the teller of that certificate signed them. */
export async function readCoefficients(group, signed, certificate) {
  const coefficients = parse(signed.message, objects.coefficients);
  refuseUnless(coefficients.coefexps.length, "a polynomial has no coefficients");
  refuseUnless(group.containsAll(coefficients.coefexps), "a coefficient is not in the group");
  const isHers = await isSigned(group, signed, certificate.verification);
  refuseUnless(isHers, "coefficients are not signed by their teller");
  return coefficients;
}

/* Refused unless its holder has proved to know the private part. */
export async function checkPublicKey(group, { public_key: key, pok }) {
  refuseUnless(group.contains(key) && key !== 1n, "a trustee has an improper key");
  const isKnown = await knows(group, statements.knowledge(group.name, key), key, pok);
  refuseUnless(isKnown, "the proof that a trustee knows the key does not hold");
}

export function isSigned(group, { message, signature }, verification) {
  return knows(group, statements.message(message), verification, signature);
}

const refuseUnless = (holds, text) => demand(holds, "TRUSTEE_PROOF", text);
