/* One election at the teller's: seen when it was frozen, checked when it has closed, opened with one press.  PROTOCOL 12.
   The worker checks everything from the archive itself; the server's word is only a reason to look. */
import { filled, setHidden, setText } from "./drawing.js";

const WATCHED = ["frozen", "open", "closed", "mixed"];
const BEFORE = ["frozen", "open", "closed", "checking"];
const HEAD = 8; // characters, as on the wall
const place = (id) => document.getElementById(id);

export class Count {
  constructor({ ask, server }) {
    Object.assign(this, { ask, server });
    this.now = null; // the election that goes on with our key: {id, uuid, state, …}
    this.seen = new Set(); // what the worker has been given to watch
    this.found = null; // what it found in the urn: {uuid, head, ballots}, or {uuid, code}
    this.released = new Set();
    this.shown = null;
  }

  async turn(told) {
    this.now = await this.ours(told);
    if (!this.now) return;
    await this.watch(told);
    if (this.now.counting && !(this.found && this.found.uuid === this.now.uuid)) await this.check(told);
  }

  /* The latest election that our key opens and that has come so far. */
  async ours({ ceremony, elections }) {
    for (const id of [...elections].reverse()) {
      const standing = JSON.parse(await this.server.published(id, "state.json"));
      if (standing.ceremony === ceremony && WATCHED.includes(standing.state)) return { id, ...standing };
    }
    return null;
  }

  async watch({ name: ceremony }) {
    const { id, uuid } = this.now;
    if (this.seen.has(uuid)) return;
    const texts = ["election.json", "trustees.json", "register.json"].map((name) => this.server.published(id, name));
    const [election, trustees, register] = await Promise.all(texts);
    await this.ask("watch", { ceremony, election, trustees, register });
    this.seen.add(uuid);
  }

  async check({ name: ceremony }) {
    const { uuid } = this.now;
    this.found = { uuid, isChecking: true };
    this.draw();
    this.urn = await this.fetched(ceremony).catch((fault) => {
      this.found = null; // no net: looked at again
      throw fault;
    });
    this.found = await this.ask("inspect", this.urn).then((found) => ({ uuid, ...found }), ({ code }) => ({ uuid, code }));
  }

  /* What was found may have been a download that broke. */
  forget() {
    this.found = null;
  }

  async fetched(ceremony) {
    const { id, uuid, minimum } = this.now;
    const board = await this.server.published(id, "board.bel", "arrayBuffer");
    const trackers = JSON.parse(await this.server.published(id, "trackers.json"));
    return { ceremony, uuid, board, trackers, minimum };
  }

  /* The part of the key that opens this urn, and no other one of the same election. */
  async release() {
    if (this.state() !== "checked") return;
    const { id, uuid } = this.now;
    const { partial } = await this.ask("release", this.urn);
    await this.server.share(id, partial).catch((fault) => {
      if (fault.status !== 409) throw fault; // 409: it has been handed in already, or the urn is open
    });
    this.released.add(uuid);
  }

  state() {
    const { now, found } = this;
    if (!now) return null;
    if (this.released.has(now.uuid)) return "released";
    if (!now.counting) return now.state === "mixed" ? "closed" : now.state;
    if (!found || found.uuid !== now.uuid || found.isChecking) return "checking";
    if (found.code) return found.code === "TOO_FEW" ? "few" : "refused";
    return "checked";
  }

  draw() {
    const state = this.state();
    setHidden(place("count"), state === null);
    if (state === null) return;
    setText(place("count-name"), this.now.title || "");
    for (const part of document.querySelectorAll("[data-count]")) setHidden(part, part.dataset.count !== state);
    for (const part of document.querySelectorAll("#count [data-words]")) setText(part, filled(part.dataset.words, this.values()));
    const isDark = state !== "checked";
    place("release").setAttribute("aria-disabled", String(isDark));
    setHidden(place("release"), state === "released");
    setHidden(place("release-why"), !BEFORE.includes(state));
    this.say(state);
  }

  values() {
    const head = (this.found && this.found.head) || { height: "", hash: "" };
    return { ...this.now, ...this.found, height: head.height, prefix: head.hash.slice(0, HEAD).toUpperCase() };
  }

  /* Told once, when it changes. */
  say(state) {
    if (this.shown === state) return;
    this.shown = state;
    const part = document.querySelector(`[data-count="${state}"]`);
    if (part) place("say").textContent = part.innerText.trim();
  }
}
