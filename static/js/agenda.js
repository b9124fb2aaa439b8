/* The agenda editor and the documents of an item: rows moved by hand or key, the page drawn anew after every change, "Sparad 14.02".
   Acts are forms that live.js sends; without script the same forms work by themselves. */
import { drawAnew } from "./anew.js";

const root = document.querySelector("[data-agenda]");
const saved = document.getElementById("saved");
const EDGE = 60; // px from the window's edge where dragging scrolls
const SOON = 150; // ms: own answer and own news become one redraw
let drag;
let timer;

document.addEventListener("submit", ({ target }) => { if (target.matches("[data-act]")) pill(saved.dataset.saving); });
document.addEventListener("klubba:stored", ({ detail }) => stored(detail));
document.addEventListener("klubba:patch", ({ detail }) => { if (detail.panels?.agenda) soon(); });
document.addEventListener("click", toNewItem);
document.addEventListener("keydown", byKey);
document.addEventListener("pointerdown", grab);
document.addEventListener("change", checkSize);
document.addEventListener("klubba:refused", () => pill(saved.dataset.failed, "error"));
showGrips();

function stored({ form, receipt }) {
  pill(saved.dataset.saved.replace("{time}", clock(receipt.at)));
  if (form.action.endsWith("/place")) tellPlace(form);
  soon();
}

function pill(text, kind = "ok") {
  saved.querySelector(".pill > span").textContent = text;
  saved.querySelector(".pill").className = `pill pill--${kind}`;
}

function clock(at) {
  const wall = { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Stockholm" };
  return new Intl.DateTimeFormat("sv-SE", wall).format(new Date(at)).replace(":", ".");
}

function tellPlace(form) {
  const row = document.getElementById(form.dataset.row);
  const count = rows().length;
  const place = Math.min(Math.max(form.elements.position.value, 1), count);
  if (row) say(root.dataset.moved.replace("{title}", row.dataset.title).replace("{place}", place).replace("{count}", count));
}

function say(text) {
  const voice = document.getElementById("say");
  voice.textContent = "";
  setTimeout(() => { voice.textContent = text; }, 50);
}

/* ---- drawn anew ---- */

function soon() {
  clearTimeout(timer);
  timer = setTimeout(redraw, SOON);
}

async function redraw() {
  if (drag) return soon();
  await drawAnew(root);
  return showGrips();
}

/* ---- moved ---- */

function rows() {
  return [...root.querySelectorAll("[data-place]")];
}

function showGrips() {
  for (const grip of root.querySelectorAll("[data-grip]")) grip.hidden = false;
  for (const row of rows()) for (const form of row.querySelectorAll("form[action$='/place']")) form.dataset.row = row.id;
}

/* At once on the page, and then for good. */
function put(row, position) {
  const others = rows().filter((other) => other !== row);
  if (position < 1 || position > others.length + 1) return;
  const before = others[position - 1];
  if (before) before.before(row);
  else others.at(-1).after(row);
  rows().forEach((each, place) => { each.dataset.place = place + 1; });
  const form = row.querySelector("form[action$='/place']");
  form.elements.position.value = position;
  form.requestSubmit();
}

function byKey(event) {
  if (event.key === "Escape" && drag) return drop(false);
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const grip = event.target.closest?.("[data-grip]");
  if (!step || !grip) return undefined;
  event.preventDefault();
  const row = grip.closest("[data-place]");
  put(row, Number(row.dataset.place) + step);
  grip.focus();
  return undefined;
}

function grab(event) {
  const grip = event.target.closest("[data-grip]");
  if (!grip || event.button > 0) return;
  event.preventDefault();
  drag = { row: grip.closest("[data-place]"), grip };
  grip.setPointerCapture(event.pointerId);
  grip.addEventListener("pointermove", follow);
  grip.addEventListener("pointerup", () => drop(true), { once: true });
  grip.addEventListener("pointercancel", () => drop(false), { once: true });
  drag.row.classList.add("dragged");
}

function follow({ clientY }) {
  if (!drag) return;
  if (clientY < EDGE) scrollBy(0, -EDGE / 4);
  if (clientY > innerHeight - EDGE) scrollBy(0, EDGE / 4);
  const others = rows().filter((row) => row !== drag.row);
  drag.position = others.filter((row) => middle(row) < clientY).length + 1;
  clearMarks();
  const before = others[drag.position - 1];
  (before ?? others.at(-1))?.classList.add(before ? "drop-before" : "drop-after");
}

function middle(row) {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}

function clearMarks() {
  for (const row of rows()) row.classList.remove("drop-before", "drop-after");
}

function drop(isWanted) {
  const { row, grip, position } = drag ?? {};
  if (!row) return;
  drag = undefined;
  clearMarks();
  row.classList.remove("dragged");
  grip.removeEventListener("pointermove", follow);
  grip.focus();
  if (isWanted && position && position !== Number(row.dataset.place)) put(row, position);
}

/* ---- small things ---- */

function toNewItem(event) {
  if (!event.target.closest("a[href='#new-title']")) return;
  event.preventDefault();
  const field = document.getElementById("new-title");
  field.scrollIntoView({ block: "center" });
  field.focus();
}

/* Told before anything is sent; the server refuses it as well. */
function checkSize({ target }) {
  if (target.type !== "file" || !target.dataset.limit) return;
  const isTooLarge = target.files[0]?.size > Number(target.dataset.limit);
  target.setCustomValidity(isTooLarge ? target.dataset.tooLarge : "");
  target.reportValidity();
}
