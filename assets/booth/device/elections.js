/* What has been read and found right is kept, elections with their tables: to read them again costs more than to make a
   ballot. */
import { readElection } from "../ballot/election.js";
import { demand } from "../ballot/reasons.js";
import { readRegister } from "../ballot/register.js";
import { readTrustees } from "../ballot/trustees.js";

const KEPT = 8; // elections and registers

export class Elections {
  constructor() {
    this.known = new Map();
  }

  /* {election, holders}; refused unless the key is that of its holders and several tellers must agree. */
  read(terms, trustees) {
    return this.once(`${terms}\n${trustees}`, () => checked(terms, trustees));
  }

  register(group, text) {
    return this.once(`${group.name}\n${text}`, () => readRegister(group, text));
  }

  /* The oldest is forgotten, and so is what was refused. */
  async once(name, read) {
    const found = this.known.has(name) ? this.known.get(name) : await read();
    this.known.delete(name);
    this.known.set(name, found);
    if (this.known.size > KEPT) this.known.delete(this.known.keys().next().value);
    return found;
  }
}

async function checked(terms, trustees) {
  const election = await readElection(terms);
  const holders = await readTrustees(election.group, trustees);
  const isTheirs = holders.electionKey === election.key.y && election.key.y !== 1n;
  demand(isTheirs, "PUBLIC_KEY", "the key of the election is not that of its trustees");
  const shared = holders.sharers.filter((one) => !one.isMandatory);
  const isShared = shared.length > 0 && shared.every(({ threshold }) => threshold >= 2);
  demand(isShared, "THRESHOLD", "one teller alone could open the ballots");
  return { election, holders };
}
