/**
 * From what somebody typed to clauses for lunr: each word as it is; the last one as a beginning too; other forms of a word;
 * and, where the archive does not know a word at all, what is one step of spelling away.
 */
(function () {
  'use strict';

  const inNode = typeof module !== 'undefined';
  const { runs, pairs, isPaired } = inNode ? require('./tokens.js') : /** @type {any} */ (window).glassboxTokens;
  const { areKin, stemOf } = inNode ? require('./kin.js') : /** @type {any} */ (window).glassboxKin;

  const MOST_WORDS = 24;
  const ENOUGH = 3;
  const MOST_FORMS = 12;
  const BOOST = { exact: 10, beginning: 6, form: 4, alike: 5 };
  const QUOTED = /["“”„«»「」『』]([^"“”„«»「」『』]+)["“”„«»「」『』]/g;

  /** @typedef {import('./coding.js').Term} Term */
  /** @typedef {{term: string, kind: 'exact' | 'beginning' | 'alike', boost: number, word: number}} Clause */
  /**
   * @typedef {object} Plan
   * @property {Clause[]} clauses
   * @property {Map<string, Term>} terms every term that a clause reaches
   * @property {Set<string>[]} words for each word of the query, the terms that stand for it
   * @property {Set<string>} common terms of words like `the`: they rank what the others find, and find nothing alone
   * @property {string[]} phrases normal, without spaces where scripts have none
   * @property {string[]} marks what to mark in a text
   * @property {{word: string, best: string}[]} unknown words that the archive does not know, and the likeliest instead
   */

  /** @typedef {{word: string, run: string}} Asked `run` is what the word was cut from */

  /**
   * The words of a query, each once. Common words are left out where enough others tell more.
   * @param {string} query @param {(word: string) => boolean} isCommon @param {any} [folds]
   * @returns {Asked[]}
   */
  function wordsOf(query, isCommon, folds) {
    /** @type {Map<string, Asked>} */
    const found = new Map();
    for (const run of runs(query, folds)) {
      for (const word of isPaired(run) ? pairs(run, true) : [run]) if (!found.has(word)) found.set(word, { word, run });
    }
    const all = [...found.values()], rare = all.filter(({ word }) => !isCommon(word));
    return (rare.length >= ENOUGH ? rare : all).slice(0, MOST_WORDS);
  }

  /** What stands in quotation marks, as runs. @param {string} query @param {any} [folds] */
  const phrasesOf = (query, folds) =>
    [...query.matchAll(QUOTED)].map((quoted) => runs(quoted[1], folds)).filter((phrase) => phrase.length);

  /**
   * @param {string} query
   * @param {ReturnType<typeof import('./lexicon.js').lexicon>} lexicon
   * @param {(word: string) => boolean} isCommon
   * @param {(word: string, words: string[]) => string[]} near which of some words are one step away
   * @param {any} [folds]
   * @returns {Promise<Plan>}
   */
  async function plan(query, lexicon, isCommon, near, folds) {
    const asked = wordsOf(query, isCommon, folds);
    const ends = /[\s\p{P}]$/u.test(query);
    const found = await Promise.all(
      asked.map(({ word }, at) => clausesOf(word, at, at === asked.length - 1 && !ends, lexicon, near)),
    );
    /** @type {Map<string, Term>} */
    const terms = new Map();
    for (const one of found) for (const term of one.terms) terms.set(term.term, term);
    const marks = found.flatMap((one, at) => {
      const { word, run } = asked[at];
      if (isPaired(word)) return [word.length < run.length ? word : run, ...(one.begins ? [`${word}*`] : [])];
      const others = one.terms.map(({ term }) => term).filter((term) => !one.begins || !term.startsWith(word));
      return one.begins ? [...others, `${word}*`] : others;
    });
    return {
      clauses: found.flatMap((one) => one.clauses),
      terms,
      words: found.map((one) => new Set(one.terms.map(({ term }) => term))),
      common: commonOf(found, asked, isCommon),
      phrases: phrasesOf(query, folds),
      marks: [...new Set(marks)],
      unknown: found.flatMap((one, at) => (one.best ? [{ word: asked[at].word, best: one.best }] : [])),
    };
  }

  /**
   * Terms of the common words, where there is a word that is not common.
   * @param {{terms: Term[]}[]} found @param {Asked[]} asked @param {(word: string) => boolean} isCommon
   */
  function commonOf(found, asked, isCommon) {
    const terms = (/** @type {boolean} */ wanted) =>
      found.flatMap((one, at) => (isCommon(asked[at].word) === wanted ? one.terms.map(({ term }) => term) : []));
    const rare = new Set(terms(false));
    return new Set(rare.size ? terms(true).filter((term) => !rare.has(term)) : []);
  }

  /**
   * @param {string} word @param {number} at which word of the query @param {boolean} isLast
   * @param {any} lexicon @param {(word: string, words: string[]) => string[]} near
   * @returns {Promise<{clauses: Clause[], terms: Term[], begins: boolean, best?: string}>}
   */
  async function clausesOf(word, at, isLast, lexicon, near) {
    const length = [...word].length;
    if (isPaired(word)) {
      if (length > 1) return exactly(await lexicon.term(word), at);
      return begun(word, at, await lexicon.beginning(word), undefined);
    }
    const known = /** @type {Term | undefined} */ (await lexicon.term(word));
    const begins = isLast && length >= 3 ? /** @type {Term[]} */ (await lexicon.beginning(word)) : [];
    const nearby = length >= 4 && !/^\p{N}+$/u.test(word) ? /** @type {Term[]} */ (await lexicon.beginning(stemOf(word))) : [];
    const forms = nearby.filter(({ term }) => areKin(term, word)).slice(0, MOST_FORMS);
    const found = begins.length ? begun(word, at, begins, known) : exactly(known, at);
    for (const form of forms) {
      if (found.terms.includes(form)) continue;
      found.clauses.push({ term: form.term, kind: 'exact', boost: BOOST.form, word: at });
      found.terms.push(form);
    }
    if (known || begins.length || length < 4) return found;
    const alike = /** @type {Term[]} */ (await lexicon.alike(word, (words) => near(word, words)));
    if (!alike.length) return found;
    found.clauses.push({ term: word, kind: 'alike', boost: BOOST.alike, word: at });
    found.terms.push(...alike.filter((term) => !found.terms.includes(term)));
    return { ...found, best: alike.reduce((most, one) => (often(one) > often(most) ? one : most)).term };
  }

  /** @param {Term} term */
  const often = (term) => term.text.numbers.length + term.title.numbers.length;

  /** @param {Term | undefined} term @param {number} word @returns {{clauses: Clause[], terms: Term[], begins: boolean}} */
  function exactly(term, word) {
    if (!term) return { clauses: [], terms: [], begins: false };
    return { clauses: [{ term: term.term, kind: 'exact', boost: BOOST.exact, word }], terms: [term], begins: false };
  }

  /** @param {string} start @param {number} word @param {Term[]} terms @param {Term | undefined} known */
  function begun(start, word, terms, known) {
    /** @type {Clause[]} */
    const clauses = known ? exactly(known, word).clauses : [];
    if (terms.some((term) => term !== known)) clauses.push({ term: start, kind: 'beginning', boost: BOOST.beginning, word });
    return { clauses, terms: [...terms], begins: terms.length > 0 };
  }

  const found = { plan, wordsOf };
  if (inNode) module.exports = found;
  else if (typeof window !== 'undefined') Object.assign(window, { glassboxPlan: found });
})();
