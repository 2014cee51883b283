/** Reads the bytes of the index, as `glassbox/search/coding.py`, `terms.py`, `root.py` and `columns.py` write them. */
(function () {
  'use strict';

  const words = new TextDecoder();

  /** @typedef {{numbers: Uint32Array, often: Map<number, number>}} Posting numbers of documents; place among them -> times */
  /** @typedef {{term: string, text: Posting, title: Posting}} Term */
  /** @typedef {{firsts: string[], names: string[]}} Shards */
  /**
   * @typedef {object} Others what is named by a word
   * @property {Record<string, string>} facets name -> shard of its column
   * @property {string} folds shard of the characters that fold @property {string} vocabulary shard of the suggestions
   * @property {string[]} kinds in the order of the index
   * @property {{tokens: number, each: number, volume: number}} chunks
   * @property {{b: number, k1: number, boosts: {title: number, text: number}}} weights
   */
  /**
   * @typedef {object} Root
   * @property {number} count documents
   * @property {number} places one more than the largest number of a document
   * @property {{title: number, text: number}} mean tokens in a field
   * @property {{kind: number, first: number}[]} kinds where each kind begins
   * @property {{title: Uint32Array, text: Uint32Array}} lengths tokens of each document
   * @property {Shards} terms @property {Shards} words @property {Shards} backward
   * @property {Chunk[]} chunks of documents
   * @property {Others} others
   */

  const hex = (/** @type {Uint8Array} */ bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

  /** @param {Uint8Array} bytes */
  function reader(bytes) {
    let at = 0, bit = 0;
    function varint() {
      let number = 0, weight = 1, byte;
      do {
        byte = bytes[at++];
        number += (byte & 127) * weight;
        weight *= 128;
      } while (byte & 128);
      return number;
    }
    /** A word after the one before it, whose bytes it may share. */
    function shared(/** @type {Uint8Array} */ last) {
      const size = varint(), same = size >>> 3, more = (size & 7) < 7 ? size & 7 : varint() + 7;
      const word = new Uint8Array(same + more);
      word.set(last.subarray(0, same));
      word.set(bytes.subarray(at, at + more), same);
      at += more;
      return word;
    }
    const one = () => (bytes[at + (bit >> 3)] >> (7 - (bit++ & 7))) & 1;
    function low(/** @type {number} */ count) {
      let number = 0;
      for (let n = 0; n < count; n++) number = number * 2 + one();
      return number;
    }
    /** Rising numbers below `among`. */
    function rice(/** @type {number} */ count, /** @type {number} */ among) {
      const k = Math.max(0, 31 - Math.clz32(Math.floor((among * 11) / (16 * Math.max(1, count)))));
      const numbers = new Uint32Array(count);
      for (let n = 0, last = -1; n < count; n++) {
        let above = 0;
        while (one()) above++;
        numbers[n] = last += above * 2 ** k + low(k) + 1;
      }
      return numbers;
    }
    function gamma() {
      let size = 0;
      while (!one()) size++;
      return 2 ** size + low(size);
    }
    const some = (/** @type {number} */ size) => bytes.subarray(at, (at += size));
    return { varint, shared, rice, gamma, bytes: some, rest: () => bytes.subarray(at), isAtEnd: () => at >= bytes.length };
  }

  /** @param {ReturnType<typeof reader>} read @param {number} count @param {number} often @param {number} places @returns {Posting} */
  function posting(read, count, often, places) {
    const numbers = count ? read.rice(count, places) : new Uint32Array(0);
    const where = often ? read.rice(often, count) : [];
    return { numbers, often: new Map(Array.from(where, (place) => [place, read.gamma() + 1])) };
  }

  /** @param {Uint8Array} bytes @param {number} places @returns {Term[]} in the order of the index */
  function terms(bytes, places) {
    const read = reader(bytes);
    let word = new Uint8Array(0);
    const heads = Array.from({ length: read.varint() }, () => {
      word = read.shared(word);
      const head = read.varint(), count = head >>> 2, titles = head & 1 ? read.varint() : 0;
      const often = head & 2 ? read.varint() : 0, oftenTitles = head & 2 && titles ? read.varint() : 0;
      return { term: words.decode(word), count, titles, often, oftenTitles };
    });
    return heads.map(({ term, count, titles, often, oftenTitles }) => {
      const text = posting(read, count, often, places);
      return { term, text, title: posting(read, titles, oftenTitles, places) };
    });
  }

  /** @param {Uint8Array} bytes @returns {string[]} */
  function list(bytes) {
    const read = reader(bytes), found = [];
    let word = new Uint8Array(0);
    while (!read.isAtEnd()) found.push(words.decode((word = read.shared(word))));
    return found;
  }

  /** @param {ReturnType<typeof reader>} read @param {string} letter @returns {Shards} */
  function shards(read, letter) {
    let word = new Uint8Array(0);
    const coded = Array.from({ length: read.varint() }, () => (word = read.shared(word)));
    const names = coded.map((first) => `${letter}${hex(first)}-${hex(read.bytes(3))}`);
    return { firsts: coded.map((first) => words.decode(first)), names };
  }

  /** @param {Uint8Array} bytes @returns {Root} */
  function root(bytes) {
    const read = reader(bytes);
    if (read.varint() !== 1) throw new Error('an index of another kind');
    const count = read.varint(), titles = read.varint(), texts = read.varint();
    /** @type {{kind: number, text: number, title: number, places: number}[]} */
    const runs = [];
    let kind = 0, text = 0, title = 0, places = 0;
    for (let left = read.varint(); left > 0; left--) {
      const step = read.varint();
      if (step & 1) [kind, text, title] = [kind + (step >>> 1), read.varint(), read.varint()];
      else if (step) [text, title] = [text + (step >>> 1), read.varint()];
      else title += read.varint();
      runs.push({ kind, text, title, places: read.varint() });
      places += runs[runs.length - 1].places;
    }
    const lengths = { title: new Uint32Array(places), text: new Uint32Array(places) };
    const kinds = [];
    let at = 0;
    for (const run of runs) {
      if (!kinds.length || kinds[kinds.length - 1].kind !== run.kind) kinds.push({ kind: run.kind, first: at });
      lengths.title.fill(run.title, at, at + run.places);
      lengths.text.fill(run.text, at, (at += run.places));
    }
    const held = { terms: shards(read, 't'), words: shards(read, 'w'), backward: shards(read, 'b') };
    const volumes = Array.from({ length: read.varint() }, () => hex(read.bytes(3)));
    const others = JSON.parse(words.decode(read.rest())), mean = { title: titles / count, text: texts / count };
    return { ...held, count, places, kinds, lengths, mean, others, chunks: chunksOf(runs, volumes, others.chunks) };
  }

  /** @typedef {{first: number, name: string}} Chunk its first place, and the name of its file */

  /**
   * @param {{kind: number, text: number, title: number, places: number}[]} runs @param {string[]} digests of the volumes
   * @param {{tokens: number, each: number, volume: number}} size @returns {Chunk[]}
   */
  function chunksOf(runs, digests, { tokens, each, volume }) {
    const found = [];
    let place = 0, count = 0, filled = 0, used = -1, last = '';
    for (const { kind, text, title, places } of runs) {
      const page = `d${kind.toString(16)}-${text.toString(16)}`;
      if (page !== last) [count, last] = [0, page];
      for (const end = place + places; place < end; place++) {
        if (!count || filled >= tokens) {
          if (count % volume === 0) used++;
          const of = Math.floor(count / volume).toString(16), at = (count % volume).toString(16);
          found.push({ first: place, name: `${page}-${of}-${digests[used]}-${at}` });
          count++;
          filled = 0;
        }
        filled += text + title + each;
      }
    }
    return found;
  }

  /** The chunk that holds a document. @param {Chunk[]} chunks @param {number} number */
  function chunkOf(chunks, number) {
    let low = 0, high = chunks.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (chunks[middle].first <= number) low = middle;
      else high = middle;
    }
    return chunks[low];
  }

  /** @typedef {{values: [string, Record<string, string>][], sets: number[][], setOf: (number: number) => number}} Column */

  /** @param {Uint8Array} bytes @param {number} places @returns {Column} */
  function column(bytes, places) {
    const read = reader(bytes), size = read.varint(), rest = read.rest();
    const { values, sets } = JSON.parse(words.decode(rest.subarray(0, size)));
    const low = rest.subarray(size), wide = low.length > places;
    return { values, sets, setOf: (number) => low[number] + (wide ? low[places + number] * 256 : 0) };
  }

  const coding = { root, terms, list, column, chunkOf };
  if (typeof module !== 'undefined') module.exports = coding;
  else if (typeof window !== 'undefined') Object.assign(window, { glassboxCoding: coding });
})();
