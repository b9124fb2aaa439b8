/* The election: what is voted on, under which key, and the hash that binds every ballot to it. */
import { parse } from "./canonical.js";
import { MOST_NUMBERS } from "./embedding.js";
import { GROUPS, RFC_3526_2048 } from "./group.js";
import { unpadded } from "./hashing.js";
import { Key } from "./keys.js";
import { terms } from "./objects.js";
import { isFree } from "./questions.js";
import { demand } from "./reasons.js";

const UUID = /^[1-9A-HJ-NP-Za-km-z]{14,64}$/;

/* Refused as NOT_CANONICAL, GROUP_UNKNOWN or ELECTION_SHAPE.  `mixed`: the places of the questions that are shuffled. */
export async function readElection(text) {
  const told = parse(text, terms);
  const group = Object.values(GROUPS).find(({ name }) => name === told.group);
  demand(group, "GROUP_UNKNOWN", "elections are held in one of two groups");
  checkShape(told);
  return {
    text,
    group,
    key: new Key(group, told.public_key),
    fingerprint: await unpadded(text),
    uuid: told.uuid,
    name: told.name,
    questions: told.questions,
    mixed: told.questions.flatMap((question, place) => (isFree(question) ? [place] : [])),
  };
}

function checkShape({ version, uuid, questions, group }) {
  refuseUnless(version === 1, "the version is not 1");
  refuseUnless(UUID.test(uuid), "the uuid is not 14 or more characters of Base58");
  refuseUnless(questions.length, "there is no question");
  questions.forEach((question) => (isFree(question) ? checkFree(question.value, group) : checkMarks(question)));
}

function checkMarks({ answers, min, max }) {
  refuseUnless(answers.length, "a question has no answers");
  refuseUnless(min <= max && max <= answers.length, "not min ≤ max ≤ answers in a question");
}

function checkFree({ answers }, group) {
  const isShort = answers.length >= 1 && answers.length <= MOST_NUMBERS;
  refuseUnless(isShort, `a free ballot has 1 to ${MOST_NUMBERS} numbers`);
  refuseUnless(group === RFC_3526_2048.name, "a free ballot needs the other group");
}

const refuseUnless = (holds, text) => demand(holds, "ELECTION_SHAPE", text);
