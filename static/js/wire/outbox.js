/* Acts wait here until the server has answered.  Each has its own place in the device's memory, so two tabs never
   overwrite each other; sent twice with the same key, an act is still one act. */
import { device, page } from "./page.js";

const MINE = `klubba.act.${page.person ?? ""}.`;
const OLDEST = 12 * 3600_000; // ms; a forgotten act is not sent into another meeting
const PATIENCE = 4_000; // ms for an answer
const PAUSES = [300, 1_000, 2_000]; // ms between attempts
const UPLOAD = 600_000;
const STUMBLES = 5; // answers 500 before giving up

const unwritten = new Map(); // secrets, and everything when nothing may be written or nobody is named
const stumbles = new Map();
let last = 0;
let attempts = 0;
let isSending = false;
let timer;
let answered = () => {};

export function start(onAnswer) {
  answered = onAnswer;
  addEventListener("online", send);
  forgetOld();
  send();
}

export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function add(act) {
  for (const other of waiting()) if (act.replaces && other.replaces === act.replaces) remove(other);
  act.at = last = Math.max(Date.now(), last + 1);
  if (typeof act.body !== "string") return carry(act);
  const isWritten = page.person && !act.discreet && device.set(MINE + act.key, JSON.stringify(act));
  if (!isWritten) unwritten.set(act.key, act);
  attempts = 0;
  return send();
}

/* A file takes its time; nobody's vote waits behind it. */
async function carry(act) {
  const answer = await attempt(act);
  if (isFinal(act, answer)) answered(act, answer);
  else setTimeout(carry, answer.pause ?? PAUSES.at(-1), act);
}

export function waiting() {
  return [...written(), ...unwritten.values()].sort((one, other) => one.at - other.at);
}

export const isWaiting = (act) => unwritten.has(act.key) || device.get(MINE + act.key) !== null;

function written() {
  return names().filter((name) => name.startsWith(MINE)).map((name) => JSON.parse(device.get(name))).filter(Boolean);
}

function names() {
  try { return Object.keys(localStorage).filter((name) => name.startsWith("klubba.act.")); } catch { return []; }
}

function remove(act) {
  unwritten.delete(act.key);
  try { localStorage.removeItem(MINE + act.key); } catch { /* it was never written */ }
}

function forgetOld() {
  for (const name of names()) {
    const act = JSON.parse(device.get(name) ?? "{}");
    if (Date.now() - (act.at ?? 0) > OLDEST) localStorage.removeItem(name);
  }
}

/* In order, one at a time.  Stops at the first that cannot get through and comes back. */
export async function send() {
  if (isSending) return;
  isSending = true;
  clearTimeout(timer);
  let pause;
  for (let act = waiting()[0]; act && pause === undefined; act = waiting()[0]) {
    const answer = await attempt(act);
    if (answer.status) attempts = 0;
    if (isFinal(act, answer)) finish(act, answer);
    else pause = answer.pause ?? PAUSES[Math.min(attempts++, PAUSES.length - 1)];
  }
  isSending = false;
  if (pause !== undefined) timer = setTimeout(send, pause);
}

function finish(act, answer) {
  const isWanted = isWaiting(act); // or replaced meanwhile, or answered in another tab
  remove(act);
  stumbles.delete(act.key);
  if (isWanted) answered(act, answer);
}

function isFinal(act, { status }) {
  if (status !== 500) return status && status < 500 && ![408, 425, 429].includes(status);
  stumbles.set(act.key, (stumbles.get(act.key) ?? 0) + 1);
  return stumbles.get(act.key) >= STUMBLES;
}

async function attempt(act) {
  const limit = new AbortController();
  const clock = setTimeout(() => limit.abort(), typeof act.body === "string" ? PATIENCE : UPLOAD);
  try {
    const answer = await fetch(act.url, { method: act.method, body: act.body, headers: headers(act), signal: limit.signal });
    const wait = Number(answer.headers.get("Retry-After"));
    const next = answer.redirected ? answer.url : undefined;
    return { status: answer.status, next, pause: wait ? wait * 1000 : undefined, said: await answer.json().catch(() => ({})) };
  } catch {
    return { status: 0 };
  } finally {
    clearTimeout(clock);
  }
}

function headers(act) {
  const token = document.querySelector('meta[name="csrf-token"]')?.content;
  const form = typeof act.body === "string" ? { "Content-Type": "application/x-www-form-urlencoded" } : {};
  return { Accept: "application/json", "Idempotency-Key": act.key, ...(token && { "X-CSRFToken": token }), ...form };
}
