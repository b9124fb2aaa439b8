/* The public's page: no socket, no account. It looks at the snapshot every other second and redraws what has changed. */
import { all, meeting, page, redraw, redrawn, words, write } from "./wire/page.js";
import * as clocks from "./wire/clocks.js";
import { morph } from "./wire/morph.js";
import * as say from "./wire/say.js";
import * as seats from "./wire/seats.js";
import * as notices from "./public/notices.js";

const EVERY = 2_500; // ms between looks, give or take a fifth
const UNSEEN = 4; // times as long when nobody sees the page
const OVER = 24; // times as long when the meeting is closed
const CLOSE = 2_000; // ms that two clocks may differ
const TOLD = 2; // misses in a row: one alone is nothing
const SLOWEST = 30_000; // ms, while the server does not answer
const address = `${meeting}/snapshot.json${page.language && page.language !== "sv" ? `?language=${page.language}` : ""}`;

const drawn = {}; // panel → the HTML that stands in the page
let seen = Number(page.seq);
let heard = Date.now();
let failures = 0;
let next;
let looking = false;

redrawn.push(seats.show, clocks.show, notices.show, say.scan);
document.getElementById("as-of").hidden = true;
document.getElementById("by-itself").hidden = false;
clocks.start();
say.start();
notices.start();
redraw();
document.addEventListener("visibilitychange", () => document.hidden || look());
for (const event of ["online", "pageshow"]) addEventListener(event, look);
wait();

/* One look at a time; the browser itself asks whether anything is new. */
async function look() {
  if (looking) return;
  looking = true;
  const answer = await fetch(address, { cache: "no-cache" }).catch(() => undefined);
  const snapshot = answer?.ok ? await answer.json().catch(() => undefined) : undefined;
  looking = false;
  const told = Date.parse(answer?.headers.get("Date") ?? "") - Date.now();
  if (Math.abs(told) > CLOSE) clocks.setOffset(told);
  if (snapshot) found(snapshot);
  else lost();
  wait(Number(answer?.headers.get("Retry-After")) * 1000);
}

function wait(atLeast = 0) {
  const isOver = document.querySelector("#now[data-over]");
  const pace = EVERY * (document.hidden ? UNSEEN : 1) * (isOver ? OVER : 1);
  const calm = failures ? Math.min(SLOWEST, EVERY * 2 ** (failures - 1)) : pace;
  clearTimeout(next);
  next = setTimeout(look, Math.max(atLeast || 0, calm * (0.8 + 0.4 * Math.random())));
}

function found({ seq, panels, seats: strings }) {
  if (failures >= TOLD) turn("ok", words.back);
  failures = 0;
  heard = Date.now();
  if (seq === seen) return;
  seen = seq;
  for (const [name, html] of Object.entries(panels)) if (drawn[name] !== html) morph(name, drawn[name] = html);
  for (const [name, string] of Object.entries(strings)) seats.follow(name, string);
  redraw();
}

function lost() {
  failures += 1;
  if (failures === TOLD) turn("again", words.broke);
}

function turn(line, text) {
  for (const time of all("[data-heard]")) write(time, clocks.timeOf(heard));
  for (const element of all("[data-if-line]")) element.hidden = element.dataset.ifLine !== line;
  document.getElementById("by-itself").hidden = line !== "ok";
  say.say(text);
}
