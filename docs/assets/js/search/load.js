// The index from the network: checked, in parts, the first part first.

const FORMAT = 1;
const PATIENCE = 15000;

/** The JSON at `url`, as `FORMAT` has it. Throws where it is missing, late, cut off or something else. */
export async function read(url) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), PATIENCE);
  try {
    const response = await fetch(url, { signal: controller.signal });
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    const value = await response.json();
    if (value?.format !== FORMAT) throw new Error(`not an index: ${url}`);
    return value;
  } finally {
    clearTimeout(timer);
  }
}
