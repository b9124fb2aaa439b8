/* Shows how the ceremony stands.  Only what has changed is touched, so that focus and reading are left alone. */
const ROUNDS = 6;
const WORDS_FROM = 2; // rounds, after which there are words to compare
const place = (id) => document.getElementById(id);
let step = "loading";
let said = null; // trouble

export function draw(told, device) {
  show(stepOf(told, device), told);
  list(told);
  words(device.words || []);
  setHidden(place("compare"), Boolean(told.agreed));
  setHidden(place("agreed"), !told.agreed);
  setHidden(place("leaving"), device.seat === null || told.deleted || !(told.ready || told.over));
  setHidden(place("over"), !told.over);
}

function stepOf(told, device) {
  if (!told.ceremony) return "waiting";
  if (told.deleted) return "deleted";
  if (told.stopped) return "stopped";
  const own = told.tellers[told.seat - 1];
  if (device.seat === null) return own.rounds ? "elsewhere" : "start";
  if (told.ready) return "ready";
  return device.words ? "words" : "rounds";
}

function show(now, told) {
  for (const part of document.querySelectorAll("[data-step]")) setHidden(part, part.dataset.step !== now);
  for (const part of document.querySelectorAll("[data-light]")) setHidden(part, part.dataset.light !== told.light);
  for (const part of document.querySelectorAll("[data-step] [data-words]")) setText(part, filled(part.dataset.words, valuesOf(told)));
  if (step === now) return;
  const isFirst = step === "loading";
  step = now;
  const shown = document.querySelector(`[data-step="${now}"]`);
  if (isFirst) return;
  place("say").textContent = shown.innerText.trim();
  if (document.activeElement === document.body || document.activeElement.closest("[hidden]")) place("title").focus();
}

function valuesOf(told) {
  const answering = (told.tellers || []).filter((one) => one.answers).length;
  return { ...told, ...told.figures, answering };
}

function list(told) {
  const rows = place("tellers");
  const tellers = told.tellers || [];
  setHidden(rows, !tellers.length || step === "waiting");
  while (rows.children.length < tellers.length) rows.append(place("teller-row").content.cloneNode(true));
  while (rows.children.length > tellers.length) rows.lastElementChild.remove();
  tellers.forEach((one, at) => {
    const row = rows.children[at];
    setText(row.querySelector("[data-name]"), one.name);
    setText(row.querySelector("[data-party]"), one.party ? `(${one.party})` : "");
    const is = stateOf(one);
    for (const part of row.querySelectorAll("[data-is]")) setHidden(part, part.dataset.is !== is);
  });
}

function stateOf(one) {
  if (one.rounds && !one.answers) return "silent";
  if (one.rounds === ROUNDS && one.agreed) return "done";
  if (one.rounds > WORDS_FROM) return one.agreed ? "working" : "words";
  return one.rounds ? "working" : "waiting";
}

function words(four) {
  const rows = place("words");
  if (rows.childElementCount === four.length && [...rows.children].every((row, at) => row.textContent === four[at])) return;
  rows.replaceChildren(...four.map((word) => Object.assign(document.createElement("li"), { textContent: word })));
}

/* What is in the way, in the server's words or in the page's own for its code; null when it is over. */
export function trouble(fault) {
  const code = fault && fault.code;
  if (code === said) return;
  said = code;
  setHidden(place("trouble"), !fault);
  if (fault) warn(fault.words || wordsFor(code));
}

/* A press that was refused is told each time. */
export function tell(fault) {
  said = null;
  trouble(fault);
}

function warn(sentence) {
  place("trouble-words").textContent = sentence;
  place("say-now").textContent = sentence;
}

function wordsFor(code) {
  const known = document.querySelector(`#refusals [data-code="${code}"]`) || document.querySelector('#refusals [data-code="OTHER"]');
  return known.textContent;
}

export const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

export function setHidden(part, isHidden) {
  if (part.hidden !== isHidden) part.hidden = isHidden;
}

export function setText(part, text) {
  if (part.textContent !== text) part.textContent = text;
}
