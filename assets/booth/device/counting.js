/* A teller's seat from the frozen register to the released share.  PROTOCOL 12.  Nothing is released for an archive that
   has not been inspected, nor for two different urns of one election: their difference would be a ballot. */
import { checkContents, checkStanding, readBallot, trackerOf } from "../ballot/ballots.js";
import { dump, parse } from "../ballot/canonical.js";
import { hexadecimal } from "../ballot/hashing.js";
import * as objects from "../ballot/objects.js";
import { demand } from "../ballot/reasons.js";
import { freeRows } from "../ballot/tally.js";
import { spoken } from "../ballot/words.js";
import { decrypt } from "../making/decryption.js";
import { makeShuffle } from "../making/shuffles.js";
import { inspect } from "./inspection.js";

/* Kept on the device: `teller.<ceremony>.watch.<uuid>`, `.shuffle.<uuid>`, `.release.<uuid>`. */
export class Counting {
  constructor({ store, elections, teller, team }) {
    Object.assign(this, { store, elections, teller, team });
    this.proven = new Set(); // hashes of ballots whose proofs hold
  }

  /* What was frozen: election, trustees with the own seat among them, register. */
  async watch({ ceremony, election: terms, trustees, register }) {
    const { election, holders } = await this.elections.read(terms, trustees);
    const { uuid, fingerprint, group } = election;
    const owner = await this.ownerOf(ceremony, group, holders, trustees);
    await this.elections.register(group, register);
    await this.teller.agreed(ceremony, `watch.${uuid}`, { election: terms, trustees, register, owner });
    election.key.warm();
    return { uuid, fingerprint, words: await spoken([fingerprint]), owner };
  }

  /* The number of the own seat among all who hold the key. */
  async ownerOf(ceremony, group, holders, trustees) {
    const { chair } = await this.teller.kept(ceremony, "seat");
    const { tellers } = await this.teller.kept(ceremony, "tellers");
    const at = parse(trustees, objects.trustees).findIndex((entry) => dump(entry) === tellers);
    const isTheirs = at >= 0 && group.name === chair.group;
    demand(isTheirs, "NOT_SEEN", "the tellers of the election are not those of the ceremony");
    return holders.sharers[at].firstOwner + chair.seat - 1;
  }

  /* Checks ballots while the urn is open, so that little is left to do when it has closed. */
  async preview({ ceremony, uuid, ballots }) {
    const { election, register } = await this.watched(ceremony, uuid);
    const bad = [];
    for (const text of ballots) {
      try {
        const ballot = readBallot(text);
        checkStanding(election, register, ballot);
        await checkContents(election, ballot);
        this.proven.add(await hexadecimal(text));
      } catch (fault) {
        bad.push({ tracker: await trackerOf(text), code: fault.code || "MALFORMED" });
      }
    }
    return { checked: ballots.length - bad.length, bad };
  }

  async inspect(told) {
    const { found, watched } = await this.inspected(told);
    return { ballots: found.ballots, registered: watched.register.size, mixers: found.mixers, head: found.head };
  }

  /* Asked again for the same ballots, it gives the same shuffle. */
  async mix(told) {
    const { found, watched } = await this.inspected(told);
    const isReady = watched.election.mixed.length && ["EncryptedTally", "Shuffle"].includes(found.state);
    demand(isReady, "EVENT_ORDER", "there is nothing to shuffle");
    const name = `shuffle.${told.uuid}`;
    const kept = await this.teller.once(told.ceremony, name, async () => {
      const made = await makeShuffle(watched.election, freeRows(watched.election, found.encrypted));
      return { before: await hexadecimal(dump(found.encrypted)), shuffle: dump(made) };
    });
    const isSame = kept.before === (await hexadecimal(dump(found.encrypted)));
    demand(isSame, "ALREADY_RELEASED", "another urn of this election has been shuffled");
    return { shuffle: kept.shuffle, owner: watched.owner };
  }

  async release(told) {
    const { found, watched } = await this.inspected(told);
    const { election, owner } = watched;
    const isReady = found.state === (election.mixed.length ? "EndShuffles" : "EncryptedTally");
    demand(isReady, "EVENT_ORDER", "it is not yet, or no longer, time to decrypt");
    const hash = await hexadecimal(dump(found.encrypted));
    const kept = await this.teller.once(told.ceremony, `release.${told.uuid}`, async () => ({ hash }));
    demand(kept.hash === hash, "ALREADY_RELEASED", "another urn of this election has been opened");
    const share = await this.teller.share(told.ceremony);
    return { partial: dump(await decrypt(election, found.encrypted, share)), owner };
  }

  async inspected(told) {
    const watched = await this.watched(told.ceremony, told.uuid);
    return { watched, found: await inspect(watched, told, this) };
  }

  async watched(ceremony, uuid) {
    const texts = await this.teller.kept(ceremony, `watch.${uuid}`);
    const { election, holders } = await this.elections.read(texts.election, texts.trustees);
    const mixed = await this.store.get(`teller.${ceremony}.shuffle.${uuid}`);
    const shuffled = mixed && (await hexadecimal(mixed.shuffle));
    const register = await this.elections.register(election.group, texts.register);
    return { election, holders, register, texts, owner: texts.owner, shuffled };
  }
}
