/** Suggestions while somebody types: names of the archive, and parts of its Chinese titles by their pinyin. */
(function () {
  'use strict';

  const MOST = 8;
  const NAME = 6; // characters: longer runs are sentences, not names

  /** @typedef {{runs: [string, string, number][], names: Record<string, string>[]}} Vocabulary */
  /** @typedef {{words: string, label: Record<string, string>}} Suggestion `label`: what it is called in each language */

  /**
   * Where syllables that begin at `at` are what was typed, each in full or by its first letter: how many of them, or 0.
   * @param {string} typed @param {string[]} syllables @param {number} at
   */
  function matched(typed, syllables, at) {
    /** @param {number} place in what was typed @param {number} of which syllable @returns {number} */
    function rest(place, of) {
      if (place === typed.length) return of - at;
      const syllable = syllables[of];
      if (syllable === undefined) return 0;
      const left = typed.slice(place);
      if (left.length <= syllable.length && syllable.startsWith(left)) return of + 1 - at;
      const whole = left.startsWith(syllable) ? rest(place + syllable.length, of + 1) : 0;
      return whole || (left[0] === syllable[0] ? rest(place + 1, of + 1) : 0);
    }
    return rest(0, at);
  }

  /** @param {string} typed letters only @param {Vocabulary['runs']} runs @returns {string[]} the most frequent first */
  function byPinyin(typed, runs) {
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const [run, said, often] of runs) {
      const chars = [...run], syllables = said.split(' ');
      for (let at = 0; at < chars.length; at++) {
        const count = matched(typed, syllables, at);
        if (count < 2 && typed !== syllables[at]) continue;
        const words = chars.slice(at, at + count).join('');
        // What is a name or title of its own comes before a part of one.
        found.set(words, (found.get(words) || 0) + often * (count === chars.length ? 4 : 1));
        if (!at && count < chars.length && chars.length <= NAME) found.set(run, (found.get(run) || 0) + often * 2);
      }
    }
    return [...found].sort(([, one], [, other]) => other - one).map(([words]) => words);
  }

  /**
   * @param {string} typed @param {Vocabulary} vocabulary @param {(words: string) => string} normal
   * @returns {Suggestion[]} names that begin so, or one of whose words does; then parts of Chinese titles
   */
  function suggested(typed, { runs, names }, normal) {
    const asked = normal(typed).trim();
    if (!asked) return [];
    const begins = (/** @type {string} */ name) => normal(name).startsWith(asked);
    const fits = (/** @type {string} */ name) => begins(name) || normal(name).split(/[^\p{L}\p{N}]+/u).some(begins);
    const inAny = (/** @type {(name: string) => boolean} */ test) => (/** @type {Record<string, string>} */ name) => Object.values(name).some(test);
    const named = names.filter(inAny(fits)).sort((one, other) => Number(inAny(begins)(other)) - Number(inAny(begins)(one)));
    const found = new Map(named.map((label) => [Object.values(label).find(fits) || '', label]));
    const letters = asked.replace(/['\s]/g, '');
    const parts = /^[a-z]{2,}$/.test(letters)
      ? byPinyin(letters, runs)
      : runs.flatMap(([run]) => (run.startsWith(asked) && run !== asked ? [run] : []));
    for (const words of parts) if (!found.has(words)) found.set(words, {});
    return [...found].slice(0, MOST).map(([words, label]) => ({ words, label }));
  }

  const suggesting = { suggested, byPinyin };
  if (typeof module !== 'undefined') module.exports = suggesting;
  else if (typeof window !== 'undefined') Object.assign(window, { glassboxSuggesting: suggesting });
})();
