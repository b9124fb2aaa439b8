/* The booth's worker: everything that computes, and everything that is secret, is here and not in the page. */
import { openDesk } from "./desk.js";
import { Store } from "./device/store.js";

const net = {
  fetch: (address, how) => fetch(address, how),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
const desk = Store.open(Date.now()).then((store) => openDesk({ store, net }));

onmessage = async ({ data: { id, job, ...told } }) => {
  if (told.board) told.board = new Uint8Array(told.board);
  const answered = await desk.then((ask) => ask(job, told), noMemory);
  postMessage({ id, ...answered });
};

/* A private window may have no memory: then no ballot could survive a reload, and none is made. */
function noMemory() {
  return { refusal: { code: "NO_MEMORY", text: "the browser lets nothing be kept" } };
}
