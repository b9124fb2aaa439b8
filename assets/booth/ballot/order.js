/* In which order the events of an election come.  PROTOCOL 6. */
import { demand, Fault } from "./reasons.js";

const NEXT = {
  Setup: ["Ballot", "EndBallots"],
  Ballot: ["Ballot", "EndBallots"],
  EndBallots: ["EncryptedTally"],
  EncryptedTally: ["Shuffle", "PartialDecryption"],
  Shuffle: ["Shuffle", "EndShuffles"],
  EndShuffles: ["PartialDecryption"],
  PartialDecryption: ["PartialDecryption", "Result"],
  Result: [],
};

/* Refused as SHUFFLE_MISSING where free ballots are not shuffled, else as EVENT_ORDER. */
export function checkNext(last, kind, isMixed) {
  if (isMixed && last === "EncryptedTally" && ["EndShuffles", "PartialDecryption"].includes(kind)) {
    throw new Fault("SHUFFLE_MISSING", "free ballots are decrypted without a shuffle");
  }
  const isAllowed = NEXT[last].includes(kind) && (kind !== "Shuffle" || isMixed);
  demand(isAllowed, "EVENT_ORDER", `${kind} may not come after ${last}`);
}
