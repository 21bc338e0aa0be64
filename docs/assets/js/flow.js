// Flowcharts, one question at a time, on the same elements as the whole chart.
// The address names the node. The answers given stand in the history entry (for back, forward and reload) and in the
// session (for the other language), as names and numbers that are the same in every language.
import { keep, keepJson, recall, recallJson } from "./store.js";

const MODE = "hs-flow";
const SWITCH = "hs-flow-switch";
const SWITCH_LASTS = 60_000; // ms

const recallHere = (key) => recallJson(key, "sessionStorage");
const keepHere = (key, value) => keepJson(key, value, "sessionStorage");
const answersKey = (chart) => `hs-flow-answers-${chart.name}`;

/** The words of `from`, with their places for line breaks, put into `to`. */
function say(to, from) {
  to.textContent = from.textContent.trim();
  return to;
}

function answersOf(question) {
  const exits = question.parentElement.querySelectorAll(":scope > .flow-exits > .flow-exit > .flow-labels > .flow-label");
  return [...exits]
    .sort((one, other) => one.dataset.place - other.dataset.place)
    .map((label) => ({ label, to: label.dataset.to }));
}

class Chart {
  constructor(figure) {
    this.figure = figure;
    this.name = figure.dataset.flow;
    this.start = figure.dataset.start;
    this.nodes = new Map();
    for (const element of figure.querySelectorAll("[data-node]")) {
      const answers = element.matches(".flow-question") ? answersOf(element) : [];
      this.nodes.set(element.dataset.node, { element, answers });
    }
    this.here = this.start;
    this.trail = []; // [question, number of the answer], oldest first
    figure.addEventListener("click", (event) => this.clicked(event.target.closest("button")));
  }

  get state() {
    return { here: this.here, trail: this.trail };
  }

  find(selector) {
    return this.figure.querySelector(selector);
  }

  element(node) {
    return this.nodes.get(node).element;
  }

  named(id) {
    return [...this.nodes.keys()].find((node) => this.element(node).id === id);
  }

  /** Whether a remembered state still fits the chart, which may have been rewritten since. */
  fits(state) {
    if (!state || !this.nodes.has(state.here) || !Array.isArray(state.trail)) return false;
    const places = [...state.trail, [state.here]];
    return state.trail.every((step, index) => {
      const [node, place] = Array.isArray(step) ? step : [];
      return this.nodes.get(node)?.answers[place]?.to === places[index + 1]?.[0];
    });
  }

  restore(state) {
    if (this.fits(state)) [this.here, this.trail] = [state.here, state.trail];
    else [this.here, this.trail] = [this.start, []];
    this.draw();
  }

  /** Stand at `node`; what was answered before it stays known, where it was. */
  arrive(node, state = this.state) {
    const known = this.fits(state) ? state : { here: node, trail: [] };
    const places = [...known.trail.map(([question]) => question), known.here];
    const index = places.lastIndexOf(node);
    this.restore({ here: node, trail: known.trail.slice(0, Math.max(index, 0)) });
  }

  clicked(button) {
    if (!button) return;
    const { show, choose, change } = button.dataset;
    if (show) setMode(show, this);
    else if (choose) this.answer(Number(choose));
    else if (change) this.change(Number(change));
    else if (button.dataset.do === "restart") go(this, { here: this.start, trail: [] });
    else if (button.dataset.do === "back") this.back();
    else if (button.dataset.do === "worked") this.worked();
  }

  answer(place) {
    const { to } = this.nodes.get(this.here).answers[place];
    go(this, { here: to, trail: [...this.trail, [this.here, place]] }, { answered: this.name });
  }

  worked() {
    const said = this.find(".flow-result > p");
    said.textContent = said.dataset.text;
  }

  change(index) {
    go(this, { here: this.trail[index][0], trail: this.trail.slice(0, index) });
  }

  back() {
    if (history.state?.answered === this.name) history.back();
    else this.change(this.trail.length - 1);
  }

  draw() {
    this.mark();
    this.drawChoices();
    this.find(".flow-result").hidden = this.nodes.get(this.here).answers.length > 0;
    this.find(".flow-result > p").textContent = "";
    this.drawTrail();
    this.find("[data-do=back]").hidden = !this.trail.length;
    this.find("[data-do=restart]").hidden = this.here === this.start && !this.trail.length;
  }

  mark() {
    for (const name of ["here", "via", "given"]) {
      this.figure.querySelectorAll(`[data-${name}]`).forEach((element) => delete element.dataset[name]);
    }
    const element = this.element(this.here);
    element.dataset.here = "";
    for (let above = element.parentElement; above !== this.figure; above = above.parentElement) above.dataset.via = "";
    for (const [node, place] of this.trail) this.nodes.get(node).answers[place].label.dataset.given = "";
  }

  drawChoices() {
    const items = this.nodes.get(this.here).answers.map(({ label }, place) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.choose = place;
      item.append(say(button, label));
      return item;
    });
    this.find(".flow-choices").replaceChildren(...items);
  }

  drawTrail() {
    const rows = this.trail.map(([node, place], index) => {
      const row = this.find("template").content.cloneNode(true);
      const { element, answers } = this.nodes.get(node);
      say(row.querySelector(".flow-asked"), element.querySelector(".flow-asks"));
      say(row.querySelector(".flow-said"), answers[place].label);
      row.querySelector("button").dataset.change = index;
      row.querySelector("button .visually-hidden").append(element.querySelector(".flow-asks").textContent.trim());
      return row;
    });
    this.find(".flow-trail ol").replaceChildren(...rows);
    this.find(".flow-trail").hidden = !rows.length;
  }

  show(mode) {
    this.figure.dataset.mode = mode;
    this.figure
      .querySelectorAll("[data-show]")
      .forEach((button) => button.setAttribute("aria-pressed", button.dataset.show === mode));
  }

  /** Bring the node to the eyes and to the screen reader. */
  face() {
    const element = this.element(this.here);
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }
}

const charts = [...document.querySelectorAll("figure.flow[data-flow]")].map((figure) => new Chart(figure));
let pending = null;

/** Take `chart` to `state`, as a new entry of the history whose address names the node. */
function go(chart, state, notes = {}) {
  const hash = `#${chart.element(state.here).id}`;
  pending = { chart, state, notes };
  if (location.hash === hash) changed();
  else location.hash = hash;
}

function changed() {
  const before = pending ? null : history.state?.flows;
  const reached = pending?.chart ?? charts.find((chart) => chart.named(location.hash.slice(1)));
  if (before) charts.forEach((chart) => chart.restore(before[chart.name]));
  else if (pending) pending.chart.restore(pending.state);
  else reached?.arrive(reached.named(location.hash.slice(1)));
  keepStates(pending?.notes);
  pending = null;
  if (reached?.figure.dataset.mode === "guided") reached.face();
}

function keepStates(notes = {}) {
  const flows = Object.fromEntries(charts.map((chart) => [chart.name, chart.state]));
  history.replaceState({ ...history.state, ...notes, flows }, "");
  for (const chart of charts) keepHere(answersKey(chart), chart.state);
}

function setMode(mode, chart) {
  keep(MODE, mode);
  charts.forEach((other) => other.show(mode));
  chart.element(chart.here).scrollIntoView({ block: "nearest" });
}

function firstMode() {
  return recall(MODE) === "whole" ? "whole" : "guided";
}

function firstState(chart, switched) {
  const remembered = history.state?.flows?.[chart.name];
  const answers = recallHere(answersKey(chart));
  const node = chart.named(location.hash.slice(1));
  if (remembered) chart.restore(remembered);
  else if (switched) chart.restore(answers);
  else if (node) chart.arrive(node, answers);
  else chart.draw();
}

function begin() {
  const switched = Date.now() - recallHere(SWITCH) < SWITCH_LASTS;
  keepHere(SWITCH, 0);
  const mode = firstMode();
  for (const chart of charts) {
    firstState(chart, switched);
    chart.show(mode);
  }
  keepStates();
  const target = charts.find((chart) => chart.named(location.hash.slice(1)));
  if (target) document.getElementById(location.hash.slice(1)).scrollIntoView({ block: "nearest" });
  addEventListener("hashchange", changed);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("a[hreflang]")) keepHere(SWITCH, Date.now());
  });
}

if (charts.length) begin();
