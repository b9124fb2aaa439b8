/* An archive as events, each with what it brings.  PROTOCOL 6; checks 1 to 6 of PROTOCOL 14. */
import { readArchive } from "./archive.js";
import { parse } from "./canonical.js";
import * as objects from "./objects.js";
import { checkNext } from "./order.js";
import { demand } from "./reasons.js";

const SHAPES = {
  Ballot: [objects.ballot],
  EncryptedTally: [objects.encryptedTally, objects.tallyRecord],
  Shuffle: [objects.shuffle, objects.owned],
  PartialDecryption: [objects.partialDecryption, objects.owned],
  Result: [objects.result],
};

/* {setup: {election, trustees, register} as bytes, steps: [{kind, payload, text, content, record}], head}. */
export async function readBoard(archive) {
  const [first, ...others] = await readArchive(archive);
  const isBegun = first.event.type === "Setup" && others.every(({ event }) => event.type !== "Setup");
  demand(isBegun, "EVENT_ORDER", "an archive has one setup, at its beginning");
  const [election, trustees, register] = first.data;
  const last = others[others.length - 1] || first;
  const head = { height: last.event.height, hash: last.hash };
  return { setup: { election, trustees, register }, steps: others.map(stepOf), head };
}

function stepOf({ event, data }) {
  const [content, record] = (SHAPES[event.type] || []).map((shape, at) => parse(data[at], shape));
  return { kind: event.type, payload: event.payload, text: data[0], content, record };
}

export function checkOrder(steps, { mixed }) {
  steps.forEach(({ kind }, at) => checkNext(at ? steps[at - 1].kind : "Setup", kind, mixed.length > 0));
}
