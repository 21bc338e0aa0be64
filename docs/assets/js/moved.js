// Follows the note that stands for a section which is now elsewhere.

function follow() {
  const link = document.querySelector(".moved:target a");
  if (link) location.replace(link.href);
}

addEventListener("hashchange", follow);
follow();
