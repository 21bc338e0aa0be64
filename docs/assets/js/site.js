// What every page has: sharing, copied links, the scheme switch, the language switch that keeps the section.
import { announce, copyText, keep, wordsOf } from "./store.js";

const words = wordsOf("site-words");

const plain = (text) => text.replace(/\u200b/g, "").replace(/\s+/g, " ").trim();

function addressOf(id) {
  const url = new URL(location.href);
  url.hash = id;
  return url.href;
}

function headingTitle(heading) {
  const copy = heading.cloneNode(true);
  copy.querySelectorAll(".anchor-link").forEach((link) => link.remove());
  return plain(copy.textContent);
}

function addAnchorLink(heading) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "anchor-link";
  button.textContent = "#";
  button.title = words["copy-section"];
  button.setAttribute("aria-label", `${words["copy-section"]}: ${headingTitle(heading)}`);
  const id = heading.closest("section.procedure")?.id ?? heading.id;
  button.addEventListener("click", () => {
    history.replaceState(history.state, "", `#${id}`);
    copyText(`${headingTitle(heading)} – ${document.title}\n${addressOf(id)}`);
  });
  heading.append(button);
}

async function share() {
  try {
    await navigator.share({ title: document.title, url: location.href });
  } catch {
    // The reader closed the sheet: nothing to do.
  }
}

const YEAR = 365 * 24 * 60 * 60 * 1000; // ms

/** Say it when the facts of the page were checked more than a year ago. */
function tellAge() {
  const note = document.querySelector("[data-old]");
  const day = note?.parentElement.querySelector("time")?.dateTime;
  if (day) note.hidden = Date.now() - Date.parse(day) < YEAR;
}

function wireTools() {
  for (const button of document.querySelectorAll("[data-share]")) {
    button.hidden = !navigator.share;
    button.addEventListener("click", share);
  }
  for (const button of document.querySelectorAll("[data-copy-page]")) {
    button.addEventListener("click", () => copyText(`${document.title}\n${location.href}`));
  }
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", () => copyText(button.dataset.copy, button.dataset.copied));
  }
}

// A click on the words of a screen copies them. Readers without a pointer select and copy as in any text.
function copyWording({ target }) {
  const said = target.closest?.(".wording-says");
  if (!said || said.closest("a, button, summary, label")) return;
  copyText(plain(said.textContent), document.querySelector(".wording[data-copied]")?.dataset.copied);
}

// The place that is read: what the address names while it is in view, or the last heading or step that began above the
// upper fifth of the window.
function currentPlace() {
  const named = location.hash.length > 1 && document.getElementById(location.hash.slice(1))?.getBoundingClientRect();
  if (named && named.top < innerHeight && named.bottom > 0) return location.hash;
  const limit = innerHeight / 5;
  const above = [...document.querySelectorAll(".text :is(h2, h3, ol.steps > li)[id]")].filter(
    (place) => !place.closest("[hidden], .terms") && place.getBoundingClientRect().top < limit,
  );
  return scrollY > 0 && above.length ? `#${above.at(-1).id}` : location.hash;
}

function keepSection(link) {
  const base = link.getAttribute("href").split("#")[0];
  const update = () => link.setAttribute("href", base + currentPlace());
  for (const event of ["pointerdown", "click", "focus", "mouseenter"]) link.addEventListener(event, update);
}

const SCHEMES = ["auto", "light", "dark"];

function switchScheme() {
  const root = document.documentElement;
  const next = SCHEMES[(SCHEMES.indexOf(root.dataset.scheme ?? "auto") + 1) % SCHEMES.length];
  if (next === "auto") delete root.dataset.scheme;
  else root.dataset.scheme = next;
  keep("hs-scheme", next === "auto" ? null : next);
  announce(words[`scheme-${next}`]);
}

function markCurrentSection(links) {
  const seen = new IntersectionObserver(
    (entries) => {
      for (const entry of entries.filter((row) => row.isIntersecting)) {
        links.forEach((link) => {
          if (link.hash === `#${entry.target.id}`) link.setAttribute("aria-current", "true");
          else link.removeAttribute("aria-current");
        });
      }
    },
    { rootMargin: "-10% 0px -70% 0px" },
  );
  for (const link of links) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) seen.observe(target);
  }
}

// The search at the foot of a phone's screen gives way to a box in the page, and to somebody who reads on.
function giveWay(bar) {
  const inView = new Set();
  let last = scrollY;
  let readsOn = false;
  const update = () => bar.toggleAttribute("data-away", readsOn || inView.size > 0);
  const boxes = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) inView[isIntersecting ? "add" : "delete"](target);
    update();
  });
  document.querySelectorAll("[data-search-page]").forEach((box) => boxes.observe(box));
  addEventListener(
    "scroll",
    () => {
      if (Math.abs(scrollY - last) < 12) return;
      readsOn = scrollY > last && scrollY > innerHeight / 4;
      last = scrollY;
      update();
    },
    { passive: true },
  );
}

tellAge();
wireTools();
document.querySelectorAll(".search--header").forEach(giveWay);
document.addEventListener("click", copyWording);
document.querySelectorAll(".text :is(h2, h3)[id]").forEach(addAnchorLink);
document.querySelectorAll("[data-language-switch]").forEach(keepSection);
document.querySelector("[data-scheme-switch]")?.addEventListener("click", switchScheme);
markCurrentSection([...document.querySelectorAll(".site-toc a")]);
