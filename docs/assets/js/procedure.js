/*
 * Procedures: parts become tabs after the ARIA Authoring Practices.
 * Without this script every part stands below its heading. Words come from <template> elements in each procedure.
 */
import { addTools, tool } from "./procedure-steps.js";
import { likelyDevice, rememberDevice } from "./store.js";

const procedures = [...document.querySelectorAll("section.procedure")].map(open);
if (procedures.length) {
  const target = located();
  for (const procedure of procedures) select(procedure, likely(procedure));
  follow(target);
  addEventListener("hashchange", () => follow(located()));
  addEventListener("beforeprint", () => procedures.filter(printsAll).forEach(sendHome));
  addEventListener("afterprint", () => procedures.forEach((procedure) => select(procedure, procedure.chosen)));
}

/** Turn one procedure into tabs and add the tools of its steps. */
function open(section) {
  const parts = new Map();
  for (const element of section.querySelectorAll(":scope > section.part")) {
    const steps = element.querySelector(":scope > ol.steps");
    parts.set(element.dataset.device, { element, steps, same: element.dataset.same });
  }
  const procedure = { section, parts, chosen: null, tabs: new Map() };
  if (parts.size > 1) {
    addTabs(procedure);
  }
  for (const part of parts.values()) {
    if (part.steps) {
      addTools(procedure, part);
    }
  }
  return procedure;
}

/* Tabs */

function addTabs(procedure) {
  const { section, parts, tabs } = procedure;
  const list = tool(section, "tabs");
  for (const [device, { element }] of parts) {
    const tab = document.createElement("button");
    Object.assign(tab, { type: "button", id: `${element.id}-tab`, textContent: element.querySelector("h4").textContent });
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", element.id);
    tab.addEventListener("click", () => choose(procedure, device));
    element.setAttribute("role", "tabpanel");
    element.setAttribute("aria-labelledby", `${section.getAttribute("aria-labelledby")} ${tab.id}`); // unique on the page
    element.tabIndex = 0;
    element.addEventListener("beforematch", () => select(procedure, device)); // found by the browser itself
    tabs.set(device, tab);
    list.append(tab);
  }
  list.addEventListener("keydown", (event) => move(event, procedure));
  parts.values().next().value.element.before(list);
}

/** Arrow keys, Home and End move between tabs and choose. */
function move(event, procedure) {
  const devices = [...procedure.tabs.keys()];
  const here = devices.indexOf(procedure.chosen);
  const back = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowRight" : "ArrowLeft";
  const forth = back === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
  const there = { [back]: here - 1, [forth]: here + 1, Home: 0, End: devices.length - 1 }[event.key];
  if (there === undefined || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  event.preventDefault();
  const device = devices[(there + devices.length) % devices.length];
  choose(procedure, device);
  procedure.tabs.get(device).focus({ preventScroll: true });
}

/** The reader chooses a device: here, in the other procedures of the page, in the address, and from now on. */
function choose(procedure, device) {
  const top = procedure.section.getBoundingClientRect().top;
  rememberDevice(device);
  for (const other of procedures) {
    if (other === procedure || other.tabs.has(device)) {
      select(other, device);
    }
  }
  scrollBy({ top: procedure.section.getBoundingClientRect().top - top, behavior: "instant" });
  unmark();
  history.replaceState(history.state, "", `#${procedure.parts.get(device).element.id}`);
}

/** Show the part for `device`. Steps that are "the same as" another part's move into the panel that is open. */
function select(procedure, device) {
  procedure.chosen = device;
  sendHome(procedure);
  if (procedure.parts.size < 2) {
    return;
  }
  for (const [key, { element }] of procedure.parts) {
    const tab = procedure.tabs.get(key);
    tab.setAttribute("aria-selected", String(key === device));
    tab.tabIndex = key === device ? 0 : -1;
    if (key === device) {
      element.removeAttribute("hidden");
    } else {
      element.setAttribute("hidden", "until-found");
    }
  }
  const shared = procedure.parts.get(procedure.parts.get(device).same);
  if (shared?.steps) {
    procedure.parts.get(device).element.append(shared.steps, shared.foot);
  }
}

// Where only the open part is printed (the page; print.js), the steps stay in it.
const isAlone = () => "printAlone" in document.documentElement.dataset;
const printsAll = ({ section }) => isAlone() && !section.querySelector(":scope > section.part[data-print-off]");

function sendHome(procedure) {
  for (const { element, home, steps, foot } of procedure.parts.values()) {
    if (steps && steps.parentElement !== element) {
      home.after(steps, foot);
    }
  }
}

/* Which device? */

function likely({ parts }) {
  return likelyDevice([...parts.keys()]);
}

/* Addresses */

function located() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null; // an address that is no text
  }
}

/** Open the part and mark the step that the address names. */
function follow(target) {
  const procedure = target && procedures.find(({ section }) => section.contains(target));
  unmark();
  if (!procedure) {
    return;
  }
  const part = [...procedure.parts].find(([, { element, steps }]) => element.contains(target) || steps?.contains(target));
  const step = target.closest("ol.steps > li");
  if (part && procedure.parts.get(procedure.chosen).same !== (step && part[0])) {
    select(procedure, part[0]);
  }
  step?.setAttribute("aria-current", "step");
  target.scrollIntoView({ block: "start", behavior: "instant" });
}

function unmark() {
  for (const step of document.querySelectorAll("ol.steps > li[aria-current]")) {
    step.removeAttribute("aria-current");
  }
}
