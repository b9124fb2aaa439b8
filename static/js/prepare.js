/* A note is saved while it is written: when the hand rests, when the field is left, and when the page is. */
const REST = 900; // ms
let timer;

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const field = form.querySelector("textarea");
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(save, REST, form, field); });
  field.addEventListener("blur", () => save(form, field));
  addEventListener("pagehide", () => { if (isUnsaved(field)) leave(form); });
}

const isUnsaved = (field) => field.value !== (field.dataset.sent ?? field.defaultValue);

function save(form, field) {
  clearTimeout(timer);
  if (!isUnsaved(field)) return;
  field.dataset.sent = field.value;
  form.requestSubmit();
}

/* The page is going away: one last try that outlives it. */
function leave(form) {
  const body = new URLSearchParams(new FormData(form));
  const token = document.querySelector("meta[name='csrf-token']")?.content;
  fetch(form.action, { method: "PUT", keepalive: true, body,
    headers: { Accept: "application/json", "Idempotency-Key": body.get("key"), ...(token && { "X-CSRFToken": token }) } });
}
