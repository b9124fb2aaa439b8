/* What the booth asks of the server.  The ballot itself is sent by the worker, without a cookie. */
export class Server {
  constructor(at) {
    this.at = at;
  }

  state() {
    return this.published("state.json").then(JSON.parse);
  }

  /* A text exactly as it stands on the board, or its bytes. */
  async published(name, kind = "text") {
    const answer = await this.reach(`/${name}`, {});
    if (!answer.ok) throw problem(answer.status >= 500 ? "NO_NET" : "SAID", { status: answer.status });
    return answer[kind]();
  }

  /* In the signed-in session: that something is so, and nothing of how. */
  async tell(what, form = {}) {
    const token = document.querySelector('meta[name="csrf-token"]').content;
    const headers = { Accept: "application/json", "X-CSRFToken": token };
    const answer = await this.reach(`/${what}`, { method: "PUT", body: new URLSearchParams(form), headers });
    if (answer.ok) return;
    const told = await answer.json().catch(() => ({}));
    throw problem(answer.status >= 500 ? "NO_NET" : "SAID", { words: told.error, status: answer.status });
  }

  reach(path, how) {
    return fetch(this.at + path, { ...how, cache: "no-store" }).catch(() => {
      throw problem("NO_NET");
    });
  }
}

export const problem = (code, more = {}) => Object.assign(new Error(code), { code, ...more });
