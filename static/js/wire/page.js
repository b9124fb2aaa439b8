/* What the page says about itself, and how its parts reach each other. */
export const page = { ...(document.querySelector("[data-meeting]") ?? document.body).dataset };
page.language ??= document.documentElement.lang;
export const words = { ...document.getElementById("act-note")?.dataset };
export const meeting = `/meetings/${page.meeting}`;

export const redrawn = [];
export const redraw = () => redrawn.forEach((show) => show());

export const all = (selector, root = document) => [...root.querySelectorAll(selector)];
export const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`klubba:${name}`, { detail }));

/* Writes only what differs, so that nothing is announced or laid out in vain.  undefined takes away. */
export function set(element, name, value) {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

export function write(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

/* A choice made on this device, such as "no sound".  A browser may refuse to remember. */
export const device = {
  get: (name) => { try { return localStorage.getItem(name); } catch { return null; } },
  set: (name, value) => { try { localStorage.setItem(name, value); return true; } catch { return false; } },
};
