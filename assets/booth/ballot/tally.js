/* The tally: what the ballots amount to, still encrypted.  PROTOCOL 5.8. */
import { isFree, slots } from "./questions.js";

/* Of ballots already checked, one of each credential. */
export function tally({ key, questions }, ballots) {
  return questions.map((question, place) => {
    const choices = ballots.map(({ answers }) => answers[place].choices);
    if (isFree(question)) return choices.sort(byNumber); // so that their order tells nothing of who cast which ballot
    return Array.from({ length: slots(question) }, (_, slot) => key.product(choices.map((row) => row[slot])));
  });
}

function byNumber(one, other) {
  const [left, right] = one.alpha === other.alpha ? [one.beta, other.beta] : [one.alpha, other.alpha];
  return left < right ? -1 : Number(left > right);
}

/* What is to be shuffled: one row for each free question. */
export const freeRows = ({ mixed }, encrypted) => mixed.map((place) => encrypted[place]);

/* What is to be decrypted, after a shuffle. */
export const withFreeRows = ({ mixed }, encrypted, rows) =>
  encrypted.map((row, place) => (mixed.includes(place) ? rows[mixed.indexOf(place)] : row));
