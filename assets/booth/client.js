/* The page's end of the booth: asks the worker and waits.

     const ask = await open({ worker: "/static/vendor/booth/worker.js", integrity: "sha384-…" });
     const { tracker } = await ask("make", { uuid, choices });   // throws Refused with .code
     const report = await ask("verify", { board }, (done) => { meter.value = done; });
*/
export class Refused extends Error {
  constructor({ code, text }) {
    super(`${code}: ${text}`);
    this.code = code;
  }
}

/* Refused as ALTERED unless the worker is the program that the page was published with. */
export async function open({ worker: address, integrity }) {
  await checkProgram(address, integrity);
  const worker = new Worker(address);
  const waiting = new Map();
  let last = 0;
  worker.onmessage = ({ data: { id, done, answer, refusal } }) => {
    const [resolve, reject, tell] = waiting.get(id);
    if (done === undefined) waiting.delete(id);
    if (done !== undefined) tell(done);
    else if (refusal) reject(new Refused(refusal));
    else resolve(answer);
  };
  worker.onerror = () => {
    const stopped = new Refused({ code: "MALFORMED", text: "the worker has stopped" });
    waiting.forEach(([, reject]) => reject(stopped));
  };
  return (job, told = {}, tell = () => {}) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, [resolve, reject, tell]);
      worker.postMessage({ id: last, job, ...told });
    });
}

/* The browser compares; then the same bytes come out of its cache when the worker is started. */
async function checkProgram(address, integrity) {
  if (!/^sha384-/.test(integrity)) throw new Refused({ code: "ALTERED", text: "no integrity is told" });
  try {
    await (await fetch(address, { integrity, cache: "force-cache" })).text();
  } catch {
    throw new Refused({ code: "ALTERED", text: "the worker is not the one that was published, or there is no net" });
  }
}
