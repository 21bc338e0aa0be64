// All of the offline part that a first view loads: the rest comes once somebody stays for ten seconds, opens a second
// page in a visit, or is read to by a service worker already.
import { keep, recall } from "../store.js";

const STAYS = 10_000; // ms
const workers = navigator.serviceWorker;

function isAgain() {
  const again = recall("hs-visit", "sessionStorage");
  keep("hs-visit", "1", "sessionStorage");
  return again !== null;
}

function settle() {
  const start = () => import("./page.js").then(({ begin }) => begin({ keep, recall }));
  if (isAgain() || workers.controller || !navigator.onLine) (globalThis.requestIdleCallback ?? setTimeout)(start);
  else setTimeout(start, STAYS);
}

const arrive = () => (document.readyState === "complete" ? settle() : addEventListener("load", settle));
if (workers && !navigator.connection?.saveData) {
  if (document.prerendering) document.addEventListener("prerenderingchange", arrive, { once: true });
  else arrive();
}
