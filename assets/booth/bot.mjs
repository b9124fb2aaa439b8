/* Devices without a browser, for rehearsals and tests: node assets/booth/bot.mjs
   One JSON object a line in, {id, as, job, …}, and one a line out, {id, answer} or {id, refusal}.  `as` names a device;
   each has a memory of its own.  `board` is Base64 here. */
import { createInterface } from "node:readline";
import { bytesOfBase64 } from "./ballot/bytes.js";
import { openDesk } from "./desk.js";
import { Elections } from "./device/elections.js";
import { Memory } from "./device/memory.js";

const net = { fetch, pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)) };
const elections = new Elections();
const desks = new Map();

function deskOf(name) {
  if (!desks.has(name)) desks.set(name, openDesk({ store: new Memory(), net, elections }));
  return desks.get(name);
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, as, job, ...told } = JSON.parse(line);
  if (told.board) told.board = bytesOfBase64(told.board);
  deskOf(as)(job, told).then((answered) => process.stdout.write(`${JSON.stringify({ id, ...answered })}\n`));
}
