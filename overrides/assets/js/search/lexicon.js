/** Terms of the index by word, by beginning, by likeness; each answer loads the shards that it needs and no other. */
(function () {
  'use strict';

  const inNode = typeof module !== 'undefined';
  const coding = inNode ? require('./coding.js') : /** @type {any} */ (window).glassboxCoding;

  /** @typedef {import('./coding.js').Term} Term */
  /** @typedef {import('./coding.js').Root} Root */
  /** @typedef {import('./coding.js').Shards} Shards */

  /** Where in `firsts` the shard stands that holds a word. @param {string[]} firsts @param {string} word */
  function placeOf(firsts, word) {
    let low = 0, high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= word) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** Names of the shards that hold what begins with `start`. @param {Shards} shards @param {string} start */
  function shardsOf({ firsts, names }, start) {
    if (!names.length) return [];
    const from = placeOf(firsts, start);
    let to = from + 1;
    while (to < firsts.length && firsts[to].startsWith(start)) to++;
    return names.slice(from, to);
  }

  /**
   * @param {Root} root
   * @param {{get: <T>(name: string, read: (bytes: Uint8Array) => T) => Promise<T>}} shelf
   */
  function lexicon(root, shelf) {
    const termsIn = (/** @type {string} */ name) => shelf.get(name, (bytes) => coding.terms(bytes, root.places));
    const wordsIn = (/** @type {string} */ name) => shelf.get(name, coding.list);
    const all = async (/** @type {Promise<any[]>[]} */ coming) => (await Promise.all(coming)).flat();

    /** @param {string} word @returns {Promise<Term | undefined>} */
    async function term(word) {
      const [name] = shardsOf(root.terms, word);
      return name === undefined ? undefined : (await termsIn(name)).find((/** @type {Term} */ one) => one.term === word);
    }

    /** @param {string} start @returns {Promise<Term[]>} all terms that begin so, in the order of the index */
    async function beginning(start) {
      const found = await all(shardsOf(root.terms, start).map(termsIn));
      return found.filter((one) => one.term.startsWith(start));
    }

    /**
     * Every word one step of spelling away (a letter more, less, other, or two that changed places).
     * @param {string} word of at least four letters @param {(words: string[]) => string[]} near
     * @returns {Promise<Term[]>}
     */
    async function alike(word, near) {
      // One step leaves the first two letters or the last two as they are; of four letters, the first or the last.
      const chars = [...word], kept = chars.length > 4 ? 2 : 1;
      const start = chars.slice(0, kept).join(''), end = chars.slice(-kept).reverse().join('');
      const [forward, back] = await Promise.all([
        all(shardsOf(root.words, start).map(wordsIn)),
        all(shardsOf(root.backward, end).map(wordsIn)),
      ]);
      const words = new Set(forward);
      for (const one of back) words.add([...one].reverse().join(''));
      const sorted = [...words].filter((one) => Math.abs(one.length - word.length) <= 2).sort();
      return (await all(near(sorted).map(term))).filter(Boolean);
    }

    return { term, beginning, alike };
  }

  const found = { lexicon, placeOf };
  if (inNode) module.exports = found;
  else if (typeof window !== 'undefined') Object.assign(window, { glassboxLexicon: found });
})();
