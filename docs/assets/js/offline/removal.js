// In place of the service worker where a site keeps nothing: removes an earlier one and all that it kept.

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const prefix = `hs-${new URL(registration.scope).pathname}:`;
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
  await registration.unregister();
}
