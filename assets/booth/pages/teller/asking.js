/* Asks before something that cannot be taken back; the safe answer has the focus. */
import { filled } from "./drawing.js";

export function sure(about, values) {
  const dialog = document.getElementById("sure");
  const [words, yes, no] = ["sure-words", "yes", "no"].map((id) => document.getElementById(id));
  words.textContent = filled(words.dataset[about], values);
  if (!dialog.showModal) return Promise.resolve(window.confirm(words.textContent)); // Safari 14
  yes.textContent = yes.dataset[about];
  return new Promise((resolve) => {
    const done = (answer) => () => {
      dialog.close();
      resolve(answer);
    };
    yes.onclick = done(true);
    no.onclick = done(false);
    dialog.oncancel = () => resolve(false);
    dialog.showModal();
  });
}
