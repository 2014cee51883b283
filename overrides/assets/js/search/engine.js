/**
 * Finds documents: `glassboxSearch.open(root)` gives an engine that loads nothing before it is asked. Every answer is a
 * promise; one that rejects with an `Unreachable` may be asked for again. No query is an error.
 */
(function () {
  'use strict';

  const inNode = typeof module !== 'undefined';
  const there = /** @type {any} */ (inNode ? {} : window);
  const coding = inNode ? require('./coding.js') : there.glassboxCoding;
  const { shelf, byScript, loaded } = inNode ? require('./shelf.js') : there.glassboxShelf;
  const { lexicon } = inNode ? require('./lexicon.js') : there.glassboxLexicon;
  const { plan } = inNode ? require('./plan.js') : there.glassboxPlan;
  const { ranked, near } = inNode ? require('./ranking.js') : there.glassboxRanking;
  const { normal, runs, isPaired, marks } = inNode ? require('./tokens.js') : there.glassboxTokens;

  const LUNR = 'assets/vendor/lunr-2.3.9/lunr.min.js';
  const MORE = 'assets/js/search-more.js';
  const MOST_CHARACTERS = 2000;
  const MOST_VERIFIED = 300;
  const AT_ONCE = 12;
  const PAIR = /[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u;

  /** @typedef {{number: number, words: number, score: number}} Ranked */
  /** @typedef {{lang: string, words: string, anchor: string}} Passage */
  /**
   * @typedef {object} Hit
   * @property {string} id @property {string} kind @property {string} address @property {string} anchor
   * @property {Record<string, string>} titles @property {Passage[]} passages
   * @property {string} picture @property {string} film @property {string} date @property {boolean} specimen @property {boolean} isAi
   * @property {string} status what became of a take; empty for all others
   */
  /** @typedef {{filters?: Record<string, string[]>, sort?: 'relevance' | 'date' | 'film', first?: number, count?: number}} Wishes */
  /**
   * @typedef {object} Found
   * @property {number} total hits after the filters @property {number} full hits that cover every word
   * @property {boolean} exact false where a phrase has so many candidates that not all were read
   * @property {Record<string, number>} kinds hits by kind before a filter of kinds
   * @property {Hit[]} hits @property {string[]} words for `marks` @property {import('./tokens.js').Folds} [folds] the same
   * @property {string} meant the query with known words instead of unknown ones, or nothing
   */

  /** @param {string} folder of the site, ending in `/` or empty @param {any} [given] what stands in for scripts and lunr in tests */
  function open(folder, given = {}) {
    const load = given.load || byScript(`${folder}search/`);
    const held = shelf(load);
    /** A script of the site, once. */
    const script = (/** @type {string} */ path) => loaded(folder + path).catch(() => loaded(`${folder}${path}?${Date.now()}`));
    const lunrHere = async () => {
      if (!given.lunr && !there.lunr) await script(LUNR);
      return given.lunr || there.lunr;
    };
    const more = async () => {
      if (inNode) return { ...require('./narrowing.js'), ...require('./suggesting.js') };
      if (!there.glassboxNarrowing) await script(MORE);
      return { ...there.glassboxNarrowing, ...there.glassboxSuggesting };
    };
    /** @type {Map<string, Promise<any>>} */
    let answers = new Map();
    let fresh = false;
    const root = () => held.get('root', coding.root, false);

    /** Runs a search; where a shard is gone since the site was published anew, with the new root once. */
    async function steadily(/** @type {() => Promise<any>} */ search) {
      try {
        return await search();
      } catch (error) {
        if (fresh || /** @type {Error} */ (error).name !== 'Unreachable') throw error;
        fresh = true;
        answers = new Map();
        await held.get('root', coding.root, true);
        return search();
      }
    }

    const foldsOf = async () => {
      const { folds } = (await root()).others;
      return held.get(folds, (/** @type {Uint8Array} */ bytes) => {
        const chars = [...new TextDecoder().decode(bytes)];
        return new Map(chars.flatMap((char, at) => (at % 2 ? [] : [[char, chars[at + 1]]])));
      });
    };

    /** A query's hits before any filter. @param {string} query */
    function answered(query) {
      const known = answers.get(query);
      if (known) return known;
      const coming = answer(query);
      answers.set(query, coming);
      coming.catch(() => answers.delete(query));
      return coming;
    }

    async function answer(/** @type {string} */ query) {
      const [base, lunr] = await Promise.all([root(), lunrHere()]);
      const words = lexicon(base, held);
      const isCommon = (/** @type {string} */ word) => !lunr.stopWordFilter(word);
      const isNear = (/** @type {string} */ word, /** @type {string[]} */ from) => near(lunr, word, from);
      let found = await plan(query, words, isCommon, isNear), folds;
      if (PAIR.test(query) && found.words.some((/** @type {Set<string>} */ terms) => !terms.size)) {
        folds = await foldsOf();
        found = await plan(query, words, isCommon, isNear, folds);
      }
      let hits = /** @type {Ranked[]} */ (ranked(lunr, base, found)), exact = true;
      if (found.phrases.length) {
        hits = hits.filter((hit) => hit.words === found.words.length);
        exact = hits.length <= MOST_VERIFIED;
        if (PAIR.test(query)) folds = await foldsOf();
        hits = await verified(hits.slice(0, MOST_VERIFIED), found.phrases, folds);
      }
      return { base, found, hits, exact, folds };
    }

    /** Hits whose words hold each phrase as it was typed. */
    async function verified(/** @type {Ranked[]} */ hits, /** @type {string[][]} */ phrases, /** @type {any} */ folds) {
      const needles = phrases.map(spaced);
      const shown = await inTurn(hits, (hit) => document(hit.number));
      return hits.filter((_, at) => {
        const one = /** @type {Hit} */ (shown[at]);
        const heaps = textsOf(one).map((text) => spaced(runs(text, folds)));
        return needles.every((needle) => heaps.some((heap) => ` ${heap} `.includes(needle)));
      });
    }

    /** @param {number} number @returns {Promise<Hit>} */
    async function document(number) {
      const base = await root(), { kinds } = base.others, { first, name } = coding.chunkOf(base.chunks, number);
      const shown = await held.get(name, (/** @type {Uint8Array} */ bytes) => JSON.parse(new TextDecoder().decode(bytes)));
      const [id, address, titles = [], passages = [], anchor = '', picture = '', film = '', date = '', marked = 0, status = ''] =
        shown[number - first];
      const inWords = (/** @type {string[][]} */ all) => all.map(([lang, words, at = '']) => ({ lang, words, anchor: at }));
      return {
        id, address, anchor, picture, film, date, status, kind: kinds[kindOf(base, number)],
        titles: Object.fromEntries(titles.map((/** @type {string[]} */ [lang, words]) => [lang, words])),
        passages: inWords(passages), specimen: Boolean(marked & 1), isAi: Boolean(marked & 2),
      };
    }

    const columnOf = async (/** @type {string} */ facet) => {
      const base = await root(), name = base.others.facets[facet];
      return name && held.get(name, (/** @type {Uint8Array} */ bytes) => coding.column(bytes, base.places));
    };

    /** @param {string} typed @param {Wishes} [wishes] @returns {Promise<Found>} */
    async function find(typed, { filters = {}, sort = 'relevance', first = 0, count = 10 } = {}) {
      const query = typed.slice(0, MOST_CHARACTERS);
      return steadily(async () => {
        const { base, found, hits, exact, folds } = await answered(query);
        const { kind: chosen = [], ...others } = filters;
        const isNarrowed = Object.values(others).some((values) => values.length);
        const left = isNarrowed ? await (await more()).narrowed(hits, others, columnOf) : hits;
        const named = (/** @type {Ranked} */ hit) => base.others.kinds[kindOf(base, hit.number)];
        const kinds = countedBy(left, named);
        const of = chosen.length ? left.filter((/** @type {Ranked} */ hit) => chosen.includes(named(hit))) : left;
        const sorted = sort === 'relevance' ? of : await (await more()).ordered(of, sort, columnOf);
        const page = await inTurn(sorted.slice(first, first + count), (hit) => document(hit.number));
        const isMarked = (/** @type {Hit} */ hit) => textsOf(hit).some((text) => marks(text, found.marks, folds).length);
        const isOther = PAIR.test(query) && !folds && !page.every(isMarked); // written in characters that fold
        return {
          folds: isOther ? await foldsOf() : folds,
          total: sorted.length, full: sorted.filter((hit) => hit.words === found.words.length).length, exact,
          kinds, hits: page, words: found.marks, meant: meantBy(query, found.unknown),
        };
      });
    }

    /** @param {string} typed @param {Record<string, string[]>} [filters] */
    async function counts(typed, filters = {}) {
      return steadily(async () => {
        const { base, hits } = await answered(typed.slice(0, MOST_CHARACTERS));
        const { kind: chosen = [], ...others } = filters;
        const named = (/** @type {Ranked} */ hit) => base.others.kinds[kindOf(base, hit.number)];
        const of = chosen.length ? hits.filter((/** @type {Ranked} */ hit) => chosen.includes(named(hit))) : hits;
        return (await more()).counted(of, others, Object.keys(base.others.facets), columnOf);
      });
    }

    /** What somebody may mean who has typed so much. @param {string} typed */
    async function suggest(typed) {
      return steadily(async () => {
        const { vocabulary } = (await root()).others;
        const read = (/** @type {Uint8Array} */ bytes) => JSON.parse(new TextDecoder().decode(bytes));
        const [known, { suggested }] = await Promise.all([held.get(vocabulary, read), more()]);
        return suggested(typed.slice(0, MOST_CHARACTERS), known, normal);
      });
    }

    return { find, counts, suggest };
  }

  /** Does something with each, some at once, and gives the answers in their order. */
  async function inTurn(/** @type {any[]} */ all, /** @type {(one: any) => Promise<any>} */ deed) {
    const found = [];
    for (let at = 0; at < all.length; at += AT_ONCE) found.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(deed))));
    return found;
  }

  /** @param {Hit} hit */
  const textsOf = ({ titles, passages }) => [...Object.values(titles), ...passages.map(({ words }) => words)];

  /** Runs as one text in which a phrase is found whole: spaces around each word, none in scripts that have none. */
  const spaced = (/** @type {string[]} */ all) => all.map((run) => (isPaired(run) ? run : ` ${run} `)).join('').replace(/ +/g, ' ');

  /** How many there are of each name. */
  function countedBy(/** @type {any[]} */ all, /** @type {(one: any) => string} */ named) {
    /** @type {Record<string, number>} */
    const counts = {};
    for (const one of all) counts[named(one)] = (counts[named(one)] || 0) + 1;
    return counts;
  }

  /** @param {{kinds: {kind: number, first: number}[]}} base @param {number} number */
  function kindOf({ kinds }, number) {
    let at = kinds.length - 1;
    while (at > 0 && kinds[at].first > number) at--;
    return kinds[at].kind;
  }

  /** The query with the words that were found instead of those nobody wrote. */
  function meantBy(/** @type {string} */ query, /** @type {{word: string, best: string}[]} */ unknown) {
    if (!unknown.length) return '';
    const instead = new Map(unknown.map(({ word, best }) => [word, best]));
    return query.trim().replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => instead.get(normal(word)) || word);
  }

  const search = { open, marks };
  if (inNode) module.exports = search;
  else if (typeof window !== 'undefined') Object.assign(window, { glassboxSearch: search });
})();
