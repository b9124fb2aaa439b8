/* What a teller's browser checks before it releases a share: in the raw archive, whatever the server says.  PROTOCOL 12. */
import { checkContents, checkStanding, trackerOf } from "../ballot/ballots.js";
import { areSame, bytesOf, textOf } from "../ballot/bytes.js";
import { dump } from "../ballot/canonical.js";
import { demand } from "../ballot/reasons.js";
import { checkShuffle } from "../ballot/shuffles.js";
import { freeRows, tally, withFreeRows } from "../ballot/tally.js";
import { checkOrder, readBoard } from "../ballot/walk.js";
import { proveBy } from "./proving.js";

const FLOOR = 5; // ballots that may be opened together, whatever the server says
const MIXERS = 2; // one alone knows which ballot is whose

/* `watched` is what was seen at `frozen`: {election, holders, register, texts, shuffled}; `proven` the hashes of ballots
   whose proofs have been checked; `team` helps with the others.  Gives {ballots, encrypted, mixers, state, head}. */
export async function inspect(watched, { board, trackers, minimum }, { proven, team }) {
  const { election } = watched;
  const { setup, steps, head } = await readBoard(board);
  checkOrder(steps, election);
  checkSetup(watched.texts, setup);
  const ballots = await checkBallots(watched, steps, { proven, team });
  demand(ballots.length >= Math.max(FLOOR, minimum), "TOO_FEW", "too few ballots to be opened");
  await checkTrackers(steps, trackers);
  const counted = checkTally(election, ballots, steps);
  const { encrypted, mixers } = await checkMixing(watched, counted, steps);
  return { ballots: ballots.length, encrypted, mixers, state: steps[steps.length - 1].kind, head };
}

function checkSetup(seen, setup) {
  const isSeen = ["election", "trustees", "register"].every((name) => areSame(setup[name], bytesOf(seen[name])));
  demand(isSeen, "NOT_SEEN", "election, trustees or register are not those that were frozen");
}

async function checkBallots({ election, register }, steps, { proven, team }) {
  const cast = steps.filter(({ kind }) => kind === "Ballot");
  const credentials = new Set(cast.map(({ content }) => content.credential));
  demand(credentials.size === cast.length, "BALLOT_REPLAYED", "a credential has two ballots");
  await proveBy(team, election, cast, proven);
  for (const { content, payload } of cast) {
    checkStanding(election, register, content);
    if (!proven.has(payload)) await checkContents(election, content);
    proven.add(payload);
  }
  return cast.map(({ content }) => content);
}

async function checkTrackers(steps, trackers) {
  const cast = steps.filter(({ kind }) => kind === "Ballot");
  const found = await Promise.all(cast.map(({ text }) => trackerOf(textOf(text))));
  const isSame = found.sort().join() === [...trackers].sort().join();
  demand(isSame, "NOT_SEEN", "the ballots are not those on the wall");
}

function checkTally(election, ballots, steps) {
  const step = steps.find(({ kind }) => kind === "EncryptedTally");
  demand(step, "EVENT_ORDER", "the ballots are not put together yet");
  const { num_tallied: told, total_weight: weight } = step.record;
  demand(told === ballots.length && weight === told, "TALLY_COUNT", `${ballots.length} ballots are to be counted`);
  const computed = tally(election, ballots);
  demand(dump(computed) === dump(step.content), "TALLY_PRODUCT", "it is not what the ballots amount to");
  return computed;
}

async function checkMixing({ election, holders, shuffled }, counted, steps) {
  const shuffles = steps.filter(({ kind }) => kind === "Shuffle");
  const mixers = new Set();
  let encrypted = counted;
  for (const { content, record } of shuffles) {
    await checkShuffle(election, freeRows(election, encrypted), content);
    demand(holders.publicKeys[record.owner - 1], "SHUFFLE_PROOF", "its owner holds no key");
    encrypted = withFreeRows(election, encrypted, content.ciphertexts);
    mixers.add(record.owner);
  }
  const isEnded = steps.some(({ kind }) => kind === "EndShuffles");
  demand(!isEnded || mixers.size >= MIXERS, "SHUFFLE_MISSING", "not two different mixers have shuffled");
  const isOwnThere = !isEnded || !shuffled || shuffles.some(({ record }) => record.payload === shuffled);
  demand(isOwnThere, "NOT_SEEN", "the own shuffle is not among them");
  return { encrypted, mixers: [...mixers] };
}
