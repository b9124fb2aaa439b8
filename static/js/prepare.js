/* A note is saved while it is written: when the hand rests, when the field is left, and when the page is.
   live.js sends it; what it has stored is the field's default value from then on. */
const REST = 900; // ms
let timer;

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const field = form.querySelector("textarea");
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(save, REST, form, field); });
  field.addEventListener("blur", () => save(form, field));
  addEventListener("pagehide", () => { if (field.value !== field.defaultValue) leave(form); });
}

function save(form, field) {
  clearTimeout(timer);
  if (field.value === (field.dataset.sent ?? field.defaultValue)) return;
  field.dataset.sent = field.value;
  form.requestSubmit();
}

/* The page is going away: one last try that outlives it. */
function leave(form) {
  const token = document.querySelector("meta[name='csrf-token']")?.content;
  const key = crypto.randomUUID?.() ?? `${Date.now()}.${Math.random()}`;
  fetch(form.action, { method: "PUT", keepalive: true, body: new URLSearchParams(new FormData(form)),
    headers: { Accept: "application/json", "Idempotency-Key": key, ...(token && { "X-CSRFToken": token }) } })
    .catch(() => undefined);
}
