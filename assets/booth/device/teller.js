/* A teller's seat through the six rounds of the ceremony (voting/ballot/rounds.py).  PROTOCOL 8.  Each round may be asked
   again, after a reload too, and answers the same text; only then can nobody be made to deal twice. */
import { hexOf } from "../ballot/bytes.js";
import { dump, parse } from "../ballot/canonical.js";
import { readCertificates } from "../ballot/ceremony.js";
import { GROUPS } from "../ballot/group.js";
import { hexadecimal } from "../ballot/hashing.js";
import * as objects from "../ballot/objects.js";
import { demand } from "../ballot/reasons.js";
import { readRehearsal } from "../ballot/rehearsal.js";
import { spoken } from "../ballot/words.js";
import { correspondent, newSeed } from "../making/channel.js";
import * as chance from "../making/chance.js";
import { decrypt } from "../making/decryption.js";
import { certificateOf, newPolynomial, outputOf, shareIn } from "../making/tellers.js";

const NONCE = 32; // bytes
const ROUNDS = ["hide", "show", "bind", "deal", "take", "rehearse"];

/* Kept on the device: `teller.<ceremony>.<what>`. */
export class Teller {
  constructor({ store }) {
    this.store = store;
  }

  /* Takes a seat: makes the seed, from which everything secret follows. */
  async sit({ ceremony, group, seat, seats, threshold }) {
    const isPossible = GROUPS[group] && seat >= 1 && seat <= seats && threshold >= 2 && threshold <= seats;
    demand(isPossible, "THRESHOLD", "two or more of the tellers must agree");
    const chair = { group, seat, seats, threshold };
    const kept = await this.once(ceremony, "seat", async () => {
      const seed = newSeed();
      const certificate = dump(await certificateOf(await correspondent(GROUPS[group], seed)));
      return { chair, seed, shown: dump({ certificate, nonce: hexOf(chance.bytes(NONCE)) }) };
    });
    demand(dump(kept.chair) === dump(chair), "NOT_SEEN", "the ceremony has changed");
    return {};
  }

  /* What the seat sends in a round, 1 to 6, when it has been given what the round before it came to. */
  async answer({ ceremony, round, given }) {
    const name = ROUNDS[round - 1];
    demand(name, "MALFORMED", "there is no such round");
    return { message: await this[name](ceremony, given), words: await this.words(ceremony) };
  }

  /* Round 1: commits to the certificate. */
  async hide(ceremony) {
    return commitmentTo(parse((await this.kept(ceremony, "seat")).shown, objects.revealed));
  }

  /* Round 2: all have committed, so nobody can choose a certificate after having seen the others. */
  async show(ceremony, hidden) {
    const { shown } = await this.kept(ceremony, "seat");
    await this.checkOwn(ceremony, hidden, await this.hide(ceremony));
    await this.agreed(ceremony, "hidden", { hidden });
    return shown;
  }

  /* Round 3: everybody's certificates are those committed to; makes a polynomial and commits to it. */
  async bind(ceremony, shown) {
    const { seed, shown: own, chair } = await this.kept(ceremony, "seat");
    await this.checkOwn(ceremony, shown, own);
    await this.checkShown(ceremony, shown);
    const certificates = await certificatesIn(chair.group, shown);
    await this.agreed(ceremony, "shown", { shown });
    const kept = await this.once(ceremony, "dealt", async () => {
      const teller = await correspondent(GROUPS[chair.group], seed);
      return { dealt: dump(await newPolynomial(teller, chair.threshold, certificates)) };
    });
    return boundBy(kept.dealt);
  }

  async checkShown(ceremony, shown) {
    const { hidden } = await this.kept(ceremony, "hidden");
    const hashes = await Promise.all(shown.map((one) => commitmentTo(parse(one, objects.revealed))));
    demand(hashes.join() === hidden.join(), "TRUSTEE_PROOF", "a certificate is not the one committed to");
  }

  /* Round 4: all have committed to their polynomials. */
  async deal(ceremony, bound) {
    const { dealt } = await this.kept(ceremony, "dealt");
    await this.checkOwn(ceremony, bound, await boundBy(dealt));
    await this.agreed(ceremony, "bound", { bound });
    return dealt;
  }

  /* Round 5: everybody has dealt as committed; the own share, encrypted to herself. */
  async take(ceremony, [text]) {
    const { seed, chair } = await this.kept(ceremony, "seat");
    const dealt = parse(text, objects.dealt);
    await this.checkBound(ceremony, dealt.coefexps);
    const certificates = await certificatesIn(chair.group, (await this.kept(ceremony, "shown")).shown);
    const kept = await this.once(ceremony, "taken", async () => {
      const teller = await correspondent(GROUPS[chair.group], seed);
      return { taken: dump(await outputOf(teller, chair.threshold, chair.seat, certificates, dealt)) };
    });
    return kept.taken;
  }

  async checkBound(ceremony, coefexps) {
    const { bound } = await this.kept(ceremony, "bound");
    const hashes = await Promise.all(coefexps.map((one) => hexadecimal(dump(one))));
    demand(hashes.join() === bound.join(), "TRUSTEE_PROOF", "a polynomial is not the one committed to");
  }

  /* Round 6: decrypts what everybody knows, to show that the key works. */
  async rehearse(ceremony, [tellers]) {
    const { chair } = await this.kept(ceremony, "seat");
    const rehearsal = await readRehearsal(GROUPS[chair.group], tellers);
    await this.checkTellers(ceremony, rehearsal.shared);
    const share = await this.share(ceremony);
    const isOwn = rehearsal.holders.publicKeys[chair.seat - 1] === rehearsal.group.generate(share);
    demand(isOwn, "TRUSTEE_PROOF", "the key of the own seat is not that of the own share");
    await this.agreed(ceremony, "tellers", { tellers });
    return dump(await decrypt(rehearsal, rehearsal.encrypted, share));
  }

  /* Are they the certificates and polynomials that were seen? */
  async checkTellers(ceremony, { threshold, certs, coefexps }) {
    const { chair } = await this.kept(ceremony, "seat");
    const { shown } = await this.kept(ceremony, "shown");
    const seen = shown.map((one) => parse(one, objects.revealed).certificate);
    const isSame = certs.map(dump).join() === seen.join() && threshold === chair.threshold;
    demand(isSame, "NOT_SEEN", "the tellers are not those of the ceremony");
    await this.checkBound(ceremony, coefexps);
  }

  /* The seat's private key; never leaves the worker. */
  async share(ceremony) {
    const { seed, chair } = await this.kept(ceremony, "seat");
    const { private_key: envelope } = parse((await this.kept(ceremony, "taken")).taken, objects.output);
    return shareIn(await correspondent(GROUPS[chair.group], seed), envelope);
  }

  /* Is somebody seated here, has her share been made, and what are the words? */
  async seated({ ceremony }) {
    const read = (what) => this.store.get(nameOf(ceremony, what));
    const [seat, tellers] = await Promise.all(["seat", "tellers"].map(read));
    return { seat: seat ? seat.chair.seat : null, ready: Boolean(tellers), words: await this.words(ceremony) };
  }

  /* Four, to be read aloud, as soon as all certificates have been shown. */
  async words(ceremony) {
    const kept = await this.store.get(nameOf(ceremony, "shown"));
    return kept ? spoken(kept.shown) : null;
  }

  /* Everything is forgotten; after that nobody can be helped to open anything. */
  async leave({ ceremony }) {
    const own = (await this.store.names()).filter((name) => name.startsWith(nameOf(ceremony, "")));
    await Promise.all(own.map((name) => this.store.remove(name)));
    return {};
  }

  async checkOwn(ceremony, said, own) {
    const { chair } = await this.kept(ceremony, "seat");
    const isOwn = said.length === chair.seats && said[chair.seat - 1] === own;
    demand(isOwn, "TRUSTEE_PROOF", "what this seat sent is not in its place");
  }

  async once(ceremony, what, make) {
    const name = nameOf(ceremony, what);
    return (await this.store.get(name)) || this.store.add(name, await make());
  }

  /* What was once agreed on is never changed: a second story would be an attack. */
  async agreed(ceremony, what, told) {
    const kept = await this.store.add(nameOf(ceremony, what), told);
    demand(dump(kept) === dump(told), "NOT_SEEN", "something else was told before");
  }

  async kept(ceremony, what) {
    const found = await this.store.get(nameOf(ceremony, what));
    demand(found, "NOT_HERE", "the device has not come so far in the ceremony");
    return found;
  }
}

const nameOf = (ceremony, what) => `teller.${ceremony}.${what}`;

const commitmentTo = ({ certificate, nonce }) => hexadecimal(certificate + nonce);

const boundBy = (dealt) => hexadecimal(dump(parse(dealt, objects.polynomial).coefexps));

function certificatesIn(group, shown) {
  const signed = shown.map((one) => parse(parse(one, objects.revealed).certificate, objects.signedMessage));
  return readCertificates(GROUPS[group], signed);
}
