/* Dialogs, and the question that comes before an act that cannot be taken back. */

export function start() {
  addEventListener("click", ({ target }) => {
    const opener = target.closest("[data-opens]");
    if (opener && opener.getAttribute("aria-disabled") !== "true") open(document.getElementById(opener.dataset.opens));
    if (target.closest("[data-closes]")) target.closest("dialog")?.close();
    if (target.closest("[data-print]")) print();
  });
}

/* One at a time: a dialog opened from another takes its place. */
function open(dialog) {
  if (!dialog || dialog.open) return;
  document.querySelector("dialog[open]")?.close();
  dialog.showModal();
}

/* One question at a time.  Esc, "Avbryt" and a page without the dialog all mean no: "".
   Yes is what was written as a reason where one is needed, else "yes". */
export function ask(text, button, isReasonNeeded) {
  const dialog = document.getElementById("ask");
  if (!dialog || dialog.open) return Promise.resolve("");
  const answers = dialog.querySelector("[data-answers]");
  const [field, why] = ["ask-field", "ask-why"].map((id) => document.getElementById(id));
  document.getElementById("ask-words").textContent = text;
  answers.textContent = button;
  field.hidden = !isReasonNeeded;
  why.value = "";
  return new Promise((resolve) => {
    let said = "";
    const agree = () => {
      said = isReasonNeeded ? why.value.trim() : "yes";
      if (said) dialog.close();
      else why.focus();
    };
    answers.addEventListener("click", agree);
    dialog.addEventListener("close", () => { answers.removeEventListener("click", agree); resolve(said); }, { once: true });
    dialog.showModal();
    if (isReasonNeeded) why.focus();
  });
}
