/* Koll: tries camera, microphone, sound, a vote and the line, row by row. All words stand in the page. */

const page = document.getElementById("koll");
const without = (page.dataset.without ?? "").split(" ");
const SILENT_AFTER = 8000;
const SLOW_VOTE = 1000;
const SLOW_LINE = 400;
const states = new Map();
let stream = null;
let voteTime = null;
let sound = null;

function show(name, state, said = state, values = {}) {
  const row = document.getElementById(`check-${name}`);
  if (!row) return;
  states.set(name, state);
  row.dataset.state = state;
  for (const one of ["wait", "ok", "fault"]) document.getElementById(`check-${name}-${one}`).hidden = one !== state;
  for (const part of row.querySelectorAll("[data-said]")) {
    part.hidden = part.dataset.said !== said;
    if (!part.hidden && !part.querySelector("button")) fill(part, values);
  }
  judge();
}

function fill(part, values) {
  part.dataset.words ??= part.textContent;
  part.textContent = part.dataset.words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function judge() {
  const all = [...states.values()];
  const asks = states.get("sound") === "wait" && all.filter((state) => state === "wait").length === 1;
  const verdict = all.includes("fault") ? "fault" : asks ? "ask" : all.includes("wait") ? "wait" : "ok";
  if (page.dataset.verdict === verdict) return;
  page.dataset.verdict = verdict;
  for (const part of page.querySelectorAll("[data-verdict]")) {
    part.hidden = !part.dataset.verdict.split(" ").includes(verdict);
  }
  document.getElementById("retry").hidden = verdict !== "fault";
  if (verdict === "ok" || verdict === "fault") record();
  document.getElementById("say").textContent = document.getElementById("verdict").innerText.trim();
}

const REASONS = { NotAllowedError: "denied", SecurityError: "denied", NotFoundError: "missing", OverconstrainedError: "missing" };

async function hearAndSee() {
  await Promise.all([see(), hear()]);
}

async function see() {
  if (without.includes("camera")) return;
  try {
    const camera = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1280 } } });
    document.querySelector("#own-picture video").srcObject = camera;
    show("camera", "ok");
  } catch (error) {
    show("camera", "fault", REASONS[error.name] ?? (navigator.mediaDevices ? "busy" : "missing"));
  }
}

async function hear() {
  if (without.includes("microphone")) return;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    listen(stream);
  } catch (error) {
    show("microphone", "fault", REASONS[error.name] ?? (navigator.mediaDevices ? "busy" : "missing"));
  }
}

/* Green as soon as something is heard; a fault first after a long silence. */
function listen(microphone) {
  const meter = audio().createAnalyser();
  meter.fftSize = 512;
  audio().createMediaStreamSource(microphone).connect(meter);
  const samples = new Uint8Array(meter.fftSize);
  const began = performance.now();
  const bar = document.getElementById("level");
  const timer = setInterval(() => {
    if (microphone !== stream) return clearInterval(timer);
    meter.getByteTimeDomainData(samples);
    const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0);
    bar.value = Math.min(100, loudest * 2);
    if (loudest > 6) show("microphone", "ok");
    else if (states.get("microphone") === "wait" && performance.now() - began > SILENT_AFTER) show("microphone", "fault", "silent");
  }, 100);
}

function audio() {
  sound ??= new AudioContext();
  return sound;
}

/* The press is what lets sound start, in every browser. */
async function play() {
  await audio().resume();
  [523, 784].forEach((pitch, place) => tone(pitch, audio().currentTime + 0.1 + place * 0.5));
  show("sound", "wait", "heard");
}

function tone(pitch, at) {
  const oscillator = audio().createOscillator();
  const volume = audio().createGain();
  oscillator.frequency.value = pitch;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.3, at + 0.05);
  volume.gain.linearRampToValueAtTime(0, at + 0.4);
  oscillator.connect(volume).connect(audio().destination);
  oscillator.start(at);
  oscillator.stop(at + 0.45);
}

async function vote() {
  const began = performance.now();
  try {
    await send("POST", page.dataset.vote, new FormData());
    voteTime = Math.round(performance.now() - began);
    const seconds = (voteTime / 1000).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
    show("vote", voteTime > SLOW_VOTE ? "fault" : "ok", voteTime > SLOW_VOTE ? "slow" : "ok", { seconds });
  } catch {
    show("vote", "fault", "lost");
  }
}

async function measure() {
  const times = [];
  try {
    for (let turn = 0; turn < 5; turn += 1) {
      const began = performance.now();
      const answer = await fetch(page.dataset.still, { method: "HEAD", cache: "no-store" });
      if (!answer.ok) throw new Error(answer.status);
      times.push(performance.now() - began);
    }
  } catch {
    return show("line", "fault", "lost");
  }
  const ms = Math.round(times.sort((a, b) => a - b)[2]);
  show("line", ms > SLOW_LINE ? "fault" : "ok", ms > SLOW_LINE ? "slow" : "ok", { ms });
}

async function send(method, address, body) {
  const headers = {
    "Accept": "application/json",
    "Idempotency-Key": crypto.randomUUID?.() ?? String(Math.random()).slice(2),
    "X-CSRFToken": document.querySelector('meta[name="csrf-token"]').content,
  };
  const answer = await fetch(address, { method, body, headers, keepalive: true });
  if (!answer.ok) throw new Error(answer.status);
}

/* The support desk sees what did not work, also while the member is still looking at this page. */
function record() {
  const body = new FormData();
  for (const [name, state] of states) if (state === "fault") body.append("fault", name);
  if (voteTime !== null) body.append("vote_ms", voteTime);
  return send("PUT", page.dataset.record, body).catch(() => undefined);
}

async function run() {
  for (const row of page.querySelectorAll("[data-check]")) {
    if (states.get(row.dataset.check) !== "ok") show(row.dataset.check, "wait");
  }
  await Promise.all([hearAndSee(), vote(), measure()]);
}

for (const id of ["play", "again"]) document.getElementById(id).addEventListener("click", play);
document.getElementById("heard").addEventListener("click", () => show("sound", "ok"));
document.getElementById("unheard").addEventListener("click", () => show("sound", "fault", "unheard"));
document.getElementById("retry-button").addEventListener("click", run);
document.getElementById("enter").addEventListener("click", record);
navigator.wakeLock?.request("screen").catch(() => undefined);
run();
