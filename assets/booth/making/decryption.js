/* What one holder of the key contributes to opening the urn.  PROTOCOL 5.10. */
import * as statements from "../ballot/statements.js";
import { sameExponent } from "./proofs.js";

/* A factor for each ciphertext, and the proof that it was made with the holder's key. */
export async function decrypt({ group, fingerprint }, encrypted, secret) {
  const exponent = secret % group.q;
  const statement = statements.decryption(fingerprint, group.generate(exponent));
  const [factors, proofs] = [[], []];
  for (const row of encrypted) {
    factors.push(row.map(({ alpha }) => group.power(alpha, exponent)));
    proofs.push([]);
    for (const { alpha } of row) {
      proofs[proofs.length - 1].push(await sameExponent(group, statement, alpha, exponent));
    }
  }
  return { decryption_factors: factors, decryption_proofs: proofs };
}
