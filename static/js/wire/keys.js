/* Single keys, which can be turned off.  A guarded one only moves focus; Enter does it. */
import { all, device, set, words } from "./page.js";
import { say } from "./say.js";

const KEYS = "klubba.keys";
const isOn = () => device.get(KEYS) !== "off";

export function start() {
  addEventListener("keydown", pressed);
  addEventListener("click", ({ target }) => {
    if (!target.closest("[data-keys-switch]")) return;
    device.set(KEYS, isOn() ? "off" : "on");
    show();
  });
  show();
}

function show() {
  for (const button of all("[data-keys-switch]")) set(button, "aria-pressed", isOn());
}

function pressed(event) {
  if (!isOn() || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable], dialog") || document.querySelector("dialog[open]")) return;
  const key = event.key.toLowerCase();
  const button = all("[data-key]").find((one) => one.dataset.key.toLowerCase() === key && isLive(one));
  if (!button) return;
  event.preventDefault();
  const folded = button.closest("details:not([open])");
  if (folded) folded.open = true;
  button.focus();
  if (!("keyGuard" in button.dataset)) button.click();
  else say(words.enter?.replace("{button}", button.querySelector("span")?.textContent ?? button.textContent), "alert");
}

const isLive = (button) => button.getAttribute("aria-disabled") !== "true" && !button.disabled && (button.closest("details:not([open])") ?? button).getClientRects().length > 0;
