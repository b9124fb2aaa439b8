/* Makes a whole ballot and signs it with the credential.  PROTOCOL 5.7. */
import { unsignedHash } from "../ballot/ballots.js";
import { dump } from "../ballot/canonical.js";
import { demand } from "../ballot/reasons.js";
import * as statements from "../ballot/statements.js";
import { makeAnswer } from "./answers.js";
import { know } from "./proofs.js";

/* {ballot, chances}: its text, and for each question the randomness that opens it.  One choice for each question. */
export async function makeBallot(election, credential, choices) {
  demand(choices.length === election.questions.length, "NOT_ALLOWED", "not one choice for each question");
  const by = statements.voter(election.fingerprint, credential.known);
  const made = [];
  for (const [place, question] of election.questions.entries()) {
    made.push(await makeAnswer(election.key, by, question, choices[place]));
  }
  const answers = made.map(({ answer }) => answer);
  return { ballot: dump(await sign(election, credential, answers)), chances: made.map(({ chances }) => chances) };
}

async function sign({ group, uuid, fingerprint }, { known, secret }, answers) {
  const bound = { election_uuid: uuid, election_hash: fingerprint, credential: known, answers };
  const hash = await unsignedHash(bound);
  return { ...bound, signature: { hash, proof: await know(group, statements.ballot(hash), secret) } };
}
