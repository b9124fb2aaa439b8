/* One voice: two live regions and two cues.  Each text is told once, when it comes. */
import { all, device, set } from "./page.js";

const TOGETHER = 500; // ms within which two messages become one
const TONES = { vote: [660, 880], floor: [523, 784] }; // Hz
const SOUND = "klubba.sound";

const waiting = { status: [], alert: [] };
const regions = { status: "say", alert: "say-now" };
let told = new Map();
let audio;

export function start() {
  told = present();
  addEventListener("pointerdown", wake);
  addEventListener("keydown", wake);
  addEventListener("click", ({ target }) => {
    if (!target.closest("[data-sound-switch]")) return;
    device.set(SOUND, isOn() ? "off" : "on");
    showSwitch();
  });
  showSwitch();
}

export function say(text, how = "status") {
  const queue = waiting[how];
  if (!text || queue.includes(text)) return;
  if (queue.push(text) === 1) setTimeout(() => speak(how), TOGETHER);
}

function speak(how) {
  const region = document.getElementById(regions[how]);
  const text = waiting[how].splice(0).join(" ");
  if (!region) return;
  region.textContent = "";
  setTimeout(() => { region.textContent = text; }, 50); // a change is what is read
}

/* Texts that have come since the last look. */
export function scan() {
  const now = present();
  for (const [slot, [text, { dataset }]] of now) {
    if (told.has(slot)) continue;
    say(text, dataset.say);
    if (dataset.tone) sound(dataset.tone);
  }
  told = now;
}

/* What is there to be told, by panel and text: morphing may give an old element a new text, or an old text a new one. */
function present() {
  const found = new Map();
  for (const element of all("[data-say]")) {
    const text = (element.dataset.sayText ?? element.textContent).trim().replace(/\s+/g, " ");
    if (text && !element.closest("[hidden]")) found.set(`${element.closest("section[id]")?.id} ${text}`, [text, element]);
  }
  return found;
}

const isOn = () => device.get(SOUND) !== "off";

function showSwitch() {
  for (const button of all("[data-sound-switch]")) set(button, "aria-pressed", isOn());
}

/* A browser lets sound out only after a first press. */
function wake() {
  audio ??= window.AudioContext && new AudioContext();
  if (audio?.state === "suspended") audio.resume();
}

export function sound(cue) {
  if (!isOn() || audio?.state !== "running") return;
  TONES[cue]?.forEach((pitch, place) => tone(pitch, audio.currentTime + place * 0.22));
}

function tone(pitch, at) {
  const source = audio.createOscillator();
  const level = audio.createGain();
  source.frequency.value = pitch;
  level.gain.setValueAtTime(0, at);
  level.gain.linearRampToValueAtTime(0.12, at + 0.02);
  level.gain.linearRampToValueAtTime(0, at + 0.2);
  source.connect(level).connect(audio.destination);
  source.start(at);
  source.stop(at + 0.2);
}
