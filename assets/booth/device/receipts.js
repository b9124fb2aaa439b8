/* A receipt: the installation's word that a ballot lies in the urn.  If the ballot is not there afterwards, a signed
   receipt proves a fault of the server.  PROTOCOL 10. */
import { trackerOf } from "../ballot/ballots.js";
import { bytesOf, bytesOfBase64 } from "../ballot/bytes.js";
import { fields, parse, text } from "../ballot/canonical.js";
import { demand } from "../ballot/reasons.js";

const CIPHER = "Ed25519";
const shape = fields({ election: text, tracker: text, signature: text });

/* Refused unless it is for that ballot of that election, and signed with `key` (32 bytes in Base64) where one is told. */
export async function readReceipt(told, { uuid, ballot, key }) {
  const receipt = parse(told, shape);
  const isOwn = receipt.election === uuid && receipt.tracker === (await trackerOf(ballot));
  demand(isOwn, "OTHER_ELECTION", "the receipt is for another ballot");
  if (key) demand(await isSigned(receipt, key), "NOT_SIGNED", "the receipt is not signed by the installation");
  return receipt;
}

/* Older browsers do not know the cipher: there the receipt is kept, and others can tell. */
async function isSigned({ election, tracker, signature }, key) {
  const imported = await crypto.subtle.importKey("raw", bytesOfBase64(key), CIPHER, false, ["verify"]).catch(() => null);
  if (!imported) return true;
  return crypto.subtle.verify(CIPHER, imported, decoded(signature), bytesOf(`receipt|${election}|${tracker}`));
}

function decoded(signature) {
  try {
    return bytesOfBase64(signature);
  } catch {
    return new Uint8Array();
  }
}
