/* Partial decryptions: is each factor what its holder must give?  PROTOCOL 5.10. */
import { sameExponent } from "./proofs.js";
import { demand } from "./reasons.js";
import * as statements from "./statements.js";

export async function checkPartial({ group, fingerprint }, encrypted, publicKey, partial) {
  const { decryption_factors: factors, decryption_proofs: proofs } = partial;
  const shape = (rows) => rows.map((row) => row.length).join();
  const isShaped = shape(factors) === shape(encrypted) && shape(proofs) === shape(encrypted);
  refuseUnless(isShaped, "it does not have one factor and one proof for each ciphertext");
  const statement = statements.decryption(fingerprint, publicKey);
  for (const [place, row] of encrypted.entries()) {
    refuseUnless(group.containsAll(factors[place]), "a factor is not an element of the group");
    for (const [slot, { alpha }] of row.entries()) {
      const pair = { base: alpha, raised: factors[place][slot] };
      const holds = await sameExponent(group, statement, publicKey, pair, proofs[place][slot]);
      refuseUnless(holds, "the proof that a factor is right does not hold");
    }
  }
}

const refuseUnless = (holds, text) => demand(holds, "DECRYPTION_PROOF", text);
