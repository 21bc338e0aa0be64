{
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  let whole = false;
  try {
    const scheme = localStorage.getItem("hs-scheme");
    if (scheme) root.dataset.scheme = scheme;
    whole = localStorage.getItem("hs-flow") === "whole";
  } catch { /* storage may be refused; the defaults stay */ }
  // Charts look as flow.js will leave them. Where it does not arrive, they are whole again.
  if (!whole) {
    const soon = (here) => root.classList.toggle("flow-soon", here);
    soon(true);
    addEventListener("load", () => soon(false));
    setTimeout(soon, 4000, false);
  }
  // A part is gone (an old page after a new build): load the page anew, once a visit; then it is as without scripts.
  const anew = () => {
    try {
      if (!navigator.onLine || sessionStorage.getItem("hs-anew")) return false;
      sessionStorage.setItem("hs-anew", "1");
    } catch { return false; /* without storage the page might load for ever */ }
    location.reload();
    return true;
  };
  addEventListener("error", ({ target: part }) => {
    if (part.tagName === "SCRIPT") anew() || root.classList.replace("js", "no-js");
    else if (part.rel === "stylesheet") anew();
  }, true);
  // Workers may only come from this site; text is never run and never becomes mark-up (Trusted Types).
  if (window.trustedTypes) {
    trustedTypes.createPolicy("default", {
      createScriptURL: (url) => (new URL(url, document.baseURI).origin === location.origin ? url : null),
    });
  }
}
