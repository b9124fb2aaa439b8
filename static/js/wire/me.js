/* What the server knows about this person alone, and the attributes that show it. */
import { all, meeting, page, redraw, set, tell, write } from "./page.js";

const known = {};
const heard = {};

export const me = known;
export const heardAt = (name) => heard[name] ?? 0;

export async function ask() {
  if (!page.person) return;
  const answer = await fetch(`${meeting}/me`, { headers: { Accept: "application/json" } });
  if (answer.ok) merge(await answer.json(), true);
}

/* Parts may overtake each other: the newest of each name holds.  `whole`: what is not named is gone. */
export function merge({ seq, me: fresh }, whole = false) {
  const names = new Set([...Object.keys(fresh), ...(whole ? Object.keys(known) : [])]);
  for (const name of names) {
    if (seq < heardAt(name)) continue;
    heard[name] = seq;
    if (fresh[name] == null) delete known[name];
    else known[name] = fresh[name];
  }
  redraw();
  tell("me", known);
}

/* "a=1,b=2 !c": spaces are or, commas are and. */
export const holds = (rule) => rule.split(/\s+/).some((part) => part.split(",").every(isTrue));

function isTrue(condition) {
  if (condition.startsWith("!")) return !isTrue(condition.slice(1));
  const [path, wanted] = condition.split("=");
  const found = look(path);
  return wanted === undefined ? Boolean(found) : String(found) === wanted;
}

export const look = (path) => path.split(".").reduce((value, name) => value?.[name], known);

/* Reasons come in Swedish, and a page in another language brings its own words for them: # is a number. */
const said = JSON.parse(page.reasons ?? "{}");

function translated(reason) {
  const numbers = String(reason).match(/\d+/g) ?? [];
  return said[String(reason).replace(/\d+/g, "#")]?.replace(/#/g, () => numbers.shift());
}

/* "nummer {floor.place}" with what is known; more can be given by name. */
export const fill = (text, more = {}) =>
  text.replace(/\{([\w.]+)\}/g, (whole, path) => more[path] ?? translated(look(path)) ?? look(path) ?? whole);

/* What was pressed has gone: focus goes to what stands in its place, or to the heading above it. */
function moveOn(left) {
  const beside = [...left.parentElement.children].filter((element) => element !== left && element.dataset.ifMe && !element.hidden);
  const next = beside.map((element) => element.querySelector("button, a[href]") ?? element).find((element) => element.matches("button, a[href]"));
  (next ?? left.closest("section, dialog")?.querySelector("h1, h2, h3"))?.focus({ preventScroll: true });
}

export function show() {
  let left;
  for (const element of all("[data-if-me]")) {
    const hidden = !holds(element.dataset.ifMe);
    if (element.hidden === hidden) continue;
    if (hidden && element.contains(document.activeElement)) left = element;
    element.hidden = hidden;
  }
  if (left) moveOn(left);
  for (const element of all("[data-pressed-if-me]")) set(element, "aria-pressed", holds(element.dataset.pressedIfMe));
  for (const element of all("[data-greyed-if-me]")) set(element, "aria-disabled", holds(element.dataset.greyedIfMe));
  for (const element of all("[data-me-text]")) write(element, fill(element.dataset.meText));
  for (const element of all("[data-person]")) {
    if (element !== document.body) set(element, "data-own", element.dataset.person === page.person ? "" : undefined);
  }
}
