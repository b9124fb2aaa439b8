/* Elections that have been read and found right, with their tables: those take longer to build than a ballot to make. */
import { readElection } from "../ballot/election.js";
import { demand } from "../ballot/reasons.js";
import { readTrustees } from "../ballot/trustees.js";

const KEPT = 4;

export class Elections {
  constructor() {
    this.known = new Map();
  }

  /* {election, holders}; refused unless the key is that of its holders and several tellers must agree. */
  async read(terms, trustees) {
    const name = `${terms}\n${trustees}`;
    const found = this.known.get(name) || (await checked(terms, trustees));
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
