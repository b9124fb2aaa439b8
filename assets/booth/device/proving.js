/* Which ballots are valid in themselves: the dear part of every check, done alone or by a team. */
import { checkContents, readBallot } from "../ballot/ballots.js";
import { textOf } from "../ballot/bytes.js";
import { readElection } from "../ballot/election.js";
import { hexadecimal } from "../ballot/hashing.js";

/* The hashes of those that are valid; `tell` is told how much is done, from 0 to 1. */
export async function validOf(election, ballots, tell) {
  const hashes = [];
  for (const [at, text] of ballots.entries()) {
    if (await isValid(election, text)) hashes.push(await hexadecimal(text));
    tell((at + 1) / ballots.length);
  }
  return hashes;
}

async function isValid(election, text) {
  try {
    await checkContents(election, readBallot(text));
    return true;
  } catch {
    return false;
  }
}

/* For a program without help. */
export const alone = { proven: validOf };

/* What one worker of a team does for the one that asks. */
export async function prove({ election, ballots }, tell) {
  return { proven: await validOf(await readElection(election), ballots, tell) };
}

/* Adds to `proven` the hashes of what is valid among those that have been cast, and is not known yet.  What is missing
   then is looked at again by whoever asked, who says why. */
export async function proveBy(team, election, cast, proven, tell = () => {}) {
  const unknown = cast.filter(({ payload }) => !proven.has(payload)).map(({ text }) => textOf(text));
  for (const hash of await team.proven(election, unknown, tell)) proven.add(hash);
}
