/* One client for both: screens that listen, and everybody voting at once.
   Prints one JSON line: receipts and visible-to-all, in milliseconds, sorted. */

import { Agent, request } from "node:http";
import { readFileSync } from "node:fs";
import { io } from "socket.io-client";

const { address, screens, voters, url, watch } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const SETTLED = 2000; // ms: those who have just arrived have been told of, and the vote comes later
const agent = new Agent({ keepAlive: true, maxSockets: 400 });

const sockets = await Promise.all(screens.map(connect));
await warm();
await pause(SETTLED);
const seen = Object.fromEntries(voters.map(({ seat }) => [seat, new Array(sockets.length).fill(0)]));
sockets.forEach((socket, screen) => socket.on("patch", ({ seats }) => {
  const now = performance.now();
  [...(seats?.vote ?? "")].forEach((letter, seat) => {
    if (letter === "x" && seen[seat] && !seen[seat][screen]) seen[seat][screen] = now;
  });
}));
const receipts = await Promise.all(voters.map(vote));
await allSeen();
const visible = voters.map((voter, n) => Math.max(...seen[voter.seat]) - receipts[n].start);
console.log(JSON.stringify({ receipts: sorted(receipts.map(({ ms }) => ms)), visible: sorted(visible), cpu: process.cpuUsage() }));
sockets.forEach((socket) => socket.close());
agent.destroy();

function connect(headers) {
  return new Promise((resolve, reject) => {
    const socket = io(address, { transports: ["websocket"], extraHeaders: headers, forceNew: true });
    socket.on("connect", () => socket.emit("watch", watch, (answer) => (answer.error ? reject(Error(answer.error)) : resolve(socket))));
    socket.on("connect_error", reject);
  });
}

function warm() {
  return Promise.all(voters.map(({ headers }) => send("GET", "/healthz", headers, "")));
}

async function vote({ headers, choice }, n) {
  const start = performance.now();
  const status = await send("PUT", url, { ...headers, "Idempotency-Key": `burst-${n}-${process.pid}` }, `choice=${choice}`);
  if (status !== 200) throw Error(`vote ${n}: ${status}`);
  return { start, ms: performance.now() - start };
}

function send(method, path, headers, body) {
  return new Promise((resolve, reject) => {
    const options = { method, agent, headers: { ...headers, Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded", "Content-Length": Buffer.byteLength(body) } };
    const sent = request(address + path, options, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

async function allSeen() {
  const until = performance.now() + 20000;
  while (performance.now() < until) {
    if (voters.every(({ seat }) => seen[seat].every(Boolean))) return;
    await pause(5);
  }
  throw Error("not every screen saw every vote");
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function sorted(values) {
  return values.sort((a, b) => a - b);
}
