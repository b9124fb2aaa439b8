/* The wire: patches as they come, one catch-up when something was missed, and an honest word when it is silent.
   The public holds no socket and has a script of its own. */
import { io } from "socket.io-client";
import { all, meeting, page, redraw, set, tell, words, write } from "./page.js";
import { setOffset, timeOf } from "./clocks.js";
import * as me from "./me.js";
import { morph } from "./morph.js";
import * as outbox from "./outbox.js";
import { say } from "./say.js";
import { follow } from "./seats.js";
import { note } from "./status.js";

const SILENCE = 7_000; // ms without a heartbeat
const ANSWER = 4_000; // ms for the answer to a question over the socket
const CATCHING = 400; // ms for a patch that is on its way, before we ask

const shown = {}; // panel or track → the number it was drawn at
let seen = Number(page.seq); // everything up to here has been drawn
let ahead = []; // patches that came before what they build upon
let heard = performance.now();
let line = "ok"; // again: we are trying; away: we may not look any more
let catching;
let socket;

export function start() {
  addEventListener("online", wake);
  addEventListener("pageshow", ({ persisted }) => persisted && wake());
  document.addEventListener("visibilitychange", () => document.hidden || wake());
  showLine();
  connect();
}

function connect() {
  const isWall = page.audience === "hall";
  socket = io({ transports: ["websocket", "polling"], tryAllTransports: true, query: { meeting: page.meeting },
    reconnectionDelay: 300, reconnectionDelayMax: isWall ? 3_000 : 2_000, randomizationFactor: isWall ? 0.9 : 0.5, timeout: 5_000 });
  socket.on("connect", watch);
  socket.on("patch", patch);
  socket.on("head", head);
  socket.on("me", (message) => { if (String(message.meeting_id) === page.meeting) me.merge(message); });
  socket.on("restart", ({ in: within }) => comeBack(500 + Math.random() * within * 1000));
  socket.on("disconnect", (reason) => { lost(); if (reason === "io server disconnect") comeBack(500); });
  addEventListener("offline", () => { lost(); comeBack(0); });
  document.documentElement.dataset.wire = "opening";
  setInterval(listen, 500);
}

/* Join first, then compare: so nothing falls between. */
async function watch() {
  const asked = Date.now();
  const question = { meeting_id: Number(page.meeting), audience: page.audience, group: page.group, language: page.language };
  const answer = await socket.timeout(ANSWER).emitWithAck("watch", question).catch(() => undefined);
  if (!answer) return comeBack(0);
  if (answer.error) return refuse();
  setOffset(answer.now * 1000 - (asked + Date.now()) / 2);
  if (answer.seq < seen) forget();
  const whole = answer.seq > seen ? catchUp() : me.ask().catch(lost);
  found();
  outbox.send();
  return whole;
}

/* Asked again when somebody comes back to the page. */
function refuse() {
  note("error", words.access, true);
  if (line !== "away") turn("away", words.access, "alert");
  socket.disconnect();
}

/* The numbers have gone back: another database stands behind them. */
function forget() {
  for (const name of Object.keys(shown)) delete shown[name];
  seen = -1;
}

function patch(message) {
  heard = performance.now();
  draw(message);
  ahead.push(message);
  if (advance() && !ahead.length) return;
  catchUp();
}

function draw({ seq, panels, seats }) {
  for (const [name, html] of Object.entries(panels)) if (isNews(name, seq)) morph(name, html);
  for (const [name, string] of Object.entries(seats)) if (isNews(`seats ${name}`, seq)) follow(name, string);
  redraw();
  tell("patch", { seq, panels });
}

/* Older is dropped, equal is drawn. */
function isNews(name, seq) {
  if (seq < (shown[name] ?? 0)) return false;
  shown[name] = seq;
  return true;
}

/* Takes in every patch that builds upon what has been seen; true if none was left over. */
function advance() {
  const before = ahead.length;
  for (const { prev, seq } of ahead) if (prev <= seen) seen = Math.max(seen, seq);
  ahead = ahead.filter(({ seq }) => seq > seen);
  return ahead.length < before;
}

/* One at a time; whoever asks meanwhile gets the same answer. */
export function catchUp() {
  catching ??= fetchAll().finally(() => { catching = undefined; });
  return catching;
}

async function fetchAll() {
  const { audience, group, language } = page;
  const where = new URLSearchParams(Object.entries({ group, language }).filter(([, value]) => value));
  const answer = await fetch(`${meeting}/panels/${audience}?${where}`, { headers: { Accept: "application/json" } }).catch(() => undefined);
  if (!answer?.ok) return answer?.status === 403 && socket && refuse();
  const all = await answer.json();
  draw(all);
  seen = Math.max(seen, all.seq);
  advance();
  return all.me && me.merge({ seq: all.seq, me: all.me }, true);
}

function head({ seq }) {
  heard = performance.now();
  if (seq > seen) setTimeout(() => seq > seen && catchUp(), CATCHING);
}

function listen() {
  if (line === "away" || performance.now() - heard < SILENCE) return;
  lost();
  heard = performance.now();
  comeBack(0);
}

/* From sleep, from another page, from no net: ask before anything is taken for current. */
function wake() {
  outbox.send();
  if (socket.connected) return watch();
  return comeBack(0);
}

function comeBack(after) {
  socket.disconnect();
  setTimeout(() => socket.connect(), after);
}

function lost() {
  if (line === "ok") turn("again", words.broke, "alert");
}

function found() {
  heard = performance.now();
  if (line !== "ok") turn("ok", words.back, "status");
  document.documentElement.dataset.wire = line;
}

function turn(state, text, how) {
  line = state;
  for (const time of all("[data-heard]")) write(time, timeOf(Date.now() - performance.now() + heard));
  showLine();
  say(text, how);
  tell("line", state);
}

function showLine() {
  page.line = line;
  document.documentElement.dataset.wire = line;
  const pill = document.getElementById("line");
  if (pill?.matches("[data-state]")) set(pill, "data-state", line);
  for (const element of all("[data-if-line]")) element.hidden = element.dataset.ifLine !== line;
}
