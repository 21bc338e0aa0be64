// What scripts share: storage that a browser may refuse, the clipboard, and words that stand in templates.

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

export const keepJson = (key, value, storage) => keep(key, JSON.stringify(value), storage);

/** Put `text` on the clipboard. Gives whether the browser did. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The words of the template `id` by their keys. */
export function wordsOf(id) {
  const words = document.getElementById(id)?.content.children ?? [];
  return Object.fromEntries([...words].map((word) => [word.dataset.key, word.textContent]));
}
