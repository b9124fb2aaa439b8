/* An election on paper: the page is drawn anew when something has happened in it. */
import { drawAnew } from "./anew.js";

const root = document.getElementById("paper-page");
const SOON = 150; // ms: several ticks at once become one redraw
let timer;

document.addEventListener("klubba:patch", ({ detail }) => {
  if (detail.panels?.papers === undefined) return;
  clearTimeout(timer);
  timer = setTimeout(() => drawAnew(root), SOON);
});
