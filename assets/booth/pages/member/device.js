/* One device in one election: what it has done, and what it does next.  Everything secret stays in the worker. */
import { problem } from "./server.js";

const LATEST = 5000; // ms at most until it is told that the ballot is in the box: not at once, so that the two cannot be paired

export class Device {
  constructor({ ask, server, key }) {
    Object.assign(this, { ask, server, key });
    this.uuid = this.lobby = null;
    this.election = null;
    this.words = [];
    this.isListed = this.isTold = this.isForgotten = false;
    this.tracker = this.receipt = this.found = null;
  }

  /* Registered under a credential of its own; in a new round under another.  A server that has started anew asks again. */
  async enter(now) {
    const isKnown = now.state !== "prepared" || this.lobby === now.lobby;
    if (this.uuid === now.uuid && isKnown) return;
    const [election, trustees] = await Promise.all(["election.json", "trustees.json"].map((one) => this.server.published(one)));
    const { words, public: own } = await this.ask("enter", { election, trustees });
    if (now.state === "prepared") await this.server.tell("credential", { public: own });
    Object.assign(this, { uuid: now.uuid, election: JSON.parse(election), words, lobby: now.lobby, isListed: false });
    await this.remember();
  }

  /* The credential of an election that was abandoned has nothing more to do. */
  async forget(uuid) {
    if (this.isForgotten) return;
    await this.ask("forget", { uuid });
    this.isForgotten = true;
  }

  /* What a reload has not forgotten. */
  async remember() {
    const { tracker, receipt } = await this.ask("state", { uuid: this.uuid });
    Object.assign(this, { tracker, receipt });
  }

  async list(now) {
    if (this.isListed) return;
    const register = await this.server.published("register.json");
    try {
      await this.ask("listed", { uuid: this.uuid, register, count: now.registered });
    } catch (fault) {
      if (["NOT_LISTED", "COUNT_DIFFERS"].includes(fault.code)) await this.server.tell("objection").catch(() => undefined);
      throw fault;
    }
    this.isListed = true;
  }

  async cast(marks) {
    await this.ask("make", { uuid: this.uuid, choices: [marks] });
    await this.ask("seal", { uuid: this.uuid });
    await this.remember();
    await this.send();
  }

  /* As often as it takes: the same ballot, which is in the box once. */
  async send() {
    if (!this.tracker || this.receipt) return;
    const address = `${this.server.at}/ballots`;
    try {
      const sent = await this.ask("resend", { uuid: this.uuid, address, key: this.key });
      if (sent.state !== "cast") throw problem("NO_NET");
    } finally {
      await this.remember(); // what the urn refused is no vote, and another may be made
    }
  }

  async tellReceipt() {
    if (this.isTold || !this.receipt) return;
    this.isTold = true;
    const [chance] = crypto.getRandomValues(new Uint32Array(1));
    setTimeout(() => this.server.tell("receipt").catch(() => (this.isTold = false)), (chance / 2 ** 32) * LATEST);
  }

  /* Is the own ballot among those that will be counted? */
  async find() {
    if (this.found !== null || !this.tracker) return;
    const board = await this.server.published("board.bel", "arrayBuffer");
    const { found } = await this.ask("find", { uuid: this.uuid, board });
    await this.server.tell("finding", { found: found ? 1 : 0 });
    this.found = found;
  }
}
