/* The booth's worker: everything that computes, and everything that is secret, is here and not in the page. */
import { openDesk } from "./desk.js";
import { nothing, Store } from "./device/store.js";
import { teamOf } from "./device/team.js";

const net = {
  fetch: (address, how) => fetch(address, how),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
const desk = Store.open(Date.now()).catch(() => nothing).then((store) => openDesk({ store, net, team: teamOf(self) }));

onmessage = async ({ data: { id, job, ...told } }) => {
  if (told.board) told.board = new Uint8Array(told.board);
  const tell = (done) => postMessage({ id, done });
  postMessage({ id, ...(await (await desk)(job, told, tell)) });
};
