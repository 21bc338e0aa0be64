// Pages kept for times without a network: starts the service worker, says when it is offline, switches it off.
// Kept in localStorage: hs-offline = "off" where the reader switched it off.

const ROOT = new URL("../../../", import.meta.url);
const workers = navigator.serviceWorker;
const note = document.querySelector("[data-offline-note]");
const tools = document.querySelector("[data-offline-tools]");
let kept = false;
let storage;

const isOff = () => storage.recall("hs-offline") === "off";

function say() {
  const missing = location.hash === "#not-kept";
  const offline = missing || kept || !navigator.onLine;
  note.hidden = !offline;
  note.textContent = offline ? note.dataset[missing ? "missing" : "kept"] : "";
}

async function start() {
  await workers.register(new URL("sw.js", ROOT));
  const { active } = await workers.ready;
  active.postMessage({ locale: document.documentElement.lang, path: location.pathname });
}

async function stop() {
  await (await workers.getRegistration(ROOT))?.unregister();
  for (const name of await caches.keys()) if (name.startsWith(`hs-${ROOT.pathname}:`)) await caches.delete(name);
}

function show() {
  const off = isOff();
  tools.hidden = false;
  tools.querySelector("span").textContent = tools.dataset[off ? "stopped" : "keeps"];
  tools.querySelector("button").textContent = tools.dataset[off ? "start" : "stop"];
}

async function toggle() {
  storage.keep("hs-offline", isOff() ? null : "off");
  await (isOff() ? stop() : start());
  show();
}

/** `store` is store.js, which imports the script that calls this. */
export async function begin(store) {
  storage = store;
  if (!note || !tools) return;
  for (const event of ["online", "offline", "hashchange"]) addEventListener(event, say);
  workers.addEventListener("message", ({ data }) => {
    kept = data.offline;
    say();
  });
  tools.querySelector("button").addEventListener("click", toggle);
  say();
  try {
    await (isOff() ? stop() : start());
    show();
  } catch {
    // Refused by the browser or its settings: the site works as before, without keeping anything.
  }
}
