/* Justering: the page is drawn anew when somebody approves, objects or the text changes. */
import { drawAnew } from "./anew.js";

const root = document.getElementById("approval-page");
const SOON = 150; // ms: several answers at once become one redraw
let timer;

document.addEventListener("klubba:patch", ({ detail }) => {
  if (detail.panels?.approval === undefined) return;
  clearTimeout(timer);
  timer = setTimeout(() => drawAnew(root), SOON);
});
