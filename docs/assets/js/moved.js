// Follows the note that stands for a section which is now elsewhere.

function follow() {
  const note = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (note?.matches(".moved")) location.replace(note.querySelector("a").href);
}

addEventListener("hashchange", follow);
follow();
