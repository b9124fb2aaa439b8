/* Is an answer to a question a valid one?  Nobody learns which.  PROTOCOL 5.7. */
import * as proofs from "./proofs.js";
import { demand } from "./reasons.js";
import * as statements from "./statements.js";

export const isFree = (question) => question.type === "NonHomomorphic";

/* How many ciphertexts an answer has: one for each candidate, before them one for blank. */
export const slots = ({ answers, blank }) => answers.length + (blank ? 1 : 0);

/* Refused as BALLOT_PROOF unless the answer, made by `by` (S0), is one that the question allows. */
export function checkAnswer(key, by, question, answer) {
  const isSame = isFree(question) === "proof" in answer;
  refuseUnless(isSame, "an answer is of another kind than its question");
  return isFree(question) ? checkFree(key, by, answer) : checkMarks(key, by, question, answer);
}

async function checkMarks(key, by, question, answer) {
  const { choices, individual_proofs: individual } = answer;
  const wanted = slots(question);
  refuseUnless(choices.length === wanted, `an answer does not have ${wanted} choices`);
  refuseUnless(individual.length === wanted, "not one proof for each choice");
  refuseUnless(Boolean(question.blank) === "blank_proof" in answer, "a proof about blank too many or too few");
  const raised = choices.map((choice) => ladders(key.group, choice));
  refuseUnless(choices.every((choice, at) => isOfGroup(key.group, choice, raised[at])), "a choice is not in the group");
  for (const [at, choice] of choices.entries()) {
    const statement = statements.slot(by, choice);
    const holds = await proofs.oneIsNothing(key, statement, between(raised[at], 0, 1), individual[at]);
    refuseUnless(holds, "the proof that a choice is 0 or 1 does not hold");
  }
  const bound = statements.choices(by, choices);
  if (question.blank) return checkWithBlank(key, bound, question, answer, raised[0]);
  return checkWithout(key, bound, question, answer);
}

async function checkWithout(key, bound, question, answer) {
  const total = key.product(answer.choices);
  const branches = between(ladders(key.group, total), question.min, question.max);
  const holds = await proofs.oneIsNothing(key, statements.slot(bound, total), branches, answer.overall_proof);
  refuseUnless(holds, "the proof that the number of marks is allowed does not hold");
}

async function checkWithBlank(key, bound, question, answer, blank) {
  const total = ladders(key.group, key.product(answer.choices.slice(1)));
  const either = [{ ...blank, count: 0 }, { ...total, count: 0 }];
  const isAlone = await proofs.oneIsNothing(key, statements.blank(bound), either, answer.blank_proof);
  refuseUnless(isAlone, "the proof that a blank vote has no mark does not hold");
  const allowed = [{ ...blank, count: 1 }, ...between(total, question.min, question.max)];
  const isAllowed = await proofs.oneIsNothing(key, statements.overall(bound), allowed, answer.overall_proof);
  refuseUnless(isAllowed, "the proof that the number of marks is allowed does not hold");
}

async function checkFree(key, by, { choices, proof }) {
  refuseUnless(key.holds([choices]), "a choice is not made of elements of the group");
  const statement = statements.free(by, key.y, choices);
  const holds = await proofs.knows(key.group, statement, choices.alpha, proof);
  refuseUnless(holds, "the proof that the voter made the choice does not hold");
}

const ladders = (group, { alpha, beta }) => ({ alpha: group.ladder(alpha), beta: group.ladder(beta) });

/* The ladders are there already, and one more step on them is cheaper than a power. */
function isOfGroup(group, { alpha, beta }, raised) {
  if (group.hasEverySquare) return group.containsAll([alpha, beta]);
  const isRoot = (element, ladder) => group.isWithin(element) && ladder.to(group.q) === 1n;
  return isRoot(alpha, raised.alpha) && isRoot(beta, raised.beta);
}

function between(ladder, least, most) {
  return Array.from({ length: most - least + 1 }, (_, step) => ({ ...ladder, count: least + step }));
}

const refuseUnless = (holds, text) => demand(holds, "BALLOT_PROOF", text);
