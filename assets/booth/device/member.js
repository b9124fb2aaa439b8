/* What a member's device does: registers, votes, looks for its ballot.  PROTOCOL 9, 10, 11. */
import { trackerOf } from "../ballot/ballots.js";
import { areSame, bytesOf, bytesOfBase64, hexOf } from "../ballot/bytes.js";
import { dump } from "../ballot/canonical.js";
import { hexadecimal } from "../ballot/hashing.js";
import { demand } from "../ballot/reasons.js";
import { checkOrder, readBoard } from "../ballot/walk.js";
import { spoken } from "../ballot/words.js";
import { makeBallot } from "../making/ballots.js";
import { derive, newCredential } from "../making/credentials.js";
import { send } from "./cast.js";
import { readReceipt } from "./receipts.js";

const RECEIPT = 60 * 24 * 3600_000; // ms that a receipt is kept

/* The jobs of a member.  Kept on the device: `member.<uuid>` {election, trustees, credential}, `register.<uuid>` {hash},
   `ballot.<uuid>` {ballot} and `receipt.<uuid>` {tracker, receipt}. */
export class Member {
  constructor({ store, net, elections }) {
    Object.assign(this, { store, net, elections });
    this.made = new Map(); // ballots that nobody has seen, with the randomness that opens them
  }

  /* Checks what is voted on and who holds the key; the credential is made once and survives a reload. */
  async enter({ election: terms, trustees }) {
    const { election } = await this.elections.read(terms, trustees);
    const { uuid, group, fingerprint } = election;
    const drawn = { election: terms, trustees, credential: (await newCredential(group, uuid)).text };
    const kept = await this.store.add(`member.${uuid}`, drawn);
    const isSame = kept.election === terms && kept.trustees === trustees;
    demand(isSame, "OTHER_ELECTION", "another election has the same name");
    const credential = await derive(group, uuid, kept.credential);
    return { uuid, fingerprint, words: await spoken([fingerprint]), public: String(credential.known) };
  }

  /* Is the own credential in the register, and are they as many as the wall says?  Makes ready for a quick ballot. */
  async listed({ uuid, register, count }) {
    const { election, credential } = await this.opened(uuid);
    const found = await this.elections.register(election.group, register);
    demand(found.has(credential.known), "NOT_LISTED", "the own credential is not in the register");
    demand(found.size === count, "COUNT_DIFFERS", "the register does not have the number on the wall");
    await this.store.put(`register.${uuid}`, { hash: await hexadecimal(register) });
    election.key.warm();
    return { size: found.size };
  }

  /* A ballot that nobody sees until it is cast; made again, it is another one. */
  async make({ uuid, choices }) {
    const { election, credential } = await this.opened(uuid);
    await this.refuseSecond(uuid);
    const made = await makeBallot(election, credential, choices);
    this.made.set(uuid, made);
    return { tracker: await trackerOf(made.ballot) };
  }

  async refuseSecond(uuid) {
    demand(!(await this.tracker(uuid)), "ALREADY_CAST", "a ballot has been cast from here");
  }

  /* Opens the ballot instead of casting it; then it is void. */
  async try({ uuid }) {
    const { election } = await this.kept(uuid);
    const { ballot, chances } = this.taken(uuid);
    return { trial: dump({ election, ballot, chances }), tracker: await trackerOf(ballot) };
  }

  async cast(told) {
    await this.seal(told);
    return this.resend(told);
  }

  /* Kept before it is sent, so that a reload sends the same one; what it says is forgotten. */
  async seal({ uuid }) {
    await this.kept(uuid);
    const { ballot } = this.taken(uuid);
    const standing = await this.store.add(`ballot.${uuid}`, { ballot });
    demand(standing.ballot === ballot, "ALREADY_CAST", "a ballot has been cast from here");
    return { tracker: await trackerOf(ballot), ballot };
  }

  taken(uuid) {
    const found = this.made.get(uuid);
    demand(found, "NOT_HERE", "no ballot has been made");
    this.made.delete(uuid);
    return found;
  }

  async resend({ uuid, address, key }) {
    const ballot = await this.ballot(uuid);
    const said = await this.sendOrDrop(uuid, address, ballot);
    const tracker = await trackerOf(ballot);
    if (said === undefined) return { tracker, state: "waiting", receipt: null };
    const receipt = await readReceipt(said.trim(), { uuid, ballot, key });
    await this.store.put(`receipt.${uuid}`, { tracker, receipt }, RECEIPT);
    return { tracker, state: "cast", receipt };
  }

  /* What the server will never take is no vote: the member may make another. */
  async sendOrDrop(uuid, address, ballot) {
    try {
      return await send(this.net, address, ballot);
    } catch (fault) {
      if (fault.code === "REFUSED") await this.store.remove(`ballot.${uuid}`);
      throw fault;
    }
  }

  /* For whoever sends the sealed ballot in another way: the receipt that came back. */
  async sent({ uuid, receipt: told, key }) {
    const ballot = await this.ballot(uuid);
    const receipt = await readReceipt(dump(told), { uuid, ballot, key });
    await this.store.put(`receipt.${uuid}`, { tracker: receipt.tracker, receipt }, RECEIPT);
    return { tracker: receipt.tracker };
  }

  /* What the device has, after a reload too. */
  async state({ uuid }) {
    const [kept, own] = await Promise.all(["member", "receipt"].map((part) => this.store.get(`${part}.${uuid}`)));
    const receipt = (own && own.receipt) || null;
    return { credential: Boolean(kept), tracker: await this.tracker(uuid), receipt };
  }

  /* Of the ballot that has been cast from here, also when only its receipt is left; else null. */
  async tracker(uuid) {
    const [cast, own] = await Promise.all(["ballot", "receipt"].map((part) => this.store.get(`${part}.${uuid}`)));
    if (cast) return trackerOf(cast.ballot);
    return own ? own.tracker : null;
  }

  /* Is the own ballot in the urn that is counted?  Then the credential and the ballot have done their work. */
  async find({ uuid, board }) {
    const { election, kept } = await this.opened(uuid);
    const tracker = await this.tracker(uuid);
    demand(tracker, "NOT_HERE", "no ballot has been cast from here");
    const { setup, steps, head } = await readBoard(board);
    checkOrder(steps, election);
    await this.checkSetup(uuid, kept, setup);
    const ballots = steps.filter(({ kind }) => kind === "Ballot");
    const own = hexOf(bytesOfBase64(tracker)); // the same hash, as the archive writes it
    const found = ballots.some(({ payload }) => payload === own);
    if (found) await this.rest(uuid, tracker);
    return { found, ballots: ballots.length, head };
  }

  /* Election, trustees and register are those that the device has seen before. */
  async checkSetup(uuid, kept, { election, trustees, register }) {
    const isThis = areSame(election, bytesOf(kept.election)) && areSame(trustees, bytesOf(kept.trustees));
    demand(isThis, "OTHER_ELECTION", "the urn is that of another election");
    const seen = await this.store.get(`register.${uuid}`);
    const isSame = !seen || seen.hash === (await hexadecimal(register));
    demand(isSame, "NOT_SEEN", "the register is another one than was shown");
  }

  /* Only the receipt is left. */
  async rest(uuid, tracker) {
    const own = await this.store.get(`receipt.${uuid}`);
    await this.store.put(`receipt.${uuid}`, { ...own, tracker }, RECEIPT);
    await this.forget({ uuid });
  }

  async forget({ uuid }) {
    this.made.delete(uuid);
    await Promise.all(["member", "register", "ballot"].map((part) => this.store.remove(`${part}.${uuid}`)));
    return {};
  }

  async opened(uuid) {
    const kept = await this.kept(uuid);
    const { election } = await this.elections.read(kept.election, kept.trustees);
    return { kept, election, credential: await derive(election.group, uuid, kept.credential) };
  }

  async kept(uuid) {
    const kept = await this.store.get(`member.${uuid}`);
    demand(kept, "NOT_HERE", "this device is not registered for the election");
    return kept;
  }

  async ballot(uuid) {
    const cast = await this.store.get(`ballot.${uuid}`);
    demand(cast, "NOT_HERE", "no ballot has been cast from here");
    return cast.ballot;
  }
}
