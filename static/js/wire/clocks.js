/* Clocks run in the page, by the server's time. */
import { all, set, write } from "./page.js";

const DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm", hour: "2-digit", minute: "2-digit" });
const SECOND = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm", hour: "2-digit", minute: "2-digit", second: "2-digit" });
const SOON = 30; // seconds

let offset = 0; // ms that the server is ahead of this device

export const setOffset = (ms) => { offset = ms; };
export const timeOf = (iso) => SECOND.format(new Date(iso)).replaceAll(":", ".");

export function start() {
  show();
  setInterval(show, 250);
}

export function show() {
  const now = Date.now() + offset;
  for (const clock of all("[data-clock]")) {
    const { clock: kind, until, started, seconds } = clock.dataset;
    if (kind === "now") write(clock, DAY.format(now).replaceAll(":", "."));
    else if (until) write(clock, String(Math.max(0, Math.ceil((Date.parse(until) - now) / 1000))));
    else if (started) run(clock, (now - Date.parse(started)) / 1000, seconds);
  }
  for (const button of all("[data-ready]")) {
    if (Date.parse(button.dataset.ready) <= now) ["aria-disabled", "data-ready"].forEach((name) => button.removeAttribute(name));
  }
}

function run(clock, gone, seconds) {
  const left = seconds ? Math.ceil(seconds - gone) : Math.max(0, Math.floor(gone));
  write(clock, seconds && left < 0 ? `+${minutes(-left)}` : minutes(left));
  if (!seconds) return;
  set(clock, "data-late", left < 0 ? "" : undefined);
  const { meter, words, soon, over } = clock.dataset;
  if (meter) document.getElementById(meter).value = Math.min(gone, seconds);
  if (words) write(document.getElementById(words), left <= 0 ? over ?? "" : left <= SOON ? soon ?? "" : "");
}

function minutes(whole) {
  const [hours, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const tail = String(whole % 60).padStart(2, "0");
  return hours ? `${hours}:${String(rest).padStart(2, "0")}:${tail}` : `${rest}:${tail}`;
}
