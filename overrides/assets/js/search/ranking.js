/**
 * Hits of a plan, the best first. The terms that a plan reaches become an index of lunr's own, with the weights that the
 * whole index would give them, and lunr's own query runs on it: references, order and scores are those of the whole.
 */
(function () {
  'use strict';

  const EMPTY = {};

  /** @typedef {import('./coding.js').Root} Root */
  /** @typedef {import('./coding.js').Posting} Posting */
  /** @typedef {{number: number, words: number, score: number}} Hit `words` of the query that it covers */

  /** To three places, as lunr.py rounds: a tie of decimals is looked at as exactly as it is stored. @param {number} weight */
  function rounded(weight) {
    const thousand = weight * 1000, whole = Math.floor(thousand);
    if (Math.abs(thousand - whole - 0.5) < 1e-9) return Number(weight.toFixed(3));
    return Math.round(thousand) / 1000;
  }

  /**
   * @param {any} lunr
   * @param {Root} root
   * @param {import('./coding.js').Term[]} terms
   * @param {Set<string>} [common] terms that count only where another one stands
   * @returns {any} a lunr.Index of these terms alone
   */
  function indexOf(lunr, root, terms, common = new Set()) {
    const { b, k1, boosts } = root.others.weights;
    const sorted = [...terms].sort((one, other) => (one.term < other.term ? -1 : 1));
    const inverted = Object.create(null), vectors = Object.create(null);
    const found = common.size ? standingIn(terms.filter(({ term }) => !common.has(term))) : undefined;
    sorted.forEach(({ term, title, text }, at) => {
      const standing = title.numbers.length + text.numbers.length;
      const idf = Math.log(1 + Math.abs((root.count - standing + 0.5) / (standing + 0.5)));
      inverted[term] = {
        _index: at,
        title: put('title', title, idf, boosts.title, at, common.has(term)),
        text: put('text', text, idf, boosts.text, at, common.has(term)),
      };
    });
    /**
     * @param {'title' | 'text'} field @param {Posting} posting @param {number} idf @param {number} boost @param {number} at
     * @param {boolean} isCommon
     */
    function put(field, posting, idf, boost, at, isCommon) {
      const lengths = root.lengths[field], mean = root.mean[field];
      /** @type {Record<number, object>} */
      const standing = {};
      posting.numbers.forEach((number, place) => {
        if (isCommon && found && !found.has(number)) return;
        const times = posting.often.get(place) || 1, key = `${field}/${number}`;
        const weight = (idf * ((k1 + 1) * times)) / (k1 * (1 - b + b * (lengths[number] / mean)) + times);
        standing[number] = EMPTY;
        (vectors[key] || (vectors[key] = new lunr.Vector())).elements.push(at, rounded(weight * boost));
      });
      return standing;
    }
    return new lunr.Index({
      invertedIndex: inverted, fieldVectors: vectors, fields: ['title', 'text'], pipeline: new lunr.Pipeline(),
      tokenSet: lunr.TokenSet.fromArray(sorted.map(({ term }) => term)),
    });
  }

  /** Numbers of the documents in which one of some terms stands. @param {import('./coding.js').Term[]} terms */
  function standingIn(terms) {
    /** @type {Set<number>} */
    const found = new Set();
    for (const { title, text } of terms) for (const { numbers } of [title, text]) for (const number of numbers) found.add(number);
    return found;
  }

  /** @param {any} lunr @param {any} query of lunr's @param {import('./plan.js').Clause[]} clauses */
  function ask(lunr, query, clauses) {
    const { TRAILING, NONE } = lunr.Query.wildcard;
    for (const { term, kind, boost } of clauses) {
      const clause = /** @type {any} */ ({ boost, usePipeline: false, wildcard: kind === 'beginning' ? TRAILING : NONE });
      if (kind === 'alike') clause.editDistance = 1; // never 0: lunr would then take an asterisk for a letter
      query.term(term, clause);
    }
  }

  /**
   * @param {any} lunr @param {Root} root @param {import('./plan.js').Plan} plan
   * @returns {Hit[]} more words covered first, then by lunr's score; what covers less than half of the words is left out
   */
  function ranked(lunr, root, plan) {
    if (!plan.clauses.length) return [];
    const index = indexOf(lunr, root, [...plan.terms.values()], plan.common);
    const wordsOf = new Map();
    plan.words.forEach((terms, word) => terms.forEach((term) => wordsOf.set(term, [...(wordsOf.get(term) || []), word])));
    /** @type {{ref: string, score: number, matchData: {metadata: Record<string, unknown>}}[]} */
    const results = index.query((/** @type {any} */ query) => ask(lunr, query, plan.clauses));
    const hits = results.map(({ ref, score, matchData }) => {
      const covered = new Set(Object.keys(matchData.metadata).flatMap((term) => wordsOf.get(term) || []));
      return { number: Number(ref), words: covered.size, score };
    });
    const least = Math.ceil(plan.words.length / 2);
    return hits.filter(({ words }) => words >= least).sort((one, other) => other.words - one.words || other.score - one.score);
  }

  /** Which of some sorted words are one step of spelling away. @param {any} lunr @param {string} word @param {string[]} words */
  function near(lunr, word, words) {
    return lunr.TokenSet.fromArray(words).intersect(lunr.TokenSet.fromFuzzyString(word, 1)).toArray();
  }

  const found = { ranked, near, indexOf, ask, rounded };
  if (typeof module !== 'undefined') module.exports = found;
  else if (typeof window !== 'undefined') Object.assign(window, { glassboxRanking: found });
})();
