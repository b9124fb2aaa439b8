/* What the teller's page asks of the server. */
export class Server {
  constructor(base) {
    this.base = base;
  }

  standing(isSeated) {
    return this.send("GET", `/teller/standing${isSeated ? "?seated=1" : ""}`);
  }

  say(ceremony, round, message) {
    const headers = { "Content-Type": "application/json", "Idempotency-Key": `ceremony-${ceremony}-${round}-${chance()}` };
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

  /* What is published of an election: a text, exactly as it stands on the board, or its bytes. */
  async published(election, name, kind = "text") {
    const answer = await this.reach(`/elections/${election}/${name}`, {});
    if (!answer.ok) throw problem(answer.status >= 500 ? "NO_NET" : "NOT_SEEN");
    return answer[kind]();
  }

  share(election, partial) {
    return this.act(`/elections/${election}/share`, `share-${election}-${chance()}`, { partial });
  }

  act(path, key, form = {}) {
    return this.send("PUT", path, new URLSearchParams(form), { "Idempotency-Key": key });
  }

  async send(method, path, body, more = {}) {
    const token = document.querySelector('meta[name="csrf-token"]').content;
    const headers = { Accept: "application/json", "X-CSRFToken": token, ...more };
    const answer = await this.reach(path, { method, body, headers });
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) throw problem(answer.status >= 500 ? "NO_NET" : "SAID", { words: told.error, status: answer.status });
    return told;
  }

  reach(path, how) {
    return fetch(this.base + path, { ...how, cache: "no-store" }).catch(() => {
      throw problem("NO_NET");
    });
  }
}

const problem = (code, more = {}) => Object.assign(new Error(code), { code, ...more });

const chance = () => crypto.getRandomValues(new Uint32Array(1))[0];
