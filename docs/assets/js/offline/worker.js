// The service worker. The network always comes first for pages; what was kept answers only when it does not.
// BUILD, which publishing writes above, says which build this is and what a reader of each language keeps.

const CACHE = `hs-${BUILD.version}`;
const MOST_PAGES = 60;
const scope = self.registration.scope;
const isOurs = (name) => name.startsWith("hs-");
const hasFingerprint = (url) => /\.[0-9a-f]{8,}[./]/.test(url.pathname);
const answeredOffline = new Set();

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(start()));

async function start() {
  await registration.navigationPreload?.enable();
  await clients.claim();
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !request.url.startsWith(scope) || request.headers.has("range")) return;
  if (request.mode === "navigate") event.respondWith(page(event, url));
  else if (hasFingerprint(url)) event.respondWith(unchanging(event));
  else event.respondWith(networkFirst(event));
});

async function page(event, url) {
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    answeredOffline.delete(url.pathname);
    if (response.ok && response.type === "basic") event.waitUntil(keep(url.pathname, response.clone()));
    return response;
  } catch {
    answeredOffline.add(url.pathname);
    return (await find(url.pathname)) ?? (await home(url));
  }
}

/** The home page with a note that the page asked for was not kept. */
async function home(url) {
  const path = new URL(scope).pathname;
  const locale = Object.keys(BUILD.kept).find((one) => url.pathname.startsWith(`${path}${one}/`));
  const address = path + (locale ? `${locale}/` : "");
  return (await find(address)) ? Response.redirect(`${address}#not-kept`) : Response.error();
}

async function unchanging(event) {
  const found = await find(event.request.url);
  return found ?? networkFirst(event);
}

async function networkFirst(event) {
  try {
    const response = await fetch(event.request);
    if (response.ok && response.type === "basic" && new URL(event.request.url).search === "")
      event.waitUntil(keep(event.request.url, response.clone()));
    return response;
  } catch {
    return (await find(event.request.url)) ?? Response.error();
  }
}

async function keep(key, response) {
  const cache = await caches.open(CACHE);
  await cache.put(key, response);
}

/** What was kept of this build, or else of an earlier one. */
async function find(key) {
  const names = (await caches.keys()).filter(isOurs).sort((a, b) => (b === CACHE) - (a === CACHE));
  for (const name of names) {
    const found = await (await caches.open(name)).match(key);
    if (found) return found;
  }
}

// A page tells its language and address once it is at rest, and is told whether it came without a network.
addEventListener("message", (event) => {
  const { locale, path } = event.data;
  event.source?.postMessage({ offline: answeredOffline.has(path) });
  if (!answeredOffline.has(path)) event.waitUntil(keepAll(BUILD.kept[locale] ?? [], path));
});

async function keepAll(files, path) {
  const cache = await caches.open(CACHE);
  const old = await earlierPages();
  const wanted = [...files.map((file) => new URL(file, scope).href), new URL(path, scope).href, ...old];
  for (const url of new Set(wanted)) {
    if (await cache.match(url)) continue;
    const response = await fetch(url).catch(() => null);
    if (response === null) return; // without a network what was kept earlier stays
    if (response.ok && response.type === "basic") await cache.put(url, response);
  }
  for (const name of await caches.keys()) if (isOurs(name) && name !== CACHE) await caches.delete(name);
}

/** The pages kept by earlier builds, which this build keeps anew: the last ones, so the store stays small. */
async function earlierPages() {
  const pages = [];
  for (const name of await caches.keys()) {
    if (!isOurs(name) || name === CACHE) continue;
    for (const { url } of await (await caches.open(name)).keys()) if (url.endsWith("/")) pages.push(url);
  }
  return pages.slice(-MOST_PAGES);
}
