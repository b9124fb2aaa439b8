/* Several workers that check ballots beside each other, where the device has the cores and its browser lets a worker have
   workers of its own. */
import { alone } from "./proving.js";

const MOST = 4;

export class Team {
  /* `hire` makes a worker with this program. */
  constructor(hire, size) {
    this.hire = hire;
    this.size = Math.min(MOST, size);
  }

  /* As `validOf`; where somebody fails, fewer are found. */
  async proven(election, ballots, tell) {
    if (ballots.length < this.size) return alone.proven(election, ballots, tell);
    const done = new Array(this.size).fill(0);
    const found = done.map((_, at) => {
      const part = ballots.filter((_ballot, place) => place % this.size === at);
      return this.ask({ election: election.text, ballots: part }, (share) => {
        done[at] = share;
        tell(done.reduce((sum, one) => sum + one, 0) / this.size);
      });
    });
    return (await Promise.all(found)).flat();
  }

  ask(told, tell) {
    return new Promise((resolve) => {
      const worker = this.hire();
      const finish = (hashes) => {
        worker.terminate();
        resolve(hashes);
      };
      worker.onmessage = ({ data: { done, answer } }) => {
        if (done !== undefined) tell(done);
        else finish(answer ? answer.proven : []);
      };
      worker.onerror = () => finish([]);
      worker.postMessage({ id: 0, job: "prove", ...told });
    });
  }
}

/* In a worker: as many as the device has cores for. */
export function teamOf({ Worker: Kind, navigator, location }) {
  const cores = (navigator.hardwareConcurrency || 1) - 1; // one is left for the page
  return typeof Kind === "function" && cores > 1 ? new Team(() => new Kind(location.href), cores) : alone;
}
