/* Reads a document in the page: only what is looked at is drawn, the place is remembered, and the page can follow the
   chair.  Without this script the first page stands there as a link to the file. */
const reader = document.getElementById("reader");
const { file, pdfjs, worker, parts, document: id, remember } = reader.dataset;
const region = document.getElementById("pages");
const field = document.getElementById("page");
const followButton = document.getElementById("follow");
const PLACE = `klubba.place.${remember}`;
const FOLLOWS = "klubba.follows";
const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];
const DRAWN = 8; // pages kept drawn at once: tablets have little memory
const LARGEST = 16_000_000; // pixels in one canvas

const place = read(PLACE) ?? {};
const sheets = [];
const drawn = new Map(); // page → what undoes it, the oldest first
let pdf;
let now = 1;
let zoom = ZOOMS.includes(place.zoom) ? place.zoom : 1;
let follows = read(FOLLOWS) !== false && shown()?.id === id;
let lib;

open().catch(() => {
  document.getElementById("plain").querySelector("span").textContent = reader.dataset.failed;
});

async function open() {
  lib = await import(pdfjs);
  lib.GlobalWorkerOptions.workerSrc = worker;
  pdf = await lib.getDocument({ url: file, isEvalSupported: false, useWasm: false, enableXfa: false,
    standardFontDataUrl: `${parts}fonts/`, wasmUrl: `${parts}wasm/` }).promise;
  await lay();
  listen();
  go(wanted(), "instant");
  if (followButton) showFollowing();
  tellOpen();
}

/* ---- laid out and drawn ---- */

async function lay() {
  const first = await pdf.getPage(1);
  const size = first.getViewport({ scale: 1 });
  region.replaceChildren();
  reader.querySelector("[data-tools]").hidden = false;
  for (let number = 1; number <= pdf.numPages; number += 1) region.append(sheet(number, size));
  fit();
  const eye = new IntersectionObserver(look, { rootMargin: "400px 0px" });
  sheets.forEach((each) => eye.observe(each.element));
}

function sheet(number, size) {
  const element = document.createElement("div");
  element.className = "sheet";
  element.id = `sheet-${number}`;
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", reader.dataset.pageWords.replace("{page}", number).replace("{count}", pdf.numPages));
  sheets.push({ number, element, width: size.width, height: size.height });
  return element;
}

/* At zoom 1 the first page is as wide as the window allows, but never wider than it is to read. */
function fit() {
  const room = Math.min(region.clientWidth, 1100);
  const scale = Math.min(room / sheets[0].width, 1.9) * zoom;
  for (const each of sheets) {
    each.scale = scale;
    each.element.style.width = `${Math.floor(each.width * scale)}px`;
    each.element.style.height = `${Math.floor(each.height * scale)}px`;
    each.element.style.setProperty("--total-scale-factor", scale);
    each.element.style.setProperty("--scale-round-x", "1px");
    each.element.style.setProperty("--scale-round-y", "1px");
  }
}

function look(entries) {
  for (const { target, isIntersecting } of entries) {
    const number = Number(target.id.slice("sheet-".length));
    if (isIntersecting) draw(sheets[number - 1]);
  }
}

async function draw(each) {
  const { number, element } = each;
  if (drawn.has(number)) return;
  drawn.set(number, () => element.replaceChildren());
  const page = await pdf.getPage(number);
  const own = page.getViewport({ scale: 1 });
  if (own.width !== each.width || own.height !== each.height) { Object.assign(each, { width: own.width, height: own.height }); fit(); }
  const viewport = page.getViewport({ scale: each.scale });
  const canvas = document.createElement("canvas");
  const sharp = Math.min(devicePixelRatio || 1, 2, Math.sqrt(LARGEST / (viewport.width * viewport.height)));
  canvas.width = Math.floor(viewport.width * sharp);
  canvas.height = Math.floor(viewport.height * sharp);
  const painting = page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] });
  const words = document.createElement("div");
  words.className = "textLayer";
  element.replaceChildren(canvas, words);
  drawn.set(number, () => { painting.cancel(); canvas.width = canvas.height = 0; element.replaceChildren(); });
  await painting.promise.catch(() => undefined);
  await new lib.TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport }).render().catch(() => undefined);
  forget();
}

function forget() {
  for (const number of [...drawn.keys()]) {
    if (drawn.size <= DRAWN) return;
    if (Math.abs(number - now) > 2) undo(number);
  }
}

function undo(number) {
  drawn.get(number)();
  drawn.delete(number);
}

/* ---- turned and zoomed ---- */

function listen() {
  document.getElementById("page-before").addEventListener("click", () => turn(-1));
  document.getElementById("page-after").addEventListener("click", () => turn(1));
  document.getElementById("smaller").addEventListener("click", () => rescale(-1));
  document.getElementById("larger").addEventListener("click", () => rescale(1));
  field.addEventListener("change", () => leave(Number(field.value)));
  followButton?.addEventListener("click", () => follow(!follows));
  addEventListener("keydown", byKey);
  addEventListener("scroll", () => requestAnimationFrame(notice), { passive: true });
  addEventListener("hashchange", () => go(wanted()));
  new ResizeObserver(debounced(resized, 200)).observe(region);
  const panel = document.getElementById("document");
  if (panel) new MutationObserver(heed).observe(panel.parentElement, { subtree: true, attributes: true, childList: true });
  addEventListener("pagehide", () => tellOpen(""));
}

function byKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, textarea, select")) return;
  const act = { PageDown: () => turn(1), PageUp: () => turn(-1), ArrowRight: () => turn(1), ArrowLeft: () => turn(-1),
    Home: () => leave(1), End: () => leave(pdf.numPages), "+": () => rescale(1), "-": () => rescale(-1) }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

const turn = (step) => leave(now + step);

/* By one's own hand: no longer the chair's page. */
function leave(number) {
  if (follows) follow(false);
  go(number);
}

function go(number, behavior = "auto") {
  now = Math.min(Math.max(Math.round(number) || 1, 1), pdf.numPages);
  sheets[now - 1].element.scrollIntoView({ behavior, block: "start" });
  told();
}

function notice() {
  const line = innerHeight / 3;
  const seen = sheets.findLast(({ element }) => element.getBoundingClientRect().top <= line) ?? sheets[0];
  if (seen.number === now) return;
  now = seen.number;
  told();
}

function told() {
  if (document.activeElement !== field) field.value = now;
  history.replaceState(history.state, "", `#sida=${now}`);
  write(PLACE, { page: now, zoom });
}

function rescale(step) {
  zoom = ZOOMS[Math.min(Math.max(ZOOMS.indexOf(zoom) + step, 0), ZOOMS.length - 1)];
  resized();
}

function resized() {
  const width = sheets[0].element.style.width;
  fit();
  if (sheets[0].element.style.width === width) return;
  for (const number of [...drawn.keys()]) undo(number);
  go(now, "instant");
  sheets.filter(({ element }) => isNear(element)).forEach(draw);
}

function isNear(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > -400 && top < innerHeight + 400;
}

function wanted() {
  const inAddress = /^#sida=(\d+)$/.exec(location.hash)?.[1];
  if (follows) return shown().page;
  return Number(inAddress ?? place.page ?? 1);
}

/* ---- the chair's page ---- */

function shown() {
  const panel = document.getElementById("document");
  return panel?.dataset.shown ? { id: panel.dataset.shown, page: Number(panel.dataset.page) } : undefined;
}

function heed() {
  showFollowing();
  const chair = shown();
  if (!follows || !chair) return;
  if (chair.id !== id) location.assign(`${reader.dataset.address}${chair.id}#sida=${chair.page}`);
  else if (chair.page !== now) { go(chair.page); say(reader.dataset.followed.replace("{page}", chair.page)); }
}

function follow(isWanted) {
  follows = isWanted;
  write(FOLLOWS, isWanted);
  showFollowing();
  heed();
  tellOpen();
}

function showFollowing() {
  if (!followButton) return;
  followButton.hidden = !shown();
  const text = String(follows);
  if (followButton.getAttribute("aria-pressed") !== text) followButton.setAttribute("aria-pressed", text);
}

/* The support desk sees which document is open.  Nothing depends on it. */
function tellOpen(open = id) {
  if (!reader.dataset.open) return;
  const token = document.querySelector("meta[name='csrf-token']")?.content;
  fetch(reader.dataset.open, { method: "PUT", keepalive: true, body: new URLSearchParams({ document: open, follows: follows ? "1" : "0" }),
    headers: { Accept: "application/json", "Idempotency-Key": crypto.randomUUID?.() ?? `${Date.now()}.${Math.random()}`, ...(token && { "X-CSRFToken": token }) } })
    .catch(() => undefined);
}

/* ---- small things ---- */

function say(text) {
  const voice = document.getElementById("say");
  voice.textContent = "";
  setTimeout(() => { voice.textContent = text; }, 50);
}

function debounced(act, pause) {
  let timer;
  return () => { clearTimeout(timer); timer = setTimeout(act, pause); };
}

function read(name) {
  try { return JSON.parse(localStorage.getItem(name) ?? "null"); } catch { return null; }
}

function write(name, value) {
  try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* the place is not kept */ }
}
