/* What the partial decryptions amount to when enough are put together.  PROTOCOL 5.11. */
import { extract } from "./embedding.js";
import { isFree } from "./questions.js";
import { demand } from "./reasons.js";
import { lagrange } from "./sharing.js";

/* What the urn holds; `partials` by owner have been checked.  Refused as DECRYPTION_MISSING, or as RESULT where an answer
   has no number of votes from 0 to the number of ballots. */
export function resultOf(election, holders, encrypted, partials, ballots) {
  const { group } = election;
  const weights = weightsOf(group, holders, partials);
  const counts = new Map(Array.from({ length: ballots + 1 }, (_, count) => [group.generate(BigInt(count)), count]));
  const rows = election.questions.map((question, place) => {
    const opened = encrypted[place].map(({ beta }, slot) => {
      const factor = ([owner, weight]) => group.power(partials.get(owner).decryption_factors[place][slot], weight);
      return (beta * group.inverse(group.product(weights.map(factor)))) % group.p;
    });
    if (isFree(question)) return opened.map((element) => extract(element, question.value.answers.length));
    return opened.map((element) => countOf(counts, element));
  });
  return { result: rows };
}

/* [owner, exponent] for each factor that counts: of the first seats, as many as are needed. */
function weightsOf(group, { sharers }, partials) {
  return sharers.flatMap(({ firstOwner, threshold, publicKeys, isMandatory }) => {
    const seats = publicKeys.map((_, at) => at + 1).filter((seat) => partials.has(firstOwner + seat - 1));
    const used = seats.slice(0, threshold);
    const who = isMandatory ? "a mandatory key" : "too many of the tellers";
    demand(used.length === threshold, "DECRYPTION_MISSING", `${who} did not decrypt`);
    const exponents = lagrange(group, used);
    return used.map((seat, at) => [firstOwner + seat - 1, exponents[at]]);
  });
}

function countOf(counts, element) {
  demand(counts.has(element), "RESULT", "an answer has no number of votes that fits");
  return counts.get(element);
}
