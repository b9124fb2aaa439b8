/* The device's memory: IndexedDB, each thing sealed with a key of its own that no program can read out.  What is removed
   takes its key with it.  PROTOCOL 13. */
import { bytesOf, textOf } from "../ballot/bytes.js";
import { Fault } from "../ballot/reasons.js";

const NAME = "klubba-booth", KEPT = "kept", VERSION = 1;
const CIPHER = { name: "AES-GCM", length: 256 }, NONCE = 12; // bytes
const LONGEST = 24 * 3600_000; // ms
const PATIENCE = 2_000, ATTEMPTS = 3; // ms; just started, Safari 14.1 may leave a question unanswered

export class Store {
  /* Opens it and forgets what is too old; `now` in ms since 1970. */
  static async open(now) {
    let database;
    for (let attempt = 0; !database && attempt < ATTEMPTS; attempt++) database = await Promise.race([opened(), late()]);
    if (!database) throw new Error("the browser's memory does not answer");
    const store = new Store(database);
    await store.forgetOld(now);
    return store;
  }

  constructor(database) {
    this.database = database;
  }

  async get(name) {
    const found = await this.ask("readonly", (kept) => kept.get(name));
    if (!found) return undefined;
    const opened = await crypto.subtle.decrypt({ name: CIPHER.name, iv: found.iv }, found.key, found.data);
    return JSON.parse(textOf(new Uint8Array(opened)));
  }

  /* Unless something stands there, put by another tab perhaps; what then stands. */
  async add(name, value, lasting = LONGEST) {
    const sealed = await seal(value, lasting);
    await this.ask("readwrite", (kept) => {
      const asked = kept.count(name);
      asked.onsuccess = () => asked.result || kept.put(sealed, name);
      return asked;
    });
    return this.get(name);
  }

  /* Until it is removed, or `lasting` ms have gone. */
  async put(name, value, lasting = LONGEST) {
    const sealed = await seal(value, lasting);
    await this.ask("readwrite", (kept) => kept.put(sealed, name));
  }

  async remove(name) {
    await this.ask("readwrite", (kept) => kept.delete(name));
  }

  names() {
    return this.ask("readonly", (kept) => kept.getAllKeys());
  }

  async forgetOld(now) {
    for (const name of await this.names()) {
      const { until } = (await this.ask("readonly", (kept) => kept.get(name))) || {};
      if (until < now) await this.remove(name);
    }
  }

  /* Answers when it is on the disk, so that nothing is sent that a reload would have forgotten. */
  ask(mode, work) {
    const transaction = this.database.transaction(KEPT, mode);
    const request = work(transaction.objectStore(KEPT));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  }
}

/* Where the browser lets nothing be kept, in some private windows: no ballot could survive a reload, so none is made. */
export const nothing = Object.fromEntries(["get", "add", "put", "remove", "names"].map((name) => [name, refuse]));

async function refuse() {
  throw new Fault("NO_MEMORY", "the browser lets nothing be kept");
}

async function seal(value, lasting) {
  const key = await crypto.subtle.generateKey(CIPHER, false, ["encrypt", "decrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  const data = await crypto.subtle.encrypt({ name: CIPHER.name, iv }, key, bytesOf(JSON.stringify(value)));
  return { key, iv, data, until: Date.now() + lasting };
}

function opened() {
  const opening = indexedDB.open(NAME, VERSION);
  opening.onupgradeneeded = () => opening.result.createObjectStore(KEPT);
  return answered(opening);
}

const late = () => new Promise((resolve) => setTimeout(resolve, PATIENCE));

function answered(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error || new Error("the memory is held by another page"));
  });
}
