/* One job in, one answer out: the same in the browser's worker and in a program without a browser.  Whatever goes wrong
   is a refusal with a code; its words never tell what a job was about. */
import { Fault } from "./ballot/reasons.js";
import { Counting } from "./device/counting.js";
import { Elections } from "./device/elections.js";
import { explained } from "./device/explaining.js";
import { Member } from "./device/member.js";
import { alone, prove } from "./device/proving.js";
import { Teller } from "./device/teller.js";
import { verify } from "./verify/verify.js";

const MEMBER = ["enter", "listed", "make", "try", "cast", "seal", "resend", "sent", "state", "find", "forget"];
const CEREMONY = ["sit", "answer", "seated", "leave"];
const COUNTING = ["watch", "preview", "inspect", "mix", "release"];

/* `store` is a device's memory, `net` {fetch, pause}, `team` whoever helps; several devices in one program may share what
   they have read.  Whoever asks for a long job may give a function that is told how much is done, from 0 to 1. */
export function openDesk({ store, net, team = alone, elections = new Elections() }) {
  const teller = new Teller({ store });
  const jobs = new Map([
    ...jobsOf(new Member({ store, net, elections }), MEMBER),
    ...inTurn([...jobsOf(teller, CEREMONY), ...jobsOf(new Counting({ store, elections, teller, team }), COUNTING)]),
    ["explain", explained],
    ["verify", ({ board }, tell) => verify(board, { tell, team })],
    ["prove", prove],
  ]);
  return (job, told, tell = () => {}) => done(jobs.get(job), told, tell);
}

const jobsOf = (one, names) => names.map((name) => [name, (told) => one[name](told)]);

/* A teller's jobs wait for each other, since each rests on what the one before it has kept. */
function inTurn(jobs) {
  let last = Promise.resolve();
  return jobs.map(([name, work]) => [name, (told) => (last = last.catch(() => {}).then(() => work(told)))]);
}

async function done(work, told, tell) {
  try {
    if (!work) throw new Fault("UNKNOWN_JOB", "there is no such job");
    return { answer: await work(told, tell) };
  } catch (fault) {
    if (fault instanceof Fault) return { refusal: { code: fault.code, text: fault.text } };
    return { refusal: { code: "MALFORMED", text: `the job could not be done (${fault.name})` } };
  }
}
