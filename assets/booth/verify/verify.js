/* Is an archive right from its first byte to its result?  The report of `klubba election verify`, without a server; only
   the first reason, where there are several.  PROTOCOL 14 and 15. */
import { joined, textOf } from "../ballot/bytes.js";
import { readElection } from "../ballot/election.js";
import { hexadecimal } from "../ballot/hashing.js";
import { isFree } from "../ballot/questions.js";
import { demand, Fault } from "../ballot/reasons.js";
import { readRegister } from "../ballot/register.js";
import { readTrustees } from "../ballot/trustees.js";
import { checkOrder, readBoard } from "../ballot/walk.js";
import { alone } from "../device/proving.js";
import { checkBallots, checkCount } from "./counting.js";

const FORMAT = "belenios-v1/2.0";

/* Never throws, whatever the bytes are.  `tell` is told how much of the ballots has been checked, from 0 to 1.  Whoever
   checks many files of one election keeps `known`: setups by their text, and the hashes of valid ballots. */
export async function verify(bytes, { known = nothing(), team = alone, tell = () => {} } = {}) {
  const archive = { bytes: bytes.length, sha256: await hexadecimal(bytes), format: FORMAT };
  try {
    return { verdict: "accept", reasons: [], archive, ...(await walked(bytes, known, team, tell)) };
  } catch (fault) {
    const isFault = fault instanceof Fault;
    const code = isFault ? fault.code : "MALFORMED";
    const text = isFault ? fault.text : "the file cannot be read as an archive";
    return { verdict: "reject", reasons: [{ code, text }], archive, result: null };
  }
}

const nothing = () => ({ setups: new Map(), ballots: new Set() });

async function walked(bytes, known, team, tell) {
  const { setup, steps, head } = await readBoard(bytes);
  const name = await hexadecimal(joined(setup.election, setup.trustees, setup.register));
  const read = known.setups.get(name) || (await readSetup(setup));
  known.setups.set(name, read);
  checkOrder(steps, read.election);
  const counted = await checkBallots(read, steps, { proven: known.ballots, team, tell });
  const result = await checkCount(read, counted, steps);
  return {
    election: about(read.election),
    trustees: sharing(read.holders),
    state: steps.length ? steps[steps.length - 1].kind : "Setup",
    head,
    counts: numbers(read, steps, counted),
    result: result && { result },
    readable: result && read.election.questions.map((question, place) => readable(question, result[place])),
  };
}

const about = ({ uuid, name, group, fingerprint }) => ({ uuid, name, group: group.name, fingerprint });

function sharing({ sharers }) {
  const groups = sharers.filter(({ isMandatory }) => !isMandatory);
  const shape = ({ threshold, publicKeys }) => ({ threshold, tellers: publicKeys.length });
  return { mandatory: sharers.length - groups.length, groups: groups.map(shape) };
}

function numbers({ register }, steps, counted) {
  const ballots = steps.filter(({ kind }) => kind === "Ballot").length;
  const tallied = steps.some(({ kind }) => kind === "EncryptedTally") ? counted.length : null;
  return { credentials: register.size, ballots, replaced: ballots - counted.length, tallied };
}

/* Checks 7 to 12. */
async function readSetup({ election: terms, trustees, register }) {
  const election = await readElection(textOf(terms));
  const holders = await readTrustees(election.group, trustees);
  const isTheirs = holders.electionKey === election.key.y && election.key.y !== 1n;
  demand(isTheirs, "PUBLIC_KEY", "the key of the election is not that of its trustees");
  return { election, holders, register: readRegister(election.group, register) };
}

function readable(question, row) {
  if (isFree(question)) {
    const written = row.filter((numbers) => numbers.some(Boolean));
    return { question: question.value.question, blank: row.length - written.length, ballots: written };
  }
  const [blank, counts] = question.blank ? [row[0], row.slice(1)] : [null, row];
  const answers = question.answers.map((text, at) => ({ text, votes: counts[at] }));
  return { question: question.question, blank, answers };
}
