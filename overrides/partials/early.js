(function (root) {
  root.classList.replace("no-js", "js");
  try {
    var scheme = localStorage.getItem("hs-scheme");
    if (scheme) root.dataset.scheme = scheme;
    var flow = localStorage.getItem("hs-flow");
    if (flow) root.dataset.flow = flow;
  } catch (_) { /* storage may be refused; the defaults stay */ }
  // Workers may only come from this site; text is never run and never becomes mark-up (Trusted Types).
  if (window.trustedTypes) {
    trustedTypes.createPolicy("default", {
      createScriptURL: function (url) {
        return new URL(url, document.baseURI).origin === location.origin ? url : null;
      },
    });
  }
})(document.documentElement);
