/**
 * What a visitor asks, as it stands in the address: `?q=lantern&kind=prompt&film=lightcone&sort=date`. Loaded before
 * the page is painted, so that a page that was asked something shows no lists first.
 */
(function () {
  'use strict';

  /**
   * `kind` is one, or empty for all; the values of a facet widen each other, facets narrow each other.
   * @typedef {{words: string, kind: string, filters: Record<string, string[]>, sort: string}} Question
   */

  const FACETS = ['film', 'tool', 'writer', 'status', 'reason', 'camera', 'date'];
  const SORTS = ['relevance', 'date', 'film'];

  /** @param {string} search of an address @returns {Question} */
  function asked(search) {
    const given = new URLSearchParams(search);
    /** @type {Record<string, string[]>} */
    const filters = {};
    for (const facet of FACETS) {
      const values = given.getAll(facet).filter(Boolean);
      if (values.length) filters[facet] = Array.from(new Set(values));
    }
    const sort = given.get('sort') || '';
    return {
      words: given.get('q') || '',
      kind: given.get('kind') || '',
      filters,
      sort: SORTS.includes(sort) ? sort : SORTS[0],
    };
  }

  /** @param {Question} question @returns {string} the search of its address; empty where nothing is asked */
  function written(question) {
    const given = new URLSearchParams();
    if (question.words) given.set('q', question.words);
    if (question.kind) given.set('kind', question.kind);
    for (const facet of FACETS) {
      for (const value of question.filters[facet] || []) given.append(facet, value);
    }
    if (question.sort !== SORTS[0]) given.set('sort', question.sort);
    const text = given.toString();
    return text && '?' + text;
  }

  /**
   * The same question with a value of a facet, or without it where it was there.
   * @param {Question} question @param {string} facet @param {string} value @returns {Question}
   */
  function turned(question, facet, value) {
    const now = question.filters[facet] || [];
    const then = now.includes(value) ? now.filter((one) => one !== value) : now.concat(value);
    const filters = { ...question.filters, [facet]: then };
    if (!then.length) delete filters[facet];
    return { ...question, filters };
  }

  /** @param {Question} question whether there is anything to look for */
  function isAsked(question) {
    return question.words.trim() !== '';
  }

  /**
   * The words as the engine is asked for them: an id is one thing, not a film's code and a number.
   * @param {string} words @returns {string}
   */
  function sought(words) {
    const id = /^\s*([A-Z]{2,6}-(?:[PTVDBA]\d{3,}|[A-Z0-9]+-\d+))(?:@\d+)?\s*$/i.exec(words);
    return id ? `"${id[1]}"` : words;
  }

  /** @param {Question} question what the engine is asked beside the words */
  function filtersOf(question) {
    return question.kind ? { ...question.filters, kind: [question.kind] } : question.filters;
  }

  const question = { FACETS, SORTS, asked, written, turned, isAsked, sought, filtersOf };
  if (typeof module !== 'undefined') module.exports = question;
  else if (typeof window !== 'undefined') {
    Object.assign(window, { glassboxQuestion: question });
    if (isAsked(asked(location.search))) document.documentElement.setAttribute('data-asked', '');
  }
})();
