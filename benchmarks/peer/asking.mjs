/* A few who ask for one page over and over, each on an open line: how many answers a second?
   With `again` they send the tag of what they have, as a browser does. */

import { Agent, request } from "node:http";
import { readFileSync } from "node:fs";

const { address, path, again, clients, seconds } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const agent = new Agent({ keepAlive: true, maxSockets: clients });

const first = await ask({});
const headers = again ? { "If-None-Match": first.tag } : {};
const wanted = again ? 304 : 200;
let count = 0;
const started = performance.now();
await Promise.all(Array.from({ length: clients }, keepAsking));
console.log(JSON.stringify({ rate: (count * 1000) / (performance.now() - started) }));
agent.destroy();

async function keepAsking() {
  while (performance.now() - started < seconds * 1000) {
    const { status } = await ask(headers);
    if (status !== wanted) throw Error(`${path}: ${status}`);
    count += 1;
  }
}

function ask(sent) {
  return new Promise((resolve, reject) => {
    const asked = request(address + path, { agent, headers: { ...sent, Accept: "application/json" } }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve({ status: answer.statusCode, tag: answer.headers.etag }));
    });
    asked.on("error", reject);
    asked.end();
  });
}
