/* The member's page beyond the wire: the view chosen on this device, and a screen that stays awake. */
const VIEW = "klubba.view";
const WIDE = matchMedia("(min-width: 1100px)");
const { view } = document.body.dataset;

const remembered = () => { try { return localStorage.getItem(VIEW); } catch { return null; } };
const remember = (name) => { try { localStorage.setItem(VIEW, name); } catch { /* chosen for this time only */ } };

if (view === "easy" && remembered() === "full" && WIDE.matches && !location.search) location.replace("?view=full");

addEventListener("click", ({ target }) => {
  const link = target.closest("a[data-view]");
  if (link) remember(link.dataset.view);
});

/* Whoever was reading further down is brought to the question when it comes. */
const question = () => document.querySelector("#vote form, #question form")?.action;
let asked = question();
document.addEventListener("klubba:patch", () => {
  const now = question();
  if (now && now !== asked) scrollTo(0, 0);
  asked = now;
});

/* Let go by the browser whenever the page is hidden, and asked for again. */
async function stayAwake() {
  if (document.hidden) return;
  try { await navigator.wakeLock?.request("screen"); } catch { /* a low battery, or an old browser */ }
}
document.addEventListener("visibilitychange", stayAwake);
stayAwake();
