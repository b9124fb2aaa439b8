/* What tellers decrypt to see that their key works, before anybody has voted.  PROTOCOL 8, round 6.  Everybody computes
   it from the published keys, and its randomness is known, so that nobody can hand a teller a real ballot instead. */
import { parse } from "./canonical.js";
import { number, unpadded } from "./hashing.js";
import * as objects from "./objects.js";
import { readTrustees } from "./trustees.js";

const HELD = 5n;

/* As an election with one ciphertext; `tellers` is the text of their part of the trustees. */
export async function readRehearsal(group, tellers) {
  const holders = await readTrustees(group, `[${tellers}]`);
  const [, shared] = parse(tellers, objects.pedersen);
  const fingerprint = await unpadded(tellers);
  const chance = (await number(`rehearsal|${fingerprint}`)) % group.q;
  const beta = (group.power(holders.electionKey, chance) * group.generate(HELD)) % group.p;
  return { group, holders, shared, fingerprint, encrypted: [[{ alpha: group.generate(chance), beta }]] };
}
