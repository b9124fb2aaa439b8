/* The booth's page.  Asks how far the election has come, lets the device do its part, and shows it; all words stand in the
   page.  PROTOCOL 18.2. */
import { open } from "../client.js";
import { Choosing } from "./member/choosing.js";
import { Device } from "./member/device.js";
import { receipt, show, trouble, words } from "./member/drawing.js";
import { Server } from "./member/server.js";

const CALM = 2000; // ms between questions
const button = (id) => document.getElementById(id);
const server = new Server(document.body.dataset.at);
let device = null;
let now = { state: "draft" };
let choosing = null;
let isReviewing = false;
let timer = null;

async function begin() {
  const { worker, workerIntegrity: integrity, receiptKey: key } = document.body.dataset;
  device = new Device({ ask: await open({ worker, integrity }), server, key });
  await turn();
}

async function turn() {
  clearTimeout(timer);
  try {
    now = await server.state();
    await doOurPart();
    trouble(null);
  } catch (fault) {
    trouble(fault);
  }
  draw();
  clearTimeout(timer);
  timer = setTimeout(turn, CALM);
}

/* What the state of the election asks of the device, in order. */
async function doOurPart() {
  if (now.state === "draft" || !now.uuid) return;
  if (now.state === "abandoned") return device.forget(now.uuid);
  await device.enter(now);
  words(device.words);
  if (now.state === "frozen" || now.state === "open") await device.list(now);
  if (now.state === "open" && !choosing && !device.tracker) choosing = new Choosing(device.election.questions[0]);
  if (now.state === "open" || now.state === "closed") await device.send();
  await device.tellReceipt();
  if (now.state === "closed") await device.find();
}

function draw() {
  if (device && device.tracker) receipt(device.tracker);
  show(step(), now);
}

function step() {
  const { state } = now;
  if (state === "draft") return "waiting";
  if (state === "abandoned" || state === "counted") return state;
  if (device.found !== null) return device.found ? "found" : "lost";
  if (device.tracker) return device.receipt ? "cast" : "sending";
  if (state === "prepared") return "connected";
  if (state === "frozen") return "listed";
  if (state !== "open") return "missed";
  return isReviewing ? "review" : "choose";
}

function review(event) {
  event.preventDefault();
  if (!choosing || !choosing.isWhole()) return;
  choosing.review();
  isReviewing = true;
  draw();
}

function change() {
  isReviewing = false;
  draw();
}

async function cast() {
  const marks = choosing.marks();
  choosing.forget();
  isReviewing = false;
  await device.cast(marks).catch(trouble);
  if (!device.tracker) choosing = null; // it was never sealed: choose again
  await turn();
}

/* Pressed twice, it is done once. */
function pressing(work) {
  return async ({ currentTarget: pressed }) => {
    if (pressed.getAttribute("aria-busy")) return;
    pressed.setAttribute("aria-busy", "true");
    await work();
    pressed.removeAttribute("aria-busy");
  };
}

button("choose").addEventListener("submit", review);
button("change").addEventListener("click", change);
button("cast").addEventListener("click", pressing(cast));
begin().catch(trouble);
