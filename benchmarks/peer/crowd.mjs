/* Thousands of sockets and one change: when does each of them have it? */

import { readFileSync } from "node:fs";
import { io } from "socket.io-client";

const { address, sockets: most, rounds, watch, url, body, headers, undo } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const sockets = [];
while (sockets.length < most) {
  sockets.push(...(await Promise.all(Array.from({ length: 50 }, connect))));
}
let arrived, told, size = 0;
sockets.forEach((socket) => socket.on("patch", (patch) => {
  if (!told) return;
  size ||= JSON.stringify(patch).length;
  arrived.push(performance.now() - told);
}));

const all = [];
for (let n = 0; n < rounds; n++) {
  arrived = [];
  told = performance.now();
  const answer = await act(url, "POST", body, n);
  const until = performance.now() + 30000;
  while (arrived.length < most && performance.now() < until) await pause(5);
  if (arrived.length < most) throw Error(`${arrived.length} of ${most}`);
  all.push(arrived.slice(0, most).sort((a, b) => a - b));
  told = 0;
  if (undo) await act(undo + answer.made, "DELETE", "", `undo-${n}`);
  await pause(1500);
}
process.stdout.write(JSON.stringify({ rounds: all, size }), () => process.exit(0));

function connect() {
  return new Promise((resolve, reject) => {
    const socket = io(address, { transports: ["websocket"], forceNew: true, timeout: 60000 });
    socket.on("connect", () => socket.emit("watch", watch, () => resolve(socket)));
    socket.on("connect_error", reject);
  });
}

async function act(path, method, form, key) {
  const answer = await fetch(address + path, { method, body: form || undefined, headers: { ...headers, Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded", "Idempotency-Key": `crowd-${key}-${process.pid}` } });
  if (!answer.ok) throw Error(await answer.text());
  return answer.json();
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
