/* A ballot that was made to be opened: its randomness shows what it says, and that the program put in it what the voter
   chose.  Such a ballot is never cast.  PROTOCOL 18.2. */
import { checkContents, readBallot, trackerOf } from "./ballots.js";
import { fields, list, number, parse, text } from "./canonical.js";
import { readElection } from "./election.js";
import { embed, extract } from "./embedding.js";
import { isFree } from "./questions.js";
import { demand, Fault } from "./reasons.js";

export const trial = fields({ election: text, ballot: text, chances: list(list(number)) });

/* {election, tracker, choices}: marks, blank first, or numbers; refused as BALLOT_PROOF where it does not add up. */
export async function explain(written) {
  const { election: terms, ballot: cast, chances } = parse(written, trial);
  const election = await readElection(terms);
  const ballot = readBallot(cast);
  await checkContents(election, ballot);
  demand(chances.length === election.questions.length, "BALLOT_PROOF", "not the randomness of each question");
  const choices = election.questions.map((question, place) =>
    opened(election.key, question, ballot.answers[place], chances[place]));
  return { election, tracker: await trackerOf(cast), choices };
}

function opened(key, question, { choices }, chances) {
  const ciphertexts = isFree(question) ? [choices] : choices;
  demand(chances.length === ciphertexts.length, "BALLOT_PROOF", "not the randomness of each choice");
  const contents = ciphertexts.map((one, at) => contentOf(key, one, chances[at]));
  if (isFree(question)) return numbersIn(key.group, contents[0], question.value.answers.length);
  return contents.map((one) => markIn(key.group, one));
}

function contentOf(key, { alpha, beta }, chance) {
  demand(key.group.generate(chance) === alpha, "BALLOT_PROOF", "the randomness is not that of the ballot");
  const mask = key.group.power(key.y, chance % key.group.q); // a table would cost more than it saves
  return (beta * key.group.inverse(mask)) % key.group.p;
}

function markIn({ g }, element) {
  if (element !== 1n && element !== g) throw new Fault("BALLOT_PROOF", "a choice is neither 0 nor 1");
  return element === 1n ? 0 : 1;
}

function numbersIn(group, element, count) {
  const numbers = extract(element, count);
  demand(embed(group, numbers) === element, "BALLOT_PROOF", "a free ballot holds more than its numbers");
  return numbers;
}
