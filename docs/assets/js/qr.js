// QR codes (ISO/IEC 18004) of bytes, versions 1 to 6, correction M, always mask 0. Loaded when something is printed.

// By version: bytes of data and of correction in a block, and blocks
const VERSIONS = [[16, 10, 1], [28, 16, 1], [44, 26, 1], [32, 18, 2], [43, 24, 2], [27, 16, 4]];
const FORMAT = "101010000010010"; // correction M, mask 0
const HEADER = 2; // bytes for the mode, the length and the end

/* Codewords */

/** The product of `a` and `b` in the field of 256 elements. */
function times(a, b) {
  let product = 0;
  for (; b; b >>= 1, a = (a << 1) ^ (a & 128 && 285)) if (b & 1) product ^= a;
  return product;
}

/** The polynomial whose roots are the first `degree` powers of 2, highest coefficient first. */
function generatorOf(degree) {
  let found = [1];
  for (let root = 1; found.length <= degree; root = times(root, 2)) {
    found = [...found, 0].map((one, at) => one ^ times(found[at - 1], root));
  }
  return found;
}

/** The Reed–Solomon remainder of `block`. */
function correction(block, generator) {
  const rest = [...block, ...generator.slice(1).fill(0)];
  block.forEach((_, at) => {
    const lead = rest[at];
    generator.forEach((one, next) => (rest[at + next] ^= times(one, lead)));
  });
  return rest.slice(block.length);
}

const interleaved = (blocks) => blocks[0].flatMap((_, at) => blocks.map((block) => block[at]));
const hex = (number) => number.toString(16).padStart(2, "0");

function codewords(bytes, [size, checks, count]) {
  const digits = `4${hex(bytes.length)}${[...bytes].map(hex).join("")}0`;
  const data = digits.match(/../g).map((pair) => Number.parseInt(pair, 16));
  while (data.length < size * count) data.push(236, 17);
  const blocks = Array.from({ length: count }, (_, at) => data.slice(at * size, (at + 1) * size));
  const generator = generatorOf(checks);
  return [...interleaved(blocks), ...interleaved(blocks.map((block) => correction(block, generator)))];
}

/* Modules */

const distance = (x, y) => Math.max(Math.abs(x), Math.abs(y));

/** The module at `x`, `y` where it does not depend on the data; `undefined` elsewhere. */
function fixed(x, y, side) {
  for (const [left, top] of [[3, 3], [side - 4, 3], [3, side - 4]]) {
    const away = distance(x - left, y - top);
    if (away <= 4) return away !== 2 && away !== 4;
  }
  const away = distance(x - side + 7, y - side + 7);
  if (side > 21 && away <= 2) return away !== 1;
  if (x === 6 || y === 6) return (x + y) % 2 === 0;
  return format(x, y, side);
}

function format(x, y, side) {
  const isAt = (place) => FORMAT[place] === "1";
  if (y === 8 && x <= 8) return isAt(x - (x > 6));
  if (y === 8 && x >= side - 8) return isAt(x - side + 15);
  if (x === 8 && y <= 7) return isAt(14 - y - (y > 6 && -1));
  if (x === 8 && y >= side - 8) return y === side - 8 || isAt(side - 1 - y);
}

/** The places of the data, in pairs of columns from the right, upwards and downwards by turns. */
function* dataPlaces(side) {
  for (let right = side - 1, turn = 0; right > 0; right -= right === 8 ? 3 : 2, turn += 1) {
    for (let step = 0; step < 2 * side; step += 1) {
      const place = [right - (step % 2), turn % 2 ? step >> 1 : side - 1 - (step >> 1)];
      if (fixed(...place, side) === undefined) yield place;
    }
  }
}

/** The rows of the code of `text`, `true` for dark; `null` where it is too long. */
function rowsOf(text) {
  const bytes = new TextEncoder().encode(text);
  const version = VERSIONS.findIndex(([size, , count]) => size * count >= bytes.length + HEADER);
  if (version < 0) return null;
  const words = codewords(bytes, VERSIONS[version]);
  const side = 21 + 4 * version;
  const rows = Array.from({ length: side }, (_, y) => Array.from({ length: side }, (_, x) => fixed(x, y, side)));
  let bit = 0;
  for (const [x, y] of dataPlaces(side)) {
    rows[y][x] = ((words[bit >> 3] >> (7 - (bit & 7))) & 1) !== Number((x + y) % 2 === 0);
    bit += 1;
  }
  return rows;
}

const DOTS = 4; // a module, so that a printer that smooths pictures keeps its edges

/** The code of `text` as the address of a picture; `null` where `text` is too long. */
export function qrPicture(text) {
  const rows = rowsOf(text);
  if (!rows) return null;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = rows.length * DOTS;
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000";
  rows.forEach((row, y) => row.forEach((dark, x) => dark && pen.fillRect(x * DOTS, y * DOTS, DOTS, DOTS)));
  return canvas.toDataURL();
}
