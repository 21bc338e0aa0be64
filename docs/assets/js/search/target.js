// Marks the words that were found on the page that a result leads to.

import { fold, grams, marks } from "./text.js";

const WORTH = 6;
const MOST = 60;

function wrap(node, ranges) {
  for (const [start, end] of ranges.reverse()) {
    const found = node.splitText(start);
    found.splitText(end - start);
    const mark = document.createElement("mark");
    found.replaceWith(mark);
    mark.append(found);
  }
}

/** Whether a stretch stands in the search as it is, or is the word that the search begins. */
const isOne = (stretch, folded) => folded.includes(stretch) || stretch.includes(folded);

/** Mark what of `text` stands on the page; single small words are left alone, whatever the text. */
export function markTarget(text) {
  const folded = fold(text.slice(0, 300));
  if (!folded) return;
  const wanted = new Set(grams(folded).map(([gram]) => gram));
  const article = document.querySelector("article") ?? document.querySelector("main");
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("script, style, template, [data-search], mark, svg")) {
      nodes.push(walker.currentNode);
    }
  }
  let left = MOST;
  for (const node of nodes) {
    const likely = marks(node.data, wanted, Math.min(WORTH, folded.length));
    const ranges = likely.filter(([start, end]) => isOne(fold(node.data.slice(start, end)), folded)).slice(0, left);
    left -= ranges.length;
    wrap(node, ranges);
  }
}
