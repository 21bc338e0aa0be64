// What scripts share: storage that a browser may refuse, the reader's device, words that stand in templates,
// the clipboard, and notices.
// Publishing puts the other scripts of every page into this file.

/** The text kept under `key`; null where there is none, or where the browser keeps nothing. */
export function recall(key, storage = "localStorage") {
  try {
    return globalThis[storage].getItem(key);
  } catch {
    return null;
  }
}

/** Keep `text` under `key`, or nothing where it is null. Gives whether the browser did. */
export function keep(key, text, storage = "localStorage") {
  try {
    if (text === null) globalThis[storage].removeItem(key);
    else globalThis[storage].setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** What was kept under `key` as JSON; null where it is no JSON. */
export function recallJson(key, storage) {
  try {
    return JSON.parse(recall(key, storage));
  } catch {
    return null;
  }
}

/** The list of texts that was kept under `key`; empty where it is anything else. */
export function recallTexts(key) {
  const kept = recallJson(key);
  return Array.isArray(kept) ? kept.filter((item) => typeof item === "string") : [];
}

export const keepJson = (key, value, storage) => keep(key, JSON.stringify(value), storage);

const DEVICES = "hs-devices"; // the one chosen last first

/** Of the devices and browsers `offered`, the one that was chosen last or seems to be in use; else the first. */
export function likelyDevice(offered) {
  return [...recallTexts(DEVICES), ...devicesInUse()].find((device) => offered.includes(device)) ?? offered[0];
}

function devicesInUse() {
  const agent = navigator.userAgent;
  const browser = [["edge", /Edg\//], ["firefox", /Firefox\//], ["chrome", /Chrome\//], ["safari", /Safari\//]];
  if (matchMedia("(pointer: coarse) and (max-width: 48em)").matches) {
    return [/iPhone|iPad/.test(agent) ? "iphone" : "android", "phone", "app"];
  }
  return [...browser.filter(([, pattern]) => pattern.test(agent)).map(([name]) => name), "pc"];
}

export function rememberDevice(device) {
  keepJson(DEVICES, [device, ...recallTexts(DEVICES).filter((other) => other !== device)].slice(0, 20));
}

/** The words of the template `id` by their keys. */
export function wordsOf(id) {
  const words = document.getElementById(id)?.content.children ?? [];
  return Object.fromEntries([...words].map((word) => [word.dataset.key, word.textContent]));
}

/** Put `text` on the clipboard. Gives whether the browser did. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Say `text` for a moment, to those who see and those who hear. */
export function announce(text) {
  document.querySelector(".toast")?.remove();
  const toast = document.createElement("p");
  toast.className = "toast";
  toast.setAttribute("role", "status");
  document.body.append(toast);
  requestAnimationFrame(() => (toast.textContent = text));
  setTimeout(() => toast.remove(), 4000);
}

/** Copy `text` and say `done`, or that it failed. */
export async function copyText(text, done) {
  const { copied, "copy-failed": failed } = wordsOf("site-words");
  announce((await copy(text)) ? (done ?? copied) : failed);
}
