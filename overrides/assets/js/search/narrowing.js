/** Hits by facet: which are left, how many have each value, in what order they stand. */
(function () {
  'use strict';

  /** @typedef {{number: number, words: number, score: number}} Ranked */
  /** @typedef {import('./coding.js').Column} Column */
  /** @typedef {(facet: string) => Promise<Column | undefined>} ColumnOf */

  /**
   * Which hits have one of the values that a filter names; what no document has leaves none.
   * @param {string} facet @param {string[]} values @param {ColumnOf} columnOf
   * @returns {Promise<(number: number) => boolean>}
   */
  async function test(facet, values, columnOf) {
    const column = await columnOf(facet);
    if (!column) return () => false;
    const wanted = new Set(column.values.flatMap(([code], at) => (values.includes(code) ? [at] : [])));
    const fits = column.sets.map((set) => set.some((value) => wanted.has(value)));
    return (number) => fits[column.setOf(number)];
  }

  /**
   * @param {Record<string, string[]>} filters @param {ColumnOf} columnOf
   * @returns {Promise<Map<string, (number: number) => boolean>>}
   */
  async function testsOf(filters, columnOf) {
    const named = Object.entries(filters).filter(([, values]) => values.length);
    return new Map(await Promise.all(named.map(async ([facet, values]) => [facet, await test(facet, values, columnOf)])));
  }

  /**
   * The hits that have, for each facet, one of the values that its filter names.
   * @param {Ranked[]} hits @param {Record<string, string[]>} filters @param {ColumnOf} columnOf
   */
  async function narrowed(hits, filters, columnOf) {
    const tests = [...(await testsOf(filters, columnOf)).values()];
    return hits.filter(({ number }) => tests.every((fits) => fits(number)));
  }

  /**
   * For each facet, how many hits have each of its values, as if nothing of this facet were chosen.
   * @param {Ranked[]} hits @param {Record<string, string[]>} filters @param {string[]} facets @param {ColumnOf} columnOf
   * @returns {Promise<Record<string, {value: string, label: Record<string, string>, count: number}[]>>} without empty ones
   */
  async function counted(hits, filters, facets, columnOf) {
    const tests = await testsOf(filters, columnOf);
    /** @param {string} facet */
    async function of(facet) {
      const column = await columnOf(facet);
      if (!column) return [];
      const others = [...tests].flatMap(([name, fits]) => (name === facet ? [] : [fits]));
      const inSet = new Array(column.sets.length).fill(0), count = new Array(column.values.length).fill(0);
      for (const { number } of hits) if (others.every((fits) => fits(number))) inSet[column.setOf(number)]++;
      column.sets.forEach((set, at) => set.forEach((value) => (count[value] += inSet[at])));
      return column.values.flatMap(([value, label], at) => (count[at] ? [{ value, label, count: count[at] }] : []));
    }
    return Object.fromEntries(await Promise.all(facets.map(async (facet) => [facet, await of(facet)])));
  }

  /**
   * The hits by what was asked for; what has no such value comes last, and the best first among equals.
   * @param {Ranked[]} hits @param {'relevance' | 'date' | 'film'} sort @param {ColumnOf} columnOf
   */
  async function ordered(hits, sort, columnOf) {
    const column = sort === 'relevance' ? undefined : await columnOf(sort);
    if (!column) return hits;
    const places = column.sets.map((set) => (set.length ? set[0] : -1)); // values stand in order
    const newest = sort === 'date';
    const key = (/** @type {Ranked} */ hit) => {
      const place = places[column.setOf(hit.number)];
      return place < 0 ? Infinity : newest ? -place : place;
    };
    return hits.map((hit) => ({ hit, key: key(hit) })).sort((one, other) => (one.key === other.key ? 0 : one.key - other.key)).map(({ hit }) => hit);
  }

  const found = { narrowed, counted, ordered };
  if (typeof module !== 'undefined') module.exports = found;
  else if (typeof window !== 'undefined') Object.assign(window, { glassboxNarrowing: found });
})();
