// The index in memory, and the order of what it finds.

import { fold, grams } from "./folding.js";
import { Words } from "./words.js";

export const P = {
  uni: 0.4, digit: 2, skipg: 0, stem: 0, stemLen: 4, inside: 0.35, chatter: 0.1, cross: 0.7, beta: 0.35, betaText: 0.5, text: 0.3, head: 1.5, extra: 1.2, concept: 2.5, whole: 1.2, equal: 1.5, cover: 0.5, wholeAdd: 0.5,
  prior: { message: 3 }, own: 1, title: 1, foreign: 1, hidden: 0.75, titleUnion: 0.6
};

const W=/[\u3041-\u309f\u4e00-\u9fff]/; const skips = (f) => { const o=[]; for (let i=0;i+2<f.length;i++) if (W.test(f[i])&&W.test(f[i+2])) o.push('\u0002'+f[i]+f[i+2]); return o; };
export const stems = (text) => (text.normalize('NFKC').toLowerCase().match(/[a-z0-9]{3,}/g) ?? []).map((w) => '\u0002' + w.slice(0, P.stemLen));
export class Index {
  entries = [];
  #postings = new Map();
  #owner = [];
  #field = [];
  #folded = [];
  #weights = null;
  #lengths = null;
  #isWording = [];
  constructor(groups, chatter = []) { this.words = new Words(groups, chatter); }
  add(entries) {
    for (const e of entries) {
      const n = this.entries.push(e) - 1;
      this.#phrase(n, e.title, P.title);
      for (const w of e.own) this.#phrase(n, w, P.own, true);
      for (const list of Object.values(e.foreign)) for (const w of list) this.#phrase(n, w, P.foreign, true);
      for (const w of e.hidden) this.#phrase(n, w, P.hidden);
      if (e.text) this.#phrase(n, e.text, -1);
    }
    this.#weights = null;
  }
  #phrase(owner, text, field, wording = false) {
    const folded = fold(text);
    const id = this.#owner.push(owner) - 1;
    this.#isWording.push(wording);
    this.#field.push(field);
    this.#folded.push(field > 0 ? folded : "");
    const all = new Set([...grams(folded), ...this.words.tokens(text), ...(P.stem ? stems(text) : []), ...(P.skipg ? skips(folded) : []), ...(P.uni ? folded.match(/[\u4e00-\u9fff]/g) ?? [] : [])]);
    for (const g of all) {
      const list = this.#postings.get(g);
      if (list) list.push(id); else this.#postings.set(g, [id]);
    }
  }
  #weigh() {
    this.#weights = new Map();
    this.#lengths = new Float64Array(this.#owner.length);
    const N = this.entries.length;
    for (const [g, list] of this.#postings) {
      let df = 0, last = -1;
      for (const p of list) if (this.#owner[p] !== last) { last = this.#owner[p]; df++; }
      let w = Math.log(1 + (N - df + 0.5) / (df + 0.5));
      if (g[0] === "\u0001") w *= P.concept; if (g.length === 1) w *= P.uni; if (P.digit !== 1 && /\d/.test(g) && g[0] > '\u0002') w *= P.digit; if (g[0] === "\u0002") w *= P.skipg;
      this.#weights.set(g, w);
      if (g[0] > "\u0002" && g.length > 1) for (const p of list) this.#lengths[p] += w;
    }
    this.unknown = Math.log(1 + (N + 0.5) / 0.5);
  }
  search(query, limit = 12) {
    if (!this.#weights) this.#weigh();
    const { folded, terms } = this.words.query(query.slice(0, 1000), P); if (P.skipg) for (const t of skips(folded)) terms.set(t, 1); if (P.stem) for (const t of stems(query)) terms.set(t, 1);
    const n = this.#owner.length;
    const inPhrase = new Float64Array(n), full = new Float64Array(n);
    const N = this.entries.length;
    const head = new Float64Array(N), text = new Float64Array(N), count = new Uint16Array(N);
    let total = 0;
    for (const [g, value] of terms) {
      const list = this.#postings.get(g);
      const concept = g[0] <= "\u0002" || g.length === 1;
      const w0 = list ? this.#weights.get(g) : g.length > 1 && g[0] > "\u0002" ? this.unknown : 0, w = w0 * value;
      total += w;
      if (!list) continue;
      let lastHead = -1, lastTitle = -1;
      for (const p of list) {
        const o = this.#owner[p];
        if (P.skip && this.#folded[p] === P.skip) continue;
        inPhrase[p] += w; if (!concept) full[p] += w0;
        if (this.#field[p] > 0) { if (o !== lastHead) { head[o] += w; lastHead = o; count[o]++; } if (this.#field[p] === P.title && o !== lastTitle) { lastTitle = o; head[o] += w * P.titleUnion; } }
        else if (o !== lastHead) { text[o] += w; }
      }
    }
    const best = new Float64Array(N), bestPhrase = new Int32Array(N).fill(-1), cov = new Float64Array(N);
    for (let p = 0; p < n; p++) {
      const I = inPhrase[p];
      if (!I || (P.skip && this.#folded[p] === P.skip)) continue;
      const o = this.#owner[p], field = this.#field[p];
      const c = Math.min(1, full[p] / this.#lengths[p]);
      let s;
      if (field > 0) {
        s = field * I * c ** P.beta * (1 + P.cover * c ** 4);
        if (c > 0.99 && this.#isWording[p]) {
          const f = this.#folded[p];
          if (f === folded) s *= P.equal * P.whole;
          else if (f.length > 3 && folded.includes(f)) s = s * P.whole + P.wholeAdd * this.#lengths[p];
        }
      } else s = P.text * I * c ** P.betaText;
      if (s > best[o]) { best[o] = s; bestPhrase[o] = p; cov[o] = c; }
    }
    const out = [];
    for (let o = 0; o < N; o++) {
      if (!best[o]) continue;
      const e = this.entries[o];
      let s = (best[o] + P.head * head[o] + P.extra * text[o]) * (P.prior[e.kind] ?? 1);
      out.push({ entry: e, score: s, share: (head[o] + text[o]) / total, cov: cov[o], count: count[o] , phrase: this.#folded[bestPhrase[o]]});
    }
    out.sort((a, b) => b.score - a.score);
    return out.slice(0, limit);
  }
}
