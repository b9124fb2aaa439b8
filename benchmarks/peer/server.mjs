/* The fair peer: Node, socket.io and node:sqlite with FULL, group commit and one broadcast per group.
   The same work per vote as ours: look up the seat and the ballot, write ballot, chained fact, receipt. */

import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { DatabaseSync } from "node:sqlite";
import { Server } from "socket.io";

const [, , port, file, seats] = process.argv;
const db = new DatabaseSync(file);
db.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
  CREATE TABLE seats (seat INTEGER PRIMARY KEY, serving INTEGER);
  CREATE TABLE ballots (vote INTEGER, seat INTEGER, choice TEXT, at TEXT, PRIMARY KEY (vote, seat));
  CREATE TABLE log (height INTEGER PRIMARY KEY, kind TEXT, at TEXT, payload TEXT, parent TEXT, hash TEXT);
  CREATE TABLE receipts (person INTEGER, key TEXT, seq INTEGER, at TEXT, PRIMARY KEY (person, key));`);
const seat = db.prepare("INSERT INTO seats VALUES (?, ?)");
for (let n = 1; n <= Number(seats); n++) seat.run(n, n);
const find = db.prepare("SELECT seat FROM seats WHERE serving = ?");
const known = db.prepare("SELECT seq, at FROM receipts WHERE person = ? AND key = ?");
const ballot = db.prepare("INSERT INTO ballots VALUES (1, ?, ?, ?) ON CONFLICT DO UPDATE SET choice = excluded.choice");
const fact = db.prepare("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)");
const keep = db.prepare("INSERT INTO receipts VALUES (?, ?, ?, ?)");

let height = 0, parent = "0".repeat(64), waiting = [];
const voted = new Array(Number(seats)).fill(".");

const http = createServer((request, response) => {
  if (request.method === "GET") return response.end("ok");
  let body = "";
  request.on("data", (piece) => (body += piece));
  request.on("end", () => {
    if (!waiting.length) setImmediate(commit);
    const form = new URLSearchParams(body);
    waiting.push({ response, person: Number(request.headers["x-person"]), key: request.headers["idempotency-key"], choice: form.get("choice") });
  });
});
const io = new Server(http, { perMessageDeflate: false });
io.on("connection", (socket) => socket.on("watch", (_where, answer) => answer({ seq: height })));

function commit() {
  const group = waiting;
  waiting = [];
  db.exec("BEGIN IMMEDIATE");
  const answers = group.map(store);
  db.exec("COMMIT");
  group.forEach(({ response }, n) => {
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(answers[n]));
  });
  io.emit("patch", { seq: height, panels: {}, seats: { vote: voted.join("") } });
}

function store({ person, key, choice }) {
  const before = known.get(person, key);
  if (before) return before;
  const at = new Date().toISOString();
  const { seat } = find.get(person);
  ballot.run(seat, choice, at);
  const payload = JSON.stringify({ seat, person, choice });
  const hash = createHash("sha256").update(`${height + 1}${at}${payload}${parent}`).digest("hex");
  fact.run(++height, "vote.ballot_cast", at, payload, parent, hash);
  parent = hash;
  keep.run(person, key, height, at);
  voted[seat - 1] = "x";
  return { seq: height, at };
}

http.listen(Number(port), "127.0.0.1", () => console.log("ready"));
