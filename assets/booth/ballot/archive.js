/* An archive: the sealed chain of events as one file, read strictly.  PROTOCOL 6; checks 1 to 5 of PROTOCOL 14. */
import { areSame, bytesOf } from "./bytes.js";
import { dump, parse } from "./canonical.js";
import { hexadecimal } from "./hashing.js";
import * as objects from "./objects.js";
import { demand } from "./reasons.js";

const BLOCK = 512;
const FIRST = "BELENIOS", DATA = ".data.json", EVENT = ".event.json";
const NAME = /^[0-9a-f]{64}(\.data\.json|\.event\.json)$/;
const TIMESTAMP = /^(0|[1-9][0-9]{0,9})$/;
const LATEST = 8 ** 11 - 1;
const EMPTY = ["EndBallots", "EndShuffles"]; // events without a payload

/* Its events: [{event, hash, data}], data being the bytes that stand before it, in order. */
export async function readArchive(archive) {
  const timestamp = readTimestamp(archive);
  const records = readRecords(archive, timestamp);
  for (const { name, body } of records) {
    const isNamed = name.slice(0, 64) === (await hexadecimal(body));
    demand(isNamed, "HASH_MISMATCH", `${name.slice(0, 8)} is another text`);
  }
  const entries = chained(records);
  demand(entries.length, "CHAIN", "there is no event");
  const rebuilt = entries.flatMap(({ names, hash }) => [...names.map((one) => one + DATA), hash + EVENT]);
  const isSame = rebuilt.join() === records.map(({ name }) => name).join();
  demand(isSame, "CONTAINER_BYTES", "there is more in the file than its chain of events");
  return entries;
}

/* The one time of all records, in seconds since 1970. */
function readTimestamp(archive) {
  let header;
  try {
    header = parse(archive.subarray(BLOCK, BLOCK + sizeOf(archive)), objects.header);
  } catch {
    header = {};
  }
  const isKnown = header.version === 1 && TIMESTAMP.test(header.timestamp) && Number(header.timestamp) <= LATEST;
  demand(isKnown, "CONTAINER_HEADER", "the file is not an archive of an election");
  const timestamp = Number(header.timestamp);
  const isBegun = stands(archive, 0, FIRST, bytesOf(dump(header)), timestamp);
  demand(isBegun, "CONTAINER_HEADER", "the first record is not as it shall be");
  return timestamp;
}

/* All records after the first. */
function readRecords(archive, timestamp) {
  const records = [];
  let at = lengthOf(sizeOf(archive));
  while (at < archive.length) {
    const header = archive.subarray(at, at + BLOCK);
    const name = String.fromCharCode(...header.subarray(0, 100)).replace(/\0+$/, "");
    const body = archive.subarray(at + BLOCK, at + BLOCK + sizeOf(header));
    demand(NAME.test(name), "CONTAINER_BYTES", `no record begins at byte ${at}`);
    const isWhole = stands(archive, at, name, body, timestamp);
    demand(isWhole, "CONTAINER_BYTES", `the record at byte ${at} is not as it shall be`);
    records.push({ name, body });
    at += lengthOf(body.length);
  }
  return records;
}

/* Is that record written there, to the last of the zeros that fill it up? */
function stands(archive, at, name, body, timestamp) {
  const end = at + BLOCK + body.length;
  const isHeaded = areSame(archive.subarray(at, at + BLOCK), headerOf(name, body.length, timestamp));
  const zeros = archive.subarray(end, at + lengthOf(body.length));
  const isWhole = archive.length >= at + lengthOf(body.length) && zeros.every((byte) => byte === 0);
  return isHeaded && isWhole && areSame(archive.subarray(at + BLOCK, end), body);
}

const lengthOf = (size) => BLOCK + Math.ceil(size / BLOCK) * BLOCK;

function headerOf(name, size, timestamp) {
  const block = new Uint8Array(BLOCK);
  const octal = (number, width) => number.toString(8).padStart(width, "0");
  const put = (at, text) => block.set(bytesOf(text), at);
  put(0, name);
  put(100, "0000644");
  put(108, "0000000");
  put(116, "0000000");
  put(124, octal(size, 11));
  put(136, octal(timestamp, 11));
  put(148, " ".repeat(8));
  put(156, "0");
  put(148, `${octal(block.reduce((sum, byte) => sum + byte, 0), 6)}\0 `);
  return block;
}

/* Of the body; 0 where no size stands, which no record agrees with. */
function sizeOf(header) {
  const digits = String.fromCharCode(...header.subarray(124, 135));
  return /^[0-7]{11}$/.test(digits) ? parseInt(digits, 8) : 0;
}

function chained(records) {
  const stored = new Map();
  for (const { name, body } of records) if (name.endsWith(DATA)) stored.set(name.slice(0, 64), body);
  let parent;
  return records.filter(({ name }) => name.endsWith(EVENT)).map(({ name, body }, height) => {
    const event = parse(body, objects.event);
    const follows = event.height === height && event.parent === parent;
    demand(follows, "CHAIN", `event ${height} does not follow the one before it`);
    parent = name.slice(0, 64);
    const names = namesOf(event, stored);
    return { event, hash: parent, names, data: names.map((one) => stored.get(one)) };
  });
}

/* The hashes of the data of an event in the order in which they stand before it. */
function namesOf({ type, payload, height }, stored) {
  const isRight = (payload === undefined) === EMPTY.includes(type);
  demand(isRight, "CHAIN", `event ${height} has a payload too many or too few`);
  if (payload === undefined) return [];
  const read = (shape) => parse(found(stored, payload), shape);
  const before = {
    Setup: () => (({ election, trustees, credentials }) => [election, trustees, credentials])(read(objects.setup)),
    EncryptedTally: () => [read(objects.tallyRecord).encrypted_tally],
    Shuffle: () => [read(objects.owned).payload],
    PartialDecryption: () => [read(objects.owned).payload],
  }[type];
  const names = [...(before ? before() : []), payload];
  names.forEach((name) => found(stored, name));
  return names;
}

function found(stored, hashed) {
  demand(stored.has(hashed), "CHAIN", "something that an event refers to is missing");
  return stored.get(hashed);
}
