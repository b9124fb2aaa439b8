/* The wall: when the words are many they get smaller, until they fit or cannot be read from the last row. */
const SMALLEST = 0.5;
const STEP = 0.03;

function fit() {
  const words = document.getElementById("words");
  const room = words.parentElement.clientHeight * 0.97;
  for (let size = 1; size >= SMALLEST; size -= STEP) {
    words.style.setProperty("--fit", size);
    if (words.offsetHeight <= room) return;
  }
}

fit();
document.fonts.ready.then(fit);
document.addEventListener("klubba:patch", fit);
addEventListener("resize", fit);
