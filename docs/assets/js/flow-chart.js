// One chart, on the elements of the whole one; flow.js says where its reader goes.

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

/** A chart as it is drawn, one question at a time or whole, and where its reader is. */
export class Chart {
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

  worked() {
    const said = this.find(".flow-result > p");
    said.textContent = said.dataset.text;
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
