/* The teller's page.  Asks the server whose turn it is, lets the worker answer, and shows how it goes; all words stand in
   the page, and everything secret stays in the worker. */
import { open } from "../client.js";
import { draw, tell, trouble } from "./teller/drawing.js";
import { sure } from "./teller/asking.js";
import { Count } from "./teller/count.js";
import { Server } from "./teller/server.js";

const BUSY = 400; // milliseconds between questions while the rounds go on
const CALM = 2000; // and otherwise; the server misses a page after seven seconds
const server = new Server(document.body.dataset.base);
const button = (id) => document.getElementById(id);
let ask = null;
let told = {};
let device = { seat: null, words: null };
let timer = null;
let count = null;

async function begin() {
  const { worker, workerIntegrity: integrity } = document.body.dataset;
  ask = await open({ worker, integrity });
  count = new Count({ ask, server });
  await turn();
}

/* One turn: hear how it stands, answer if it is ours to answer, show it, and come again. */
async function turn() {
  clearTimeout(timer);
  let pause = CALM;
  try {
    await hear();
    if (isOurTurn()) await answer();
    if (told.ready && device.seat !== null && !told.deleted) await count.turn(told);
    trouble(null);
    pause = isGoingOn() ? BUSY : CALM;
  } catch (fault) {
    trouble(fault);
  }
  draw(told, device);
  count.draw();
  clearTimeout(timer);
  timer = setTimeout(turn, pause);
}

async function hear() {
  told = await server.standing(device.seat !== null);
  device = told.ceremony ? await ask("seated", { ceremony: told.name }) : { seat: null, words: null };
  const differ = device.words && told.words && device.words.join() !== told.words.join();
  if (differ) throw Object.assign(new Error("the words differ"), { code: "WORDS_DIFFER" });
}

const isGoingOn = () => device.seat !== null && Boolean(told.round) && !told.stopped;

const isOurTurn = () => isGoingOn() && told.given;

async function answer() {
  const { message, words } = await ask("answer", { ceremony: told.name, round: told.round, given: told.given });
  device.words = words;
  await server.say(told.ceremony, told.round, message);
}

async function sit() {
  const { name: ceremony, group, seat, seats, threshold } = told;
  await ask("sit", { ceremony, group, seat, seats, threshold });
  stayAwake();
  await turn();
}

async function agree() {
  await server.agree(told.ceremony);
  await turn();
}

async function differ() {
  if (!(await sure("differ", told))) return;
  await server.stop(told.ceremony);
  await turn();
}

/* The key goes first; then it is told, so that nobody counts on it. */
async function leave() {
  if (!(await sure("leave", told))) return;
  await ask("leave", { ceremony: told.name });
  await server.forget(told.ceremony);
  await turn();
}

async function release() {
  await count.release(told);
  await turn();
}

async function lookAgain() {
  count.forget();
  await turn();
}

function stayAwake() {
  if (document.visibilityState === "visible" && device.seat !== null) navigator.wakeLock?.request("screen").catch(() => {});
}

/* A press that fails is told, and can be made again. */
function pressing(work) {
  return async ({ currentTarget: pressed }) => {
    if (pressed.getAttribute("aria-busy")) return;
    pressed.setAttribute("aria-busy", "true");
    await work().catch((fault) => tell(fault));
    pressed.removeAttribute("aria-busy");
  };
}

button("begin").addEventListener("click", pressing(sit));
button("agree").addEventListener("click", pressing(agree));
button("differ").addEventListener("click", pressing(differ));
button("release").addEventListener("click", pressing(release));
button("again").addEventListener("click", pressing(lookAgain));
button("leave").addEventListener("click", pressing(leave));
document.addEventListener("visibilitychange", stayAwake);
window.addEventListener("beforeunload", (event) => {
  if (device.seat === null || told.deleted || told.stopped) return;
  event.preventDefault();
  event.returnValue = "";
});
begin().catch(trouble);
