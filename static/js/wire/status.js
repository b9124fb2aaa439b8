/* The line that tells how an act goes: told, sent, stored.  A receipt is never guessed. */
import { all, page, set, words, write } from "./page.js";
import { heardAt, holds, look } from "./me.js";
import { timeOf } from "./clocks.js";
import { say } from "./say.js";

const NOTE = "act-note"; // for acts without a line of their own
const NOTED = 8_000; // ms
const told = new Map(); // line → what it says, and for which form
let hide;

/* kind: info sending ok warn error.  `what` names the sentence: sending stored offline failed. */
export function put(act, kind, what, { seq = 0, at, words: given } = {}) {
  const line = document.getElementById(act.status);
  const sentence = given || (line?.dataset[what] ?? words[what] ?? "");
  const text = sentence.replace("{choice}", act.label ?? "").replace("{time}", at ? timeOf(at) : "");
  if (line) told.set(act.status, { kind, text, url: act.url, seq });
  if (line) show();
  else if (kind !== "ok" && kind !== "sending") note(kind, text);
  if (kind !== "sending" && (line || kind !== "ok")) say(text, kind === "error" ? "alert" : "status");
}

/* A sentence that belongs to no act, or to one whose place on the page is gone. */
export function note(kind, text, stays = false) {
  const box = document.getElementById(NOTE);
  if (!box || !text) return;
  write(box.querySelector(".status-text"), text);
  set(box, "data-kind", kind);
  box.hidden = false;
  clearTimeout(hide);
  if (!stays) hide = setTimeout(() => { box.hidden = true; }, NOTED);
}

/* A patch draws the line anew for everybody; here it gets back what it said to us. */
export function show() {
  for (const line of all(".status-line[id]")) {
    const mine = told.get(line.id);
    if (mine && !isAsked(mine.url)) told.delete(line.id);
    else if (mine && !isOvertaken(mine, line)) tell(line, mine.kind, mine.text);
    else showStored(line);
  }
}

/* The question it was about is still on the page. */
const isAsked = (url) => all("form[data-act]").some((form) => form.getAttribute("action") === url);

/* The server itself has said by now what I have chosen, here or on another device. */
function isOvertaken({ kind, seq }, line) {
  const rule = line.dataset.storedIfMe;
  return kind === "ok" && rule && heardAt(rule.split(/[.=]/)[0]) >= seq;
}

function showStored(line) {
  const { storedIfMe: rule, stored } = line.dataset;
  if (!rule || !holds(rule)) return;
  const at = look(`${rule.split(/[.=]/)[0]}.at`);
  tell(line, "ok", stored.replace("{choice}", chosenNear(line)).replace("{time}", at ? timeOf(at) : ""));
}

function chosenNear(line) {
  const pressed = (line.closest("section, dialog") ?? document).querySelector("[aria-pressed='true'][data-word]");
  return pressed?.dataset.word ?? "";
}

function tell(line, kind, text) {
  set(line, "data-kind", kind);
  write(line.querySelector(".status-text") ?? line, text);
}

/* Where a form's news is told: the line it names, or the nearest one. */
export function lineOf(form) {
  return form.dataset.status ?? form.closest("section, dialog")?.querySelector(".status-line[id]")?.id;
}

export const isOnline = () => navigator.onLine && (page.line ?? "ok") === "ok";
