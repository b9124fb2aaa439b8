/* Shows how far it has come.  Only what has changed is touched, so that focus and reading are left alone. */
const place = (id) => document.getElementById(id);
let step = "loading";
let said = null; // trouble

export function show(now, values) {
  for (const part of document.querySelectorAll("[data-step]")) setHidden(part, part.dataset.step !== now);
  for (const part of document.querySelectorAll("[data-step] [data-words]")) setText(part, filled(part.dataset.words, values));
  if (step === now) return;
  const isFirst = step === "loading";
  step = now;
  if (isFirst) return;
  const shown = document.querySelector(`[data-step="${now}"]`);
  place("say").textContent = shown.innerText.trim();
  if (document.activeElement === document.body || document.activeElement.closest("[hidden]")) place("title").focus();
  window.scrollTo(0, 0);
}

export function words(four) {
  const list = place("words");
  if (list.children.length) return;
  list.append(...four.map((word) => Object.assign(document.createElement("li"), { textContent: word })));
}

/* Six characters are enough to know one's own by. */
export function receipt(tracker) {
  setText(place("tracker"), tracker.slice(0, 6));
}

/* What went wrong, in the page's own words, or the server's. */
export function trouble(fault) {
  const key = fault ? `${fault.code} ${fault.words || ""}` : null;
  if (said === key) return;
  said = key;
  setHidden(place("trouble"), !fault);
  if (!fault) return;
  const own = document.querySelector(`#refusals [data-code="${fault.code}"]`) || document.querySelector('[data-code="OTHER"]');
  setText(place("trouble-words"), fault.words || own.textContent);
  place("say-now").textContent = place("trouble-words").textContent;
}

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

function setText(part, text) {
  if (part.textContent !== text) part.textContent = text;
}

export function setHidden(part, isHidden) {
  if (part.hidden !== isHidden) part.hidden = isHidden;
}
