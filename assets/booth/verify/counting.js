/* The second half of an archive: every ballot, the tally, shuffles, partial decryptions, the result.  Checks 13 to 25 of
   PROTOCOL 14. */
import { checkContents, checkStanding } from "../ballot/ballots.js";
import { textOf } from "../ballot/bytes.js";
import { dump } from "../ballot/canonical.js";
import { checkPartial } from "../ballot/decryption.js";
import { demand } from "../ballot/reasons.js";
import { resultOf } from "../ballot/result.js";
import { checkShuffle } from "../ballot/shuffles.js";
import { freeRows, tally, withFreeRows } from "../ballot/tally.js";
import { proveBy } from "../device/proving.js";

const MIXERS = 2; // one alone knows which ballot is whose

/* The last ballot of each credential; `proven` the hashes of ballots that are known to be valid. */
export async function checkBallots({ election, register }, steps, { proven, team, tell }) {
  const cast = steps.filter(({ kind }) => kind === "Ballot");
  await proveBy(team, election, cast, proven, tell);
  const seen = new Set();
  const counted = new Map();
  for (const { content, payload } of cast) {
    checkStanding(election, register, content);
    if (!proven.has(payload)) await checkContents(election, content);
    proven.add(payload);
    demand(!seen.has(payload), "BALLOT_REPLAYED", "the same ballot stands there before");
    seen.add(payload);
    counted.delete(content.credential);
    counted.set(content.credential, content);
  }
  return [...counted.values()];
}

/* The result, as far as the election has come; null where it has not been counted. */
export async function checkCount(setup, counted, steps) {
  const count = new Count(setup, counted);
  for (const step of steps) if (count[step.kind]) await count[step.kind](step);
  return count.result;
}

/* What there is to be decrypted, and who has taken part so far; a method for each kind of event. */
class Count {
  constructor({ election, holders }, counted) {
    Object.assign(this, { election, holders, counted });
    this.encrypted = [];
    this.mixers = new Set();
    this.partials = new Map();
    this.result = null;
  }

  EncryptedTally({ content, record }) {
    const { length } = this.counted;
    const isTrue = record.num_tallied === length && record.total_weight === length;
    demand(isTrue, "TALLY_COUNT", `${length} ballots are to be counted`);
    this.encrypted = tally(this.election, this.counted);
    const isSame = dump(this.encrypted) === dump(content);
    demand(isSame, "TALLY_PRODUCT", "it is not what the ballots amount to");
  }

  async Shuffle({ content, record }) {
    await checkShuffle(this.election, freeRows(this.election, this.encrypted), content);
    demand(this.publicKey(record), "SHUFFLE_PROOF", "its owner holds no key");
    this.encrypted = withFreeRows(this.election, this.encrypted, content.ciphertexts);
    this.mixers.add(record.owner);
  }

  EndShuffles() {
    demand(this.mixers.size >= MIXERS, "SHUFFLE_MISSING", "not two different mixers have shuffled");
  }

  async PartialDecryption({ content, record }) {
    const isNew = this.publicKey(record) && !this.partials.has(record.owner);
    demand(isNew, "DECRYPTION_OWNER", "its owner holds no key, or stands there before");
    await checkPartial(this.election, this.encrypted, this.publicKey(record), content);
    this.partials.set(record.owner, content);
  }

  Result({ text }) {
    const { election, holders, encrypted, partials, counted } = this;
    const computed = resultOf(election, holders, encrypted, partials, counted.length);
    demand(dump(computed) === textOf(text), "RESULT", "the result is not what the urn holds");
    this.result = computed.result;
  }

  /* Owners count from 1; 0 is nobody. */
  publicKey({ owner }) {
    return this.holders.publicKeys[owner - 1];
  }
}
