/* A click on the words of a screen copies them. Readers without a pointer select and copy as in any text. */

const SHOWN = 2500; // milliseconds that the answer stays

const first = document.querySelector(".wording[data-copied]");
if (first && navigator.clipboard) {
  start(first.dataset.copied);
}

function start(copied) {
  const said = document.createElement("div");
  said.className = "wording-copied";
  said.setAttribute("role", "status");
  document.body.append(said);
  for (const wording of document.querySelectorAll(".wording")) {
    if (!wording.closest("a, button, summary, label")) {
      wording.dataset.copies = "";
    }
  }
  document.addEventListener("click", (event) => copy(event, said, copied));
}

async function copy(event, said, copied) {
  const words = event.target.closest?.(".wording[data-copies] .wording-says");
  if (!words) {
    return;
  }
  try {
    await navigator.clipboard.writeText(words.textContent.replaceAll("\u200b", ""));
  } catch {
    return; // the click has selected the words, so they can still be copied by hand
  }
  said.textContent = copied;
  clearTimeout(said.timer);
  said.timer = setTimeout(() => (said.textContent = ""), SHOWN);
}
