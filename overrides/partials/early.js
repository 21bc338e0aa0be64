(function (root) {
  root.classList.replace("no-js", "js");
  try {
    var scheme = localStorage.getItem("hs-scheme");
    if (scheme) root.dataset.scheme = scheme;
  } catch (_) { /* storage may be refused; the system's scheme stays */ }
})(document.documentElement);
