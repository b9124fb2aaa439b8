/* Checks a whole election from its file, in the reader's own browser.  PROTOCOL 14. */
import { open } from "../client.js";

const place = (id) => document.getElementById(id);
const HEAD = 8; // characters, as in the minutes
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

async function check(file) {
  const { worker, workerIntegrity: integrity } = document.body.dataset;
  for (const part of ["accepted", "rejected"]) place(part).hidden = true;
  progress(0);
  const ask = await open({ worker, integrity });
  const report = await ask("verify", { board: await file.arrayBuffer() }, progress);
  place("progress").hidden = true;
  if (report.verdict === "accept") accepted(report);
  else rejected(report.reasons[0]);
}

function progress(done) {
  const part = place("progress");
  part.hidden = false;
  part.textContent = filled(part.dataset.words, { part: Math.round(100 * done) });
}

function accepted({ archive, election, head, counts, readable }) {
  const values = { ...counts, ...archive, name: election.name, height: head.height, head: head.hash.slice(0, HEAD).toUpperCase() };
  for (const part of document.querySelectorAll("#accepted [data-words]")) part.textContent = filled(part.dataset.words, values);
  const rows = (readable || []).flatMap(({ answers = [], blank }) => [...answers.map(({ text, votes }) => `${text}: ${votes}`), `${place("blank-words").textContent}: ${blank}`]);
  place("result").replaceChildren(...rows.map((textContent) => Object.assign(document.createElement("li"), { textContent })));
  place("accepted").hidden = false;
}

function rejected({ code, text }) {
  const own = document.querySelector(`#refusals [data-code="${code}"]`);
  place("why").textContent = own ? own.textContent : text;
  place("rejected").hidden = false;
}

const wrong = (fault) => {
  place("progress").hidden = true;
  rejected({ code: fault.code || "MALFORMED", text: fault.message });
};
place("board").addEventListener("change", ({ target }) => target.files[0] && check(target.files[0]).catch(wrong));
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file) check(file).catch(wrong);
});
