/* What is marked in the text, with pointer or keys, is written in the field as the piece to hide.  Without this script it is
   copied or typed there. */
const field = document.querySelector("[data-takes-selection]");
const text = document.getElementById(field.dataset.takesSelection);

document.addEventListener("selectionchange", () => {
  const marked = getSelection();
  if (marked.isCollapsed || !text.contains(marked.anchorNode) || !text.contains(marked.focusNode)) return;
  const words = marked.toString().replace(/\s+/g, " ").trim();
  if (words && words.length <= field.maxLength) field.value = words;
});
