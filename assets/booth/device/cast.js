/* Sends a ballot until the server has answered.  Without cookie: the signature is the pass.  The same ballot may be sent
   any number of times; it is in the urn once.  PROTOCOL 10. */
import { Fault } from "../ballot/reasons.js";

const PAUSES = [300, 1_000, 2_000, 2_000, 4_000]; // ms between attempts
const LONGEST = 10_000; // ms that a server may ask for
const PATIENCE = 8_000; // ms for one answer
const LATER = [408, 425, 429];
const REFUSALS = { 409: "ALREADY_CAST", 410: "CLOSED" };

/* The receipt as text, or undefined when there is no net: then it is to be sent again.  Refused as ALREADY_CAST,
   CLOSED or REFUSED.  `net` is {fetch, pause}. */
export async function send(net, address, ballot) {
  for (const pause of [...PAUSES, undefined]) {
    const answer = await attempt(net.fetch, address, ballot);
    if (answer.isKept) return answer.said;
    if (answer.status >= 400 && answer.status < 500 && !LATER.includes(answer.status)) refuse(answer);
    if (pause !== undefined) await net.pause(Math.min(answer.wait || pause, LONGEST));
  }
  return undefined;
}

async function attempt(fetch, address, ballot) {
  const limit = new AbortController();
  const clock = setTimeout(() => limit.abort(), PATIENCE);
  const headers = { "Content-Type": "application/json", Accept: "application/json" };
  const how = { method: "POST", body: ballot, headers, credentials: "omit", signal: limit.signal };
  try {
    const answer = await fetch(address, how);
    const said = await answer.text();
    return { status: answer.status, isKept: answer.ok, said, wait: 1000 * Number(answer.headers.get("Retry-After")) };
  } catch {
    return { status: 0 };
  } finally {
    clearTimeout(clock);
  }
}

function refuse({ status, said }) {
  throw new Fault(REFUSALS[status] || "REFUSED", `the server answered ${status}: ${said.slice(0, 200)}`);
}
