/* "Meddela mig": a notice from the browser when an item begins. Remembered on this device, for this meeting, and nowhere else. */
import { all, device, page, set, words } from "../wire/page.js";
import { say } from "../wire/say.js";

const PLACE = `klubba.notify.${page.meeting}`;
const title = document.title;
const asked = new Set(JSON.parse(device.get(PLACE) ?? "[]"));

export function start() {
  addEventListener("click", ({ target }) => {
    const button = target.closest("[data-notify]");
    if (button) toggle(button);
  });
  addEventListener("focus", () => { document.title = title; });
}

async function toggle(button) {
  const item = button.dataset.notify;
  if (!asked.delete(item)) {
    asked.add(item);
    say(await isAllowed() ? words.asked : words.refused);
  }
  device.set(PLACE, JSON.stringify([...asked]));
  show();
}

async function isAllowed() {
  if (!("Notification" in window)) return false;
  return await Notification.requestPermission() === "granted";
}

/* After every drawing: the buttons, and whether what was asked about has begun. */
export function show() {
  for (const button of all("[data-notify]")) {
    button.hidden = false;
    set(button, "aria-pressed", asked.has(button.dataset.notify));
  }
  const { item } = document.getElementById("now").dataset;
  if (!asked.has(item)) return;
  asked.delete(item);
  device.set(PLACE, JSON.stringify([...asked]));
  tell(document.querySelector(".now-item")?.textContent ?? "");
}

/* Some browsers let no page send a notice: then the page itself tells. */
function tell(what) {
  const text = words.begun.replace("{title}", what.trim());
  say(text, "alert");
  if (document.hidden) document.title = `● ${text}`;
  try {
    if (globalThis.Notification?.permission === "granted") new Notification(text, { tag: PLACE });
  } catch { /* told in the page */ }
}
