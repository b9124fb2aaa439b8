/* The form: answers in their order, blank last.  It cannot produce an invalid ballot, and a choice stays when the page draws
   itself anew; a reload forgets it. */
const place = (id) => document.getElementById(id);

export class Choosing {
  constructor({ question, answers, min, max }) {
    Object.assign(this, { question, answers, min, max });
    place("question").textContent = question;
    const rows = [...answers.map((text, at) => this.row(text, String(at))), this.row(place("blank-words").textContent, "blank")];
    place("answers").replaceChildren(...rows);
    place("answers").onchange = (event) => this.changed(event.target);
    this.draw();
  }

  row(text, value) {
    const row = place("answer-row").content.cloneNode(true);
    const input = row.querySelector("input");
    Object.assign(input, { type: this.max === 1 ? "radio" : "checkbox", value });
    row.querySelector("span").textContent = text;
    return row;
  }

  /* Blank stands alone, and no more can be marked than may be. */
  changed(input) {
    if (input.value === "blank" && input.checked) this.clear((one) => one.value !== "blank");
    if (input.value !== "blank" && input.checked) this.clear((one) => one.value === "blank");
    if (this.names().length > this.max) input.checked = false;
    this.draw();
  }

  clear(which) {
    for (const one of this.inputs()) if (which(one)) one.checked = false;
  }

  draw() {
    const chosen = this.names().length;
    const { one, exact, most } = place("counter").dataset;
    const told = this.max === 1 ? one : this.min === this.max ? exact : most;
    place("counter").textContent = told.replace("{chosen}", chosen).replace("{most}", this.max);
    place("review").setAttribute("aria-disabled", String(!this.isWhole()));
  }

  inputs() {
    return [...place("answers").querySelectorAll("input")];
  }

  names() {
    return this.inputs().filter((one) => one.checked && one.value !== "blank").map((one) => Number(one.value));
  }

  isBlank() {
    return this.inputs().some((one) => one.checked && one.value === "blank");
  }

  isWhole() {
    const chosen = this.names().length;
    return this.isBlank() || (chosen >= this.min && chosen <= this.max);
  }

  /* In large letters, nothing else. */
  review() {
    const texts = this.isBlank() ? [place("blank-words").textContent] : this.names().map((at) => this.answers[at]);
    const rows = texts.map((textContent) => Object.assign(document.createElement("li"), { textContent }));
    place("chosen").replaceChildren(...rows);
  }

  /* As the ballot wants it: blank first. */
  marks() {
    const chosen = this.names();
    return [this.isBlank() ? 1 : 0, ...this.answers.map((_, at) => (chosen.includes(at) ? 1 : 0))];
  }

  /* When the ballot is made nothing on the page tells the choice any more. */
  forget() {
    place("answers").replaceChildren();
    place("chosen").replaceChildren();
  }
}
