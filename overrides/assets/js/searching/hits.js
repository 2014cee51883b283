/** A hit as it stands in a list: built node by node, so that words of a record can never become anything but words. */
(function () {
  'use strict';

  const MOST = { row: 240, take: 90, brief: 84 }; // characters of a passage

  /**
   * @typedef {import('./excerpt.js').Passage} Passage
   * @typedef {{id: string, kind: string, address: string, anchor: string, titles: Record<string, string>, passages: Passage[],
   *   picture: string, film: string, date: string, specimen: boolean, isAi: boolean, status?: string}} Hit
   * @typedef {{page: Document, lang: string, root: string, prefix: string, words: string[], say: any,
   *   marks: import('./excerpt.js').Marks, excerpts: typeof import('./excerpt.js'), films: Map<string, string>,
   *   filled: (pattern: string, facts: Record<string, string>) => string}} Showing
   */

  /** What stands before `assets/` on this page, as its style sheets have it. @param {Document} page */
  function rootOf(page) {
    const sheet = page.querySelector('link[rel="stylesheet"][href*="assets/css/"]');
    return ((sheet && sheet.getAttribute('href')) || '').replace(/assets\/css\/.*$/, '');
  }

  /** The title for readers of a language, and which language it is in. @param {Hit} hit @param {string} lang */
  function titleOf(hit, lang) {
    const tags = Object.keys(hit.titles).filter((tag) => tag !== 'zxx');
    const same = tags.find((tag) => tag.split('-')[0] === lang.split('-')[0]);
    const tag = same || (tags.includes('*') ? '*' : tags[0]);
    return tag ? { words: hit.titles[tag], lang: tag === '*' ? '' : tag } : { words: hit.id, lang: '' };
  }

  /** What others cite the record by; empty where it is a page, or has no such id. @param {Hit} hit */
  function idOf(hit) {
    return hit.titles.zxx && !hit.id.startsWith('/') ? hit.id : '';
  }

  /**
   * The way to what was found; an earlier revision of a prompt has a place of its own.
   * @param {Hit} hit @param {Passage | null} passage that is shown @param {Showing} showing
   */
  function hrefOf(hit, passage, showing) {
    const here = passage && passage.anchor && passage.anchor !== hit.passages[0].anchor ? passage.anchor : hit.anchor;
    const anchor = here ? '#' + encodeURIComponent(here) : '';
    return showing.root + showing.prefix + encodeURI(hit.address) + 'index.html' + anchor;
  }

  /** `2026-06-14` -> `14 June 2026`. @param {string} day @param {string} lang */
  function dayIn(day, lang) {
    const moment = new Date(day + 'T00:00:00Z');
    if (!day || Number.isNaN(moment.getTime())) return day;
    const tag = lang === 'en' ? 'en-GB' : lang;
    return new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(moment);
  }

  /**
   * @param {Document} page @param {string} tag @param {string} [className] @param {(Node | string)[]} [inner]
   * @returns {HTMLElement}
   */
  function make(page, tag, className, inner) {
    const made = page.createElement(tag);
    if (className) made.className = className;
    if (inner) made.append(...inner.filter((one) => one !== ''));
    return made;
  }

  /** @param {string} text @param {Showing} showing @returns {Node[]} the text with what was looked for marked */
  function withMarks(text, showing) {
    return nodes(showing.excerpts.pieces(text, showing.marks(text, showing.words)), showing.page);
  }

  /** @param {any[]} pieces @param {Document} page @returns {Node[]} */
  function nodes(pieces, page) {
    return pieces.map((piece) => {
      if (piece.kind === 'mark') return make(page, 'mark', '', [piece.text]);
      if (piece.kind === 'camera') return make(page, 'span', 'camera-command', nodes(piece.inner, page));
      return page.createTextNode(piece.text);
    });
  }

  /** Whether a passage is what was typed into a tool: the first that stands at its revision. @param {Hit} hit @param {Passage} passage */
  function isVerbatim(hit, passage) {
    return hit.kind === 'prompt' && Boolean(passage.anchor) && hit.passages.find((one) => one.anchor === passage.anchor) === passage;
  }

  /** @param {Hit} hit @param {Showing} showing @param {number} most @param {string} tag */
  function passageOf(hit, showing, most, tag) {
    const best = showing.excerpts.bestPassage(hit.passages, showing.words, showing.lang, showing.marks);
    if (!best) return { passage: null, element: null };
    const cut = showing.excerpts.excerpt(best.passage.words, best.spans, most);
    const element = make(showing.page, tag, 'hit-passage', nodes(showing.excerpts.pieces(cut.text, cut.spans), showing.page));
    if (best.passage.lang !== '*' && best.passage.lang !== 'zxx') element.lang = best.passage.lang;
    if (isVerbatim(hit, best.passage)) element.classList.add('hit-verbatim');
    element.dir = 'auto';
    return { passage: best.passage, element };
  }

  /** @param {Hit} hit @param {Showing} showing @param {Passage | null} passage @param {(Node | string)[]} inner */
  function linkTo(hit, showing, passage, inner) {
    const link = /** @type {HTMLAnchorElement} */ (make(showing.page, 'a', 'hit-link', inner));
    link.setAttribute('href', hrefOf(hit, passage, showing));
    return link;
  }

  /** @param {Hit} hit @param {Showing} showing @returns {HTMLElement | null} null where it has no picture */
  function pictureOf(hit, showing) {
    if (!hit.picture) return null;
    const { page, say } = showing;
    const picture = /** @type {HTMLImageElement} */ (make(page, 'img'));
    Object.assign(picture, { alt: '', width: 320, height: 180, loading: 'lazy', decoding: 'async' });
    picture.setAttribute('src', showing.root + hit.picture);
    return make(page, 'span', 'hit-picture clip-screen', [picture, hit.isAi ? make(page, 'span', 'ai-badge', [say.ai]) : '']);
  }

  /** @param {Hit} hit @param {Showing} showing @param {string} tag */
  function titleElement(hit, showing, tag) {
    const title = titleOf(hit, showing.lang);
    const element = make(showing.page, tag, 'hit-title', withMarks(title.words, showing));
    if (title.lang) element.lang = title.lang;
    element.dir = 'auto';
    return element;
  }

  /** @param {Hit} hit @param {Showing} showing */
  function idElement(hit, showing) {
    return idOf(hit) ? make(showing.page, 'span', 'record-id', withMarks(hit.id, showing)) : '';
  }

  /** @param {Hit} hit @param {Showing} showing @returns {HTMLElement | string} */
  function statusElement(hit, showing) {
    const word = hit.status && showing.say.statuses[hit.status];
    return word ? make(showing.page, 'span', 'status', [word]) : '';
  }

  /**
   * A hit in a row: picture, title, the words that answer, what it belongs to.
   * @param {Hit} hit @param {Showing} showing @param {boolean} isMixed whether its kind must be said
   */
  function rowOf(hit, showing, isMixed) {
    const { page, say } = showing;
    const { passage, element } = passageOf(hit, showing, MOST.row, 'p');
    const older = passage && passage.anchor && passage.anchor !== hit.passages[0].anchor && /^r(\d+)$/.exec(passage.anchor);
    const meta = [
      isMixed ? say.kinds[hit.kind] : '',
      showing.films.get(hit.film) || '',
      older ? showing.filled(say.revision, { n: older[1] }) : '',
    ].filter(Boolean);
    const day = hit.date ? make(page, 'time', '', [dayIn(hit.date, showing.lang)]) : '';
    if (day) day.setAttribute('datetime', hit.date);
    const picture = pictureOf(hit, showing);
    const row = make(page, 'li', 'hit', [
      picture || '',
      make(page, 'div', 'hit-words', [
        make(page, 'h3', 'hit-head', [
          linkTo(hit, showing, passage, [titleElement(hit, showing, 'span')]),
          hit.kind === 'take' ? statusElement(hit, showing) : '',
          idElement(hit, showing),
        ]),
        element || '',
        make(page, 'p', 'hit-meta', [
          ...meta.map((one) => make(page, 'bdi', '', [one])),
          day,
          hit.specimen ? make(page, 'span', 'specimen', [say.specimen]) : '',
        ]),
      ]),
    ]);
    row.dataset.kind = hit.kind;
    if (!picture) row.classList.add('hit-plain');
    if (hit.kind === 'take' && hit.status) row.dataset.status = hit.status;
    return row;
  }

  /** A take as it hangs on the wall. @param {Hit} hit @param {Showing} showing */
  function takeOf(hit, showing) {
    const { page, say } = showing;
    const { passage, element } = passageOf(hit, showing, MOST.take, 'p');
    const title = titleElement(hit, showing, 'span');
    const isSaid = element && element.textContent !== title.textContent;
    const card = make(page, 'li', 'take-card hit-take', [
      make(page, 'div', 'clip', [pictureOf(hit, showing) || make(page, 'span', 'clip-screen clip-none')]),
      make(page, 'h3', 'take-name', [
        linkTo(hit, showing, passage, [...withMarks(hit.id, showing)]),
        statusElement(hit, showing),
        hit.specimen ? make(page, 'span', 'specimen', [say.specimen]) : '',
      ]),
      make(page, 'p', 'reason', [title]),
      isSaid && element ? element : '',
    ]);
    if (hit.status) card.dataset.status = hit.status;
    return card;
  }

  /** A hit under the box of the header. @param {Hit} hit @param {Showing} showing */
  function briefOf(hit, showing) {
    const { page, say } = showing;
    const { passage, element } = passageOf(hit, showing, MOST.brief, 'span');
    const picture = pictureOf({ ...hit, isAi: false }, showing);
    const title = titleElement(hit, showing, 'b');
    const isSaid = element && element.textContent !== title.textContent;
    const marks = [
      make(page, 'span', '', [say.kinds[hit.kind] || '']),
      statusElement(hit, showing),
      hit.isAi ? make(page, 'span', '', [say.ai]) : '',
      hit.specimen ? make(page, 'span', 'specimen', [say.specimen]) : '',
    ];
    const words = make(page, 'span', 'hit-words', [
      make(page, 'span', 'hit-head', [title, idElement(hit, showing)]),
      isSaid && element ? element : '',
      make(page, 'span', 'hit-meta', marks),
    ]);
    const item = make(page, 'li', '', [linkTo(hit, showing, passage, picture ? [picture, words] : [words])]);
    if (hit.status) item.dataset.status = hit.status;
    return item;
  }

  const hits = { isVerbatim, rootOf, titleOf, idOf, hrefOf, dayIn, rowOf, takeOf, briefOf, make, withMarks };
  if (typeof module !== 'undefined') module.exports = hits;
  else if (typeof window !== 'undefined') Object.assign(window, { glassboxHits: hits });
})();
