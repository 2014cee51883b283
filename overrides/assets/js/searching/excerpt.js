/** What a hit shows of its words: the passage that answers best, cut around what was looked for. */
(function () {
  'use strict';

  /**
   * @typedef {[number, number]} Span where words stand in a text, in UTF-16 units
   * @typedef {{lang: string, words: string, anchor?: string}} Passage
   * @typedef {(text: string, words: string[]) => Span[]} Marks
   * @typedef {{text: string, kind: 'plain' | 'mark' | 'camera', inner: Piece[]}} Piece
   */

  const CAMERA = /\[([A-Za-z][A-Za-z ,]{1,80})\]/g;
  const COMMANDS = new Set(
    ('truck left,truck right,pan left,pan right,push in,pull out,pedestal up,pedestal down,' +
      'tilt up,tilt down,zoom in,zoom out,shake,tracking shot,static shot').split(','),
  );
  const WIDE = /[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/;

  /**
   * The passage that holds most of what was looked for: among equals one in the reader's language, then the first. One
   * that is nothing but the words, such as a tag, tells a reader nothing.
   * @param {Passage[]} passages @param {string[]} words @param {string} lang @param {Marks} marks
   * @returns {{passage: Passage, spans: Span[]} | null} null where there is none
   */
  function bestPassage(passages, words, lang, marks) {
    let best = null;
    let most = -1;
    for (const passage of passages) {
      const spans = marks(passage.words, words);
      const isEcho = spans.length === 1 && spans[0][1] - spans[0][0] >= passage.words.trim().length;
      const isRead = passage.lang.split('-')[0] === lang.split('-')[0];
      const score = (isEcho ? 0.5 : 2 * held(passage.words, spans)) + (isRead ? 1 : 0);
      if (score > most) [best, most] = [{ passage, spans }, score];
    }
    return best;
  }

  /** How many letters of what was looked for a text holds, each run of them counted once. @param {string} text @param {Span[]} spans */
  function held(text, spans) {
    const runs = new Set(spans.map(([start, end]) => text.slice(start, end).toLowerCase()));
    return Array.from(runs).reduce((sum, run) => sum + run.length, 0);
  }

  /**
   * A stretch of the text that holds as many spans as it can, with a little of what stands before the first of them.
   * @param {string} text @param {Span[]} spans @param {number} most characters, for Latin letters; half as many others
   * @returns {{text: string, spans: Span[]}}
   */
  function excerpt(text, spans, most) {
    const length = WIDE.test(text.slice(0, 400)) ? Math.round(most * 0.55) : most;
    if (text.length <= length * 1.15) return { text, spans };
    const lead = Math.round(length / 4);
    let start = 0;
    let fits = -1;
    for (const [at] of spans.length ? spans : [[0, 0]]) {
      const begin = Math.max(0, Math.min(at - lead, text.length - length));
      const count = spans.filter(([from, to]) => from >= begin && to <= begin + length).length;
      if (count > fits) [start, fits] = [begin, count];
    }
    const first = spans.find(([from]) => from >= start);
    start = wordBegin(text, start, first ? first[0] : start + lead);
    let end = Math.min(text.length, start + length);
    const cut = spans.find(([from, to]) => from < end && to > end);
    if (cut) end = cut[1];
    else if (end < text.length) end = wordEnd(text, end, start);
    const before = start > 0 ? '…' : '';
    const inside = spans.filter(([from, to]) => from >= start && to <= end);
    return {
      text: before + text.slice(start, end) + (end < text.length ? '…' : ''),
      spans: inside.map(([from, to]) => /** @type {Span} */ ([from - start + before.length, to - start + before.length])),
    };
  }

  /** The beginning of a word at or after `start`, before `limit`. @param {string} text @param {number} start @param {number} limit */
  function wordBegin(text, start, limit) {
    if (start === 0) return 0;
    const closed = text.indexOf(']', start);
    const opened = text.indexOf('[', start);
    if (closed >= 0 && closed < limit && (opened < 0 || closed < opened)) start = closed + 1; // half a camera command
    for (let at = start; at < limit; at++) if (/\s/.test(text[at - 1])) return at;
    return isLow(text, start) ? start + 1 : start;
  }

  /** The end of a word at or before `end`. @param {string} text @param {number} end @param {number} start */
  function wordEnd(text, end, start) {
    for (let at = end; at > Math.max(start, end - 24); at--) if (/\s/.test(text[at])) return at;
    return isLow(text, end) ? end - 1 : end;
  }

  /** Whether the second half of a pair stands there, which alone is no character. @param {string} text @param {number} at */
  function isLow(text, at) {
    const unit = text.charCodeAt(at);
    return unit >= 0xdc00 && unit <= 0xdfff;
  }

  /**
   * The text in pieces: plain, marked, and camera commands, in which words may be marked too.
   * @param {string} text @param {Span[]} spans in their order, none inside another @returns {Piece[]}
   */
  function pieces(text, spans) {
    /** @type {Piece[]} */
    const found = [];
    let done = 0;
    for (const hit of text.matchAll(CAMERA)) {
      if (!hit[1].split(',').some((one) => COMMANDS.has(one.trim().toLowerCase()))) continue;
      const [from, to] = [hit.index, hit.index + hit[0].length];
      found.push(...marked(text, spans, done, from), { text: hit[0], kind: 'camera', inner: marked(text, spans, from, to) });
      done = to;
    }
    return found.concat(marked(text, spans, done, text.length));
  }

  /** @param {string} text @param {Span[]} spans @param {number} from @param {number} to @returns {Piece[]} */
  function marked(text, spans, from, to) {
    /** @type {Piece[]} */
    const found = [];
    let done = from;
    /** @param {number} until @param {Piece['kind']} kind */
    const push = (until, kind) => {
      if (until > done) found.push({ text: text.slice(done, until), kind, inner: [] });
      done = Math.max(done, until);
    };
    for (const [start, end] of spans) {
      if (end <= from || start >= to) continue;
      push(Math.max(start, from), 'plain');
      push(Math.min(end, to), 'mark');
    }
    push(to, 'plain');
    return found;
  }

  const excerpts = { bestPassage, excerpt, pieces };
  if (typeof module !== 'undefined') module.exports = excerpts;
  else if (typeof window !== 'undefined') Object.assign(window, { glassboxExcerpts: excerpts });
})();
