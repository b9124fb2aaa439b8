/* What the teller's page asks of the server. */
export class Server {
  constructor(base) {
    this.base = base;
  }

  standing(isSeated) {
    return this.send("GET", `/teller/standing${isSeated ? "?seated=1" : ""}`);
  }

  /* The same message may be sent again: it has one key. */
  say(ceremony, round, message) {
    const headers = { "Content-Type": "application/json", "Idempotency-Key": `ceremony-${ceremony}-${round}-${crypto.getRandomValues(new Uint32Array(1))[0]}` };
    return this.send("PUT", `/ceremonies/${ceremony}/rounds/${round}`, message, headers);
  }

  agree(ceremony) {
    return this.act(`/ceremonies/${ceremony}/agreement`, `agreement-${ceremony}`);
  }

  stop(ceremony) {
    return this.act(`/ceremonies/${ceremony}/end`, `end-${ceremony}`, { differ: 1 });
  }

  forget(ceremony) {
    return this.act(`/ceremonies/${ceremony}/oblivion`, `oblivion-${ceremony}`);
  }

  act(path, key, form = {}) {
    return this.send("PUT", path, new URLSearchParams(form), { "Idempotency-Key": key });
  }

  async send(method, path, body, more = {}) {
    const token = document.querySelector('meta[name="csrf-token"]').content;
    const headers = { Accept: "application/json", "X-CSRFToken": token, ...more };
    const answer = await fetch(this.base + path, { method, body, headers, cache: "no-store" }).catch(() => {
      throw Object.assign(new Error("no net"), { code: "NO_NET" });
    });
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) throw Object.assign(new Error(told.error), { code: answer.status >= 500 ? "NO_NET" : "SAID", words: told.error });
    return told;
  }
}
