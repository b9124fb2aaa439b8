/* Puts a panel's new HTML into the page, without taking anything out of somebody's hands. */
import { Idiomorph } from "idiomorph";

const HEADING = "h1, h2, h3, h4, [data-heading]";
const OPENED = ["DIALOG", "DETAILS"];

export function morph(name, html) {
  const panel = document.getElementById(name);
  if (!panel) return;
  const hadFocus = panel.contains(document.activeElement);
  Idiomorph.morph(panel, html, { morphStyle: "outerHTML", callbacks: { beforeNodeMorphed, beforeAttributeUpdated } });
  if (hadFocus && document.activeElement === document.body) focusHeading(document.getElementById(name));
}

function beforeNodeMorphed(old) {
  return !(old.nodeType === Node.ELEMENT_NODE && old.matches("input, textarea, select")
    && (old === document.activeElement || isTouched(old)));
}

/* Something written or chosen and not yet sent. */
function isTouched(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.tagName !== "SELECT") return field.value !== field.defaultValue;
  const wasChosen = [...field.options].some((option) => option.defaultSelected);
  return wasChosen && [...field.options].some((option) => option.selected !== option.defaultSelected);
}

/* What has been stored is no longer "written and not yet sent". */
export function settle(form) {
  for (const field of form.elements) {
    if ("defaultChecked" in field) field.defaultChecked = field.checked;
    if ("defaultValue" in field && field.type !== "file" && field.type !== "hidden") field.defaultValue = field.value;
    for (const option of field.options ?? []) option.defaultSelected = option.selected;
  }
}

function beforeAttributeUpdated(name, element) {
  return !(name === "open" && OPENED.includes(element.tagName));
}

function focusHeading(panel) {
  const heading = panel?.querySelector(HEADING) ?? panel;
  if (heading && !heading.hasAttribute("tabindex")) heading.tabIndex = -1;
  heading?.focus({ preventScroll: true });
}
