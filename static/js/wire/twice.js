/* The second half of a double press, or a key held down, does only what the button said at the first. */
let first; // the act of the latest press that stood alone

export function start() {
  addEventListener("click", onlyTheSame, true);
  addEventListener("keydown", (event) => {
    if (event.repeat && event.key === "Enter" && buttonOf(event)) event.preventDefault();
  });
}

const buttonOf = ({ target }) => target.closest("form[data-act] button");

function onlyTheSame(event) {
  const button = buttonOf(event);
  if (!button) return;
  const act = actOf(button.form);
  if (event.detail > 1 && act !== first) {
    event.preventDefault();
    event.stopPropagation();
  } else first = act;
}

const actOf = (form) => [form.getAttribute("action"), form.dataset.method, new URLSearchParams(new FormData(form))].join(" ");
