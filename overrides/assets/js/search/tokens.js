/**
 * Words as the index keeps them: the same as `glassbox/search/tokens.py`, token for token. Letters lose case, width and
 * accents, traditional characters become simplified ones; words of alphabets stay whole, what is written without spaces
 * becomes pairs of characters.
 */
(function () {
  'use strict';

  const PAIRED =
    '\\u3005\\u3007\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af' +
    '\\uf900-\\ufaff\\u{20000}-\\u{323af}';
  const RUN = new RegExp(`[${PAIRED}]+|(?:(?![${PAIRED}])[\\p{L}\\p{N}])+`, 'gu');
  const PIECE = new RegExp(`[${PAIRED}]\\p{M}*|(?:(?![${PAIRED}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
  const LONGEST = 24;
  const IS_PAIRED = new RegExp(`^[${PAIRED}]`, 'u');

  /** @typedef {Map<string, string>} Folds traditional characters -> simplified ones */

  /** @param {string} token */
  const isPaired = (token) => IS_PAIRED.test(token);

  /**
   * The one way of writing it.
   * @param {string} words
   * @param {Folds} [folds]
   */
  function normal(words, folds) {
    const apart = words.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
    const plain = apart.normalize('NFC').replace(/ß/g, 'ss');
    return folds ? Array.from(plain, (char) => folds.get(char) || char).join('') : plain;
  }

  /**
   * Runs of what is a word, or is kept as pairs, in the order of the text.
   * @param {string} words
   * @param {Folds} [folds]
   * @returns {string[]}
   */
  const runs = (words, folds) => (normal(words, folds).match(RUN) || []).map((run) => (isPaired(run) ? run : kept(run)));

  /** A word as far as the index keeps it. @param {string} word */
  const kept = (word) => (word.length > LONGEST ? [...word].slice(0, LONGEST).join('') : word);

  /**
   * Of a run that is kept as pairs: the pairs; the last character too, as the index has it, or alone where it is the only one.
   * @param {string} run
   * @param {boolean} [asAsked] without the last character where there are pairs
   */
  function pairs(run, asAsked) {
    const chars = [...run];
    const found = chars.slice(1).map((char, at) => chars[at] + char);
    if (!asAsked || !found.length) found.push(chars[chars.length - 1]);
    return found;
  }

  /** @param {string} words @param {Folds} [folds] @returns {string[]} as the index has them */
  function tokens(words, folds) {
    return runs(words, folds).flatMap((run) => (isPaired(run) ? pairs(run) : [run]));
  }

  /**
   * Where words stand in a text: rows of first and end, in UTF-16 units, merged where they touch.
   * @param {string} text
   * @param {string[]} words normal; one that ends in `*` stands for all that begin so
   * @param {Folds} [folds]
   * @returns {[number, number][]}
   */
  function marks(text, words, folds) {
    const whole = new Set(words);
    const begun = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
    const paired = words.filter(isPaired).map((word) => word.replace(/\*$/, ''));
    /** @type {[number, number][]} */
    const found = [];
    const put = (/** @type {number} */ first, /** @type {number} */ end) => {
      const last = found[found.length - 1];
      if (last && first <= last[1]) last[1] = Math.max(last[1], end);
      else found.push([first, end]);
    };
    let chars = '', /** @type {number[]} */ starts = [], end = 0;
    const endRun = () => {
      for (let at = 0; at < chars.length; at++) {
        for (const word of paired) if (chars.startsWith(word, at)) put(starts[at], starts[at + word.length] ?? end);
      }
      chars = '';
      starts = [];
    };
    for (const piece of text.matchAll(PIECE)) {
      const first = /** @type {number} */ (piece.index), word = normal(piece[0], folds);
      if (first !== end) endRun();
      end = first + piece[0].length;
      if (isPaired(word)) {
        for (let at = 0; at < word.length; at++) starts.push(first);
        chars += word;
      } else {
        endRun();
        if (whole.has(kept(word)) || begun.some((start) => start && word.startsWith(start))) put(first, end);
      }
    }
    endRun();
    return found;
  }

  const found = { normal, runs, pairs, tokens, marks, isPaired };
  if (typeof module !== 'undefined') module.exports = found;
  else if (typeof window !== 'undefined') Object.assign(window, { glassboxTokens: found });
})();
