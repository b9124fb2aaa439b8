/* Encrypts a choice and proves that it is one that the question allows.  PROTOCOL 5.7. */
import { canEmbed, embed } from "../ballot/embedding.js";
import { isFree, slots } from "../ballot/questions.js";
import { demand } from "../ballot/reasons.js";
import * as statements from "../ballot/statements.js";
import * as chance from "./chance.js";
import * as proofs from "./proofs.js";

/* {answer, chances}: what is sent, and the randomness that opens it.  `by` is S0.  A choice is 0 or 1 for each answer,
   blank first, or a free ballot's numbers; refused as NOT_ALLOWED. */
export function makeAnswer(key, by, question, choice) {
  const allowed = isFree(question) ? isFreeChoice(question, choice) : isAllowed(question, choice);
  demand(allowed, "NOT_ALLOWED", "the question does not allow this choice");
  return isFree(question) ? free(key, by, choice) : marked(key, by, question, choice);
}

const isFreeChoice = ({ value }, choice) => choice.length === value.answers.length && canEmbed(choice);

/* As many marks as the question says; or, where it may be, blank and nothing else. */
export function isAllowed(question, choice) {
  if (choice.length !== slots(question) || !choice.every((mark) => mark === 0 || mark === 1)) return false;
  const [blank, marks] = question.blank ? [choice[0], choice.slice(1)] : [0, choice];
  const count = marks.reduce((sum, mark) => sum + mark, 0);
  return blank ? count === 0 : count >= question.min && count <= question.max;
}

async function marked(key, by, question, choice) {
  const known = choice.map((mark) => ({ chance: chance.exponent(key.group), content: BigInt(mark) }));
  const choices = known.map((slot) => encrypted(key, slot));
  const individual = [];
  for (const [at, slot] of known.entries()) {
    individual.push(await proofs.oneIsNothing(key, statements.slot(by, choices[at]), between(slot, 0, 1)));
  }
  const proved = await proveTotal(key, statements.choices(by, choices), question, known, choices);
  return { answer: { choices, individual_proofs: individual, ...proved }, chances: known.map((slot) => slot.chance) };
}

async function proveTotal(key, bound, question, known, choices) {
  const { min, max } = question;
  if (!question.blank) {
    const statement = statements.slot(bound, key.product(choices));
    return { overall_proof: await proofs.oneIsNothing(key, statement, between(sum(known), min, max)) };
  }
  const [blank, total] = [known[0], sum(known.slice(1))];
  const allowed = [less(blank, 1), ...between(total, min, max)];
  return {
    overall_proof: await proofs.oneIsNothing(key, statements.overall(bound), allowed),
    blank_proof: await proofs.oneIsNothing(key, statements.blank(bound), [blank, total]),
  };
}

async function free(key, by, choice) {
  const { group } = key;
  const r = chance.exponent(group);
  const choices = { alpha: group.generate(r), beta: (key.power(r) * embed(group, choice)) % group.p };
  return { answer: { choices, proof: await proofs.know(group, statements.free(by, key.y, choices), r) }, chances: [r] };
}

/* What a slot shows of its choice to others. */
export function encrypted(key, slot) {
  const { group } = key;
  const mask = key.power(slot.chance);
  const beta = slot.content ? (mask * group.generate(slot.content)) % group.p : mask;
  return { alpha: group.generate(slot.chance), beta };
}

const sum = (known) => ({
  chance: known.reduce((total, slot) => total + slot.chance, 0n),
  content: known.reduce((total, slot) => total + slot.content, 0n),
});

const less = (slot, count) => ({ chance: slot.chance, content: slot.content - BigInt(count) });

const between = (slot, least, most) => Array.from({ length: most - least + 1 }, (_, step) => less(slot, least + step));
