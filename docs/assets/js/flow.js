// Flowcharts, one question at a time, on the same elements as the whole chart.
// The address names the node. The answers given stand in the history entry (for back, forward and reload) and in the
// session (for the other language), as names and numbers that are the same in every language.
import { Chart } from "./flow-chart.js";
import { keepWay } from "./print-way.js";
import { keep, keepJson, recall, recallJson } from "./store.js";

const MODE = "hs-flow";
const SWITCH = "hs-flow-switch";
const SWITCH_LASTS = 60_000; // ms

const recallHere = (key) => recallJson(key, "sessionStorage");
const keepHere = (key, value) => keepJson(key, value, "sessionStorage");
const answersKey = (chart) => `hs-flow-answers-${chart.name}`;

const charts = [...document.querySelectorAll("figure.flow[data-flow]")].map((figure) => new Chart(figure));
let pending = null;

/** Do what `button` of `chart` says. */
function clicked(chart, button) {
  const { show, choose, change, do: act } = button?.dataset ?? {};
  if (show) setMode(show, chart);
  else if (choose) answer(chart, Number(choose));
  else if (change) goBack(chart, Number(change));
  else if (act === "restart") go(chart, { here: chart.start, trail: [] });
  else if (act === "back" && history.state?.answered === chart.name) history.back();
  else if (act === "back") goBack(chart, chart.trail.length - 1);
  else if (act === "worked") chart.worked();
}

function answer(chart, place) {
  const { to } = chart.nodes.get(chart.here).answers[place];
  go(chart, { here: to, trail: [...chart.trail, [chart.here, place]] }, { answered: chart.name });
}

/** Ask the question `index` of the trail again. */
function goBack(chart, index) {
  go(chart, { here: chart.trail[index][0], trail: chart.trail.slice(0, index) });
}

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
    chart.figure.addEventListener("click", (event) => clicked(chart, event.target.closest("button")));
    firstState(chart, switched);
    chart.show(mode);
    keepWay(chart.figure);
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
