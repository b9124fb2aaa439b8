/* One character per seat: the whole council in a short string, put on the seats as attributes. */
import { all, set } from "./page.js";

const tracks = {};

export function follow(name, string) {
  tracks[name] = string;
}

export function show() {
  const known = Object.entries(tracks);
  if (!known.length) return;
  for (const seat of all("[data-seat]")) {
    for (const [name, string] of known) {
      const state = string[seat.dataset.seat];
      if (state) set(seat, `data-${name}`, state);
    }
  }
}
