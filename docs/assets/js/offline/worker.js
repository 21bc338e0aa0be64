// The service worker. The network always comes first for pages; what was kept answers only when it does not.
// BUILD, which publishing writes above, says which build this is and what a reader of each language keeps.

const MOST_PAGES = 60;
const PATIENCE = 4000; // ms
const MARK = 'id="site-words"'; // on every page of the site, and on no sign-in page of a network
const scope = self.registration.scope;
const PREFIX = `hs-${new URL(scope).pathname}:`; // other sites of this host keep their own
const CACHE = PREFIX + BUILD.version;
const isOurs = (name) => name.startsWith(PREFIX);
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

/** From the network, or what was kept where that fails or keeps somebody waiting. */
async function page(event, url) {
  const answer = fromNetwork(event, url.pathname);
  event.waitUntil(answer.catch(() => null));
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE, null));
  const response = await Promise.race([answer.catch(() => null), patience]);
  if (response && response.status < 500) {
    answeredOffline.delete(url.pathname);
    return response;
  }
  return (await keptPage(url)) ?? response ?? answer.catch(() => home(url));
}

async function fromNetwork(event, key) {
  const response = (await event.preloadResponse) ?? (await fetch(event.request));
  event.waitUntil(keep(key, response.clone()));
  return response;
}

async function keptPage(url) {
  const withSlash = `${url.pathname}/`;
  if (!url.pathname.endsWith("/") && (await find(withSlash))) return Response.redirect(withSlash);
  const found = await find(url.pathname);
  if (found) answeredOffline.add(url.pathname);
  return found;
}

/** The home page, in the language of `url` where that was kept, with a note that the page asked for was not. */
async function home(url) {
  const path = new URL(scope).pathname;
  const homes = ["", ...Object.keys(BUILD.kept).map((locale) => `${locale}/`)].map((one) => path + one);
  homes.sort((a, b) => url.pathname.startsWith(b) * b.length - url.pathname.startsWith(a) * a.length);
  for (const address of homes) {
    if (await find(address)) {
      answeredOffline.add(address);
      return Response.redirect(`${address}#not-kept`);
    }
  }
  return Response.error();
}

async function unchanging(event) {
  const found = await find(event.request.url);
  return found ?? networkFirst(event);
}

async function networkFirst(event) {
  const { request } = event;
  try {
    const response = await fetch(request);
    if (response.status < 500) {
      if (new URL(request.url).search === "") event.waitUntil(keep(request.url, response.clone()));
      return response;
    }
  } catch {
    // What was kept answers below.
  }
  return (await find(request.url)) ?? Response.error();
}

async function keep(key, response) {
  if (!response.ok || response.type !== "basic" || !(await isFromSite(key, response.clone()))) return;
  await (await caches.open(CACHE)).put(key, response);
}

/** A page bears the site's mark; nothing else is a page. */
async function isFromSite(key, response) {
  const isPage = (response.headers.get("Content-Type") ?? "").startsWith("text/html");
  return key.endsWith("/") ? isPage && (await response.text()).includes(MARK) : !isPage;
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
    const asked = fetch(url, hasFingerprint(new URL(url)) ? {} : { cache: "no-cache" });
    const response = await asked.catch(() => null);
    if (response === null) return; // without a network what was kept earlier stays
    await keep(url, response);
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
