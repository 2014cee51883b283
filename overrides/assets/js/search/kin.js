/**
 * Which words are forms of one: the same as `glassbox/search/kin.py`. No stemmer: lunr.py and lunr.js stem differently, and
 * a rule that can be said in a line is one that a visitor can foresee.
 */
(function () {
  'use strict';

  /** What words of one stem end in, in English, German and Italian. */
  const ENDINGS = new Set(['', 's', 'es', 'd', 'ed', 'er', 'ers', 'ing', 'ings', 'ly', 'y', 'ies', 'ied', 'e', 'en', 'n', 'o', 'i', 'a']);
  const SHORTEST = 3;

  /** Where two words part. @param {string} one @param {string} other */
  function shared(one, other) {
    let at = 0;
    while (at < one.length && at < other.length && one[at] === other[at]) at++;
    return at;
  }

  /** `ning` of `run|ning` counts as `ing`. @param {string} word @param {number} at */
  function isEnding(word, at) {
    const tail = word.slice(at);
    return ENDINGS.has(tail) || (tail[0] === word[at - 1] && tail.length > 2 && ENDINGS.has(tail.slice(1)));
  }

  /** Whether two words are forms of one. @param {string} one @param {string} other */
  function areKin(one, other) {
    const at = shared(one, other);
    return at >= SHORTEST && one !== other && isEnding(one, at) && isEnding(other, at);
  }

  /**
   * What all forms of a word begin with: the word without its longest ending, and without the second of a double letter.
   * @param {string} word
   */
  function stemOf(word) {
    let at = SHORTEST;
    while (at < word.length && !ENDINGS.has(word.slice(at))) at++;
    return at > SHORTEST && at < word.length && word[at - 1] === word[at - 2] ? word.slice(0, at - 1) : word.slice(0, at);
  }

  const kin = { areKin, stemOf };
  if (typeof module !== 'undefined') module.exports = kin;
  else if (typeof window !== 'undefined') Object.assign(window, { glassboxKin: kin });
})();
