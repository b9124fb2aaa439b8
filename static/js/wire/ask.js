/* Dialogs, and the question that comes before an act that cannot be taken back. */

export function start() {
  addEventListener("click", ({ target }) => {
    const opener = target.closest("[data-opens]");
    if (opener && opener.getAttribute("aria-disabled") !== "true") open(document.getElementById(opener.dataset.opens));
    if (target.closest("[data-closes]")) target.closest("dialog")?.close();
  });
}

/* One at a time: a dialog opened from another takes its place. */
function open(dialog) {
  if (!dialog || dialog.open) return;
  document.querySelector("dialog[open]")?.close();
  dialog.showModal();
}

/* One question at a time.  Esc, "Avbryt" and a page without the dialog all mean no. */
export function ask(text, button) {
  const dialog = document.getElementById("ask");
  if (!dialog || dialog.open) return Promise.resolve(false);
  const answers = dialog.querySelector("[data-answers]");
  document.getElementById("ask-words").textContent = text;
  answers.textContent = button;
  return new Promise((resolve) => {
    let yes = false;
    const agree = () => { yes = true; dialog.close(); };
    answers.addEventListener("click", agree, { once: true });
    dialog.addEventListener("close", () => { answers.removeEventListener("click", agree); resolve(yes); }, { once: true });
    dialog.showModal();
  });
}
