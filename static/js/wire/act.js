/* form[data-act]: a press becomes an act in the outbox, and what happens to it is shown. */
import { all, page, redraw, set, tell, words } from "./page.js";
import { ask } from "./ask.js";
import { fill, heardAt } from "./me.js";
import { settle } from "./morph.js";
import * as outbox from "./outbox.js";
import * as status from "./status.js";
import { say } from "./say.js";
import * as twice from "./twice.js";
import { catchUp } from "./wire.js";

const forms = new Map(); // key → the form as it was pressed on this page
const delayed = new Map(); // form's address → timer
const chosen = new Map(); // form's address → a choice that is stored, until `me` says the same

export function start() {
  addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-act]")) return;
    event.preventDefault();
    press(event.target, event.submitter);
  });
  addEventListener("change", ({ target }) => {
    const form = target.form;
    if (form?.matches("[data-act]") && form.dataset.on === "change") form.requestSubmit();
  });
  addEventListener("click", explain, true);
  twice.start();
  document.addEventListener("klubba:line", showWaiting);
  outbox.start(answered);
  showWaiting();
  redraw();
}

/* A greyed button says why. */
function explain(event) {
  const button = event.target.closest("[aria-disabled='true']");
  if (!button) return;
  event.preventDefault();
  event.stopPropagation();
  const why = fill(button.dataset.why ?? "");
  if (why) status.note("info", why);
  if (why) say(why);
}

async function press(form, button) {
  const act = read(form, button);
  if (delayed.has(act.url)) return takeBack(form, act);
  const { confirm, confirmButton, delay } = form.dataset;
  if (confirm && !(await ask(confirm, confirmButton ?? act.label))) return undefined;
  if (!delay) return hand(form, act);
  delayed.set(act.url, setTimeout(() => { delayed.delete(act.url); hand(form, act); }, delay * 1000));
  return redraw();
}

function takeBack(form, act) {
  clearTimeout(delayed.get(act.url));
  delayed.delete(act.url);
  redraw();
}

function read(form, button) {
  const values = new FormData(form);
  if (button?.name) values.append(button.name, button.value);
  const shown = button?.querySelector(":scope > span") ?? button; // without the key beside the words
  const label = button?.dataset.word ?? shown?.textContent.trim().replace(/\s+/g, " ") ?? "";
  const isFile = form.enctype === "multipart/form-data";
  const body = isFile ? values : new URLSearchParams(filled(form, values)).toString();
  const { method = "POST", replaceWaiting: replaces, discreet, next } = form.dataset;
  const secret = discreet !== undefined;
  return { key: outbox.newKey(), url: fill(form.getAttribute("action")), method, body, replaces, discreet: secret,
    status: status.lineOf(form), label: secret ? "" : label, name: button?.name, value: button?.value, next: next && fill(next) };
}

/* Only what the template wrote is filled, never what somebody has typed. */
function filled(form, values) {
  const hidden = new Set(all("input[type=hidden]", form).map(({ name }) => name));
  return [...values].map(([name, value]) => [name, hidden.has(name) ? fill(value) : value]);
}

/* The same thing pressed again while it waits is the same act. */
function hand(form, act) {
  if (outbox.waiting().some((other) => other.url === act.url && other.method === act.method && other.body === act.body)) return;
  forms.set(act.key, form);
  outbox.add(act);
  showWaiting();
  redraw();
}

function showWaiting() {
  for (const act of outbox.waiting()) {
    if (status.isOnline()) status.put(act, "sending", "sending");
    else status.put(act, "warn", "offline");
  }
}

/* The buttons of what waits: busy, and pressed where a choice is made. */
export function show() {
  const acts = outbox.waiting();
  for (const form of all("form[data-act]")) {
    const url = fill(form.getAttribute("action"));
    const act = acts.findLast?.((one) => one.url === url) ?? acts.filter((one) => one.url === url).at(-1);
    const buttons = all("button", form);
    const kept = act ? undefined : stillChosen(url, buttons);
    for (const button of buttons) showButton(form, button, act, kept, delayed.has(url));
  }
}

/* Stored, but what the server tells of me is still older. */
function stillChosen(url, buttons) {
  const choice = chosen.get(url);
  const told = buttons.find((button) => button.dataset.pressedIfMe)?.dataset.pressedIfMe.split(/[.=]/)[0];
  if (choice && told && heardAt(told) < choice.seq) return choice.act;
  chosen.delete(url);
  return undefined;
}

const isIts = (act, button) => Boolean(act) && button.name === (act.name ?? "") && button.value === (act.value ?? "");

function showButton(form, button, act, kept, isDelayed) {
  const isPressed = isIts(act, button);
  set(button, "aria-busy", isPressed || isDelayed ? "true" : undefined);
  if (!("replaceWaiting" in form.dataset)) return;
  set(button, "data-state", isPressed ? "sending" : undefined);
  if (act ?? kept) set(button, "aria-pressed", isIts(act ?? kept, button));
}

function answered(act, { status: code, said, next }) {
  const form = forms.get(act.key);
  forms.delete(act.key);
  if (code < 400) stored(form, act, said, next);
  else if (said.kind === "NeedsConfirmation") confirmAgain(form, act, said);
  else refused(act, code, said);
  redraw();
}

function stored(form, act, receipt, next) {
  status.put(act, "ok", "stored", { seq: receipt.seq, at: receipt.at });
  if (act.replaces) chosen.set(act.url, { act, seq: receipt.seq });
  if (!form) return;
  tell("stored", { form, receipt });
  if ("reset" in form.dataset) form.reset();
  else settle(form);
  if (!("stay" in form.dataset)) form.closest("dialog")?.close();
  const goTo = act.next ? fill(act.next, receipt) : next;
  if (goTo) location.assign(goTo);
  else if ("reload" in form.dataset) location.reload();
}

async function confirmAgain(form, act, said) {
  const yes = await ask(said.error, act.label, said.field);
  if (!yes) return;
  const values = new URLSearchParams(act.body);
  values.set("confirmed", 1);
  if (said.field) values.set(said.field, yes);
  const again = { ...act, key: outbox.newKey(), body: values.toString() };
  if (form) forms.set(again.key, form);
  outbox.add(again);
  redraw();
}

function refused(act, code, said) {
  status.put(act, "error", "failed", { words: said.error });
  tell("refused", { url: act.url, words: said.error });
  if (code === 409 && page.meeting) catchUp();
}
