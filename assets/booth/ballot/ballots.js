/* One ballot: for this election, by somebody in the register, signed, and nothing but valid. */
import { dump, parse } from "./canonical.js";
import { unpadded } from "./hashing.js";
import * as objects from "./objects.js";
import { knows } from "./proofs.js";
import { checkAnswer } from "./questions.js";
import { demand } from "./reasons.js";
import * as statements from "./statements.js";

/* Its shape alone. */
export const readBallot = (text) => parse(text, objects.ballot);

/* The voter's smart ballot tracker. */
export const trackerOf = (text) => unpadded(text);

/* Is it for this election, by somebody who may vote in it? */
export function checkStanding(election, register, ballot) {
  checkElection(election, ballot);
  demand(register.has(ballot.credential), "BALLOT_CREDENTIAL", "its credential is not in the register");
}

/* All but the register; the dear part. */
export async function checkContents(election, ballot) {
  checkElection(election, ballot);
  await checkSignature(election, ballot);
  demand(ballot.answers.length === election.questions.length, "BALLOT_PROOF", "not one answer to each question");
  const by = statements.voter(election.fingerprint, ballot.credential);
  for (const [place, question] of election.questions.entries()) {
    await checkAnswer(election.key, by, question, ballot.answers[place]);
  }
}

function checkElection({ uuid, fingerprint }, ballot) {
  const isThis = ballot.election_uuid === uuid && ballot.election_hash === fingerprint;
  demand(isThis, "BALLOT_ELECTION", "it was made for another election");
}

async function checkSignature({ group }, ballot) {
  const { hash, proof } = ballot.signature;
  const hashed = await unsignedHash(ballot);
  const holds = hash === hashed && (await knows(group, statements.ballot(hashed), ballot.credential, proof));
  demand(holds, "BALLOT_SIGNATURE", "the signature does not hold");
}

/* What the signature is on: the hash of the text without it. */
export function unsignedHash({ election_uuid, election_hash, credential, answers }) {
  return unpadded(dump({ election_uuid, election_hash, credential, answers }));
}
