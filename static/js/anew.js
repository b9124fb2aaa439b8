/* Parts of a page fetched again where the page itself is the truth: every [data-redraw] with an id in it. */

/* Did the page answer? */
export async function drawAnew(root) {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => undefined);
  if (!answer?.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of root.querySelectorAll("[data-redraw]")) {
    const fresh = page.getElementById(part.id);
    if (fresh) keeping(root, part, () => part.replaceChildren(...fresh.childNodes));
  }
  return true;
}

/* What somebody is writing, and where they are, stays. */
function keeping(root, part, change) {
  const here = part.contains(document.activeElement) ? document.activeElement : undefined;
  const written = [...part.querySelectorAll(":is(input, textarea)[id]")].filter((field) => field.value !== field.defaultValue)
    .map(({ id, value }) => [id, value]);
  const opened = [...part.querySelectorAll("details[id][open]")].map(({ id }) => id);
  const marked = here?.matches("input, textarea") ? [here.selectionStart, here.selectionEnd] : undefined;
  change();
  for (const [id, value] of written) if (document.getElementById(id)) document.getElementById(id).value = value;
  for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
  if (!here) return;
  const again = document.getElementById(here.id) ?? part.closest("section")?.querySelector("h2") ?? root.querySelector("h1");
  if (!again.matches("button, a, input, select, textarea, summary")) again.tabIndex = -1;
  if (again.hidden) again.hidden = false;
  again.focus({ preventScroll: true });
  if (marked && marked[0] !== null) again.setSelectionRange(...marked);
}
