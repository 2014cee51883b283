/**
 * The search page: asks while one types, shows what was found by kind, prompts first, and keeps the question in the
 * address. Without it the page is its lists.
 */
(function () {
  'use strict';

  /** @typedef {import('./question.js').Question} Question */

  const KINDS = ['prompt', 'take', 'shot', 'decision', 'version', 'person', 'tool', 'report', 'page'];
  const OF_A_KIND = 4; // hits of each kind where all kinds are shown
  const ON_THE_WALL = 6; // takes there
  const AT_ONCE = 20; // hits of one kind
  const QUIET_MS = 140; // between the last letter and the question
  const SLOW_MS = 300; // before the page says that it is searching
  const SUGGESTED = 6;
  const PINYIN = /^[a-z'\s]{2,24}$/i;

  /**
   * @param {HTMLElement} root element of the search
   * @param {any} room the window with the parts of the search in it
   */
  function startSearch(root, room) {
    const page = root.ownerDocument;
    const { asked, written, turned, isAsked, sought, filtersOf } = room.glassboxQuestion;
    const { rootOf, rowOf, takeOf, make } = room.glassboxHits;
    const up = rootOf(page);
    const { wordsIn, filled } = room.glassboxWords;
    const lang = root.dataset.lang || 'en';
    const say = wordsIn(lang);
    const engine = room.glassboxSearch.open(up);
    /** @param {string} name */
    const find = (name) => /** @type {HTMLElement} */ (root.querySelector(`[data-${name}]`));
    const form = /** @type {HTMLFormElement} */ (root.querySelector('form'));
    const field = /** @type {HTMLInputElement} */ (form.elements.namedItem('q'));
    const [out, told, kinds, sort, chosen, list, perhaps] = [
      'out', 'told', 'kinds', 'sort', 'chosen', 'list', 'perhaps',
    ].map(find);
    const title = page.title;
    const number = new Intl.NumberFormat(lang).format;
    const films = new Map(
      Array.from(root.querySelectorAll('[data-facet="film"] button[data-value]')).map((chip) => [
        String(chip.getAttribute('data-value')),
        (chip.textContent || '').trim(),
      ]),
    );
    const facets = room.glassboxFacets.watchFacets(find('facets'), { lang, more: say.more, number, turn, open: openFacets });

    /** @type {Question} */
    let question = asked(room.location.search);
    let latest = 0; // number of the question that is being answered; what belongs to an older one is not shown
    let timer = 0;
    let isTyping = false;
    let isCounting = Object.keys(question.filters).length > 0;

    /** @param {Question} next @param {boolean} isTyped whether it is one more letter of the same question */
    function ask(next, isTyped) {
      room.clearTimeout(timer);
      if (written(next) === written(question)) return;
      question = next;
      const address = room.location.pathname + written(question);
      try {
        if (isTyped && isTyping) room.history.replaceState(null, '', address);
        else room.history.pushState(null, '', address);
      } catch {
        // Some browsers keep the address of a file as it is; the page answers all the same.
      }
      isTyping = isTyped;
      answer();
    }

    /** @param {string} facet @param {string} value */
    function turn(facet, value) {
      isCounting = true;
      ask(turned(question, facet, value), false);
    }

    function openFacets() {
      if (isCounting) return;
      isCounting = true;
      countFacets(latest);
    }

    async function answer() {
      const mine = ++latest;
      facets.press(question.filters);
      showChosen();
      page.title = question.words.trim() ? `${question.words.trim().slice(0, 80)} · ${title}` : title;
      page.documentElement.toggleAttribute('data-asked', isAsked(question));
      out.hidden = !isAsked(question);
      perhaps.replaceChildren();
      if (!isAsked(question)) return told.replaceChildren();
      const slow = room.setTimeout(() => mine === latest && told.replaceChildren(say.searching), SLOW_MS);
      out.setAttribute('aria-busy', 'true');
      try {
        await (question.kind || question.sort !== 'relevance' ? showList(mine) : showKinds(mine));
        if (isCounting) await countFacets(mine);
      } catch (trouble) {
        if (mine === latest) showTrouble();
      }
      room.clearTimeout(slow);
      if (mine === latest) out.removeAttribute('aria-busy');
    }

    /** @param {any} result that its hits are shown of */
    function showing({ words, folds }) {
      /** @param {string} text @param {string[]} looked */
      const marks = (text, looked) => room.glassboxSearch.marks(text, looked, folds);
      const { glassboxExcerpts: excerpts } = room;
      return { page, lang, say, filled, words, films, root: up, prefix: root.dataset.prefix || '', marks, excerpts };
    }

    /** @param {number} first @param {number} count @param {string} [kind] */
    function found(first, count, kind) {
      const filters = kind ? { ...question.filters, kind: [kind] } : filtersOf(question);
      return engine.find(sought(question.words), { filters, sort: question.sort, first, count });
    }

    /** All kinds, the best hits of each. @param {number} mine */
    async function showKinds(mine) {
      const all = await found(0, 0);
      const met = KINDS.filter((kind) => all.kinds[kind]);
      const each = await Promise.all(met.map((kind) => found(0, kind === 'take' ? ON_THE_WALL : OF_A_KIND, kind)));
      if (mine !== latest) return;
      tell(all);
      suggest(all, mine);
      list.replaceChildren(...(all.total ? met.map((kind, n) => groupOf(kind, all.kinds[kind], each[n])) : [nothing(all)]));
    }

    /** @param {string} kind @param {number} count @param {any} result */
    function groupOf(kind, count, result) {
      const show = showing(result);
      const isWall = kind === 'take';
      const hits = result.hits.map((/** @type {any} */ hit) => (isWall ? takeOf(hit, show) : rowOf(hit, show, false)));
      const heading = make(page, 'h2', '', [say.kinds[kind], ' ', make(page, 'small', '', [number(count)])]);
      const group = make(page, 'section', 'hit-group', [heading, listOf(hits, isWall)]);
      if (count > result.hits.length) group.append(button(filled(say.moreOf, { n: number(count) }), () => {
        ask({ ...question, kind }, false);
        field.scrollIntoView({ block: 'nearest' });
      }));
      return group;
    }

    /** @param {HTMLElement[]} hits @param {boolean} isWall */
    function listOf(hits, isWall) {
      const made = make(page, 'ul', isWall ? 'takes hit-wall' : 'hits', hits);
      made.setAttribute('role', 'list');
      return made;
    }

    /** One kind, or all in the order of date or film. @param {number} mine */
    async function showList(mine) {
      const result = await found(0, AT_ONCE);
      if (mine !== latest) return;
      tell(result);
      suggest(result, mine);
      if (!result.total) return list.replaceChildren(nothing(result));
      const isWall = question.kind === 'take';
      const rows = listOf([], isWall);
      const more = button(say.more, async () => {
        const next = await found(rows.children.length, AT_ONCE).catch(() => null);
        if (mine !== latest) return;
        if (next) add(next, true);
        else showTrouble();
      });
      /** @param {any} part @param {boolean} isLater */
      function add(part, isLater) {
        const show = showing(part);
        const hits = part.hits.map((/** @type {any} */ hit) => (isWall ? takeOf(hit, show) : rowOf(hit, show, !question.kind)));
        rows.append(...hits);
        more.hidden = rows.children.length >= result.total;
        if (isLater && hits[0]) hits[0].querySelector('a').focus();
      }
      add(result, false);
      const heading = make(page, 'h2', question.kind ? '' : 'visually-hidden', [say.kinds[question.kind] || say.all]);
      list.replaceChildren(make(page, 'section', 'hit-group', [heading, rows, more]));
    }

    /** How many there are, and of which kinds. @param {any} result */
    function tell(result) {
      const words = (result.meant || question.words).trim();
      const count = result.full || result.total;
      const pattern = result.full ? (count === 1 ? say.foundOne : say.found) : count === 1 ? say.foundSomeOne : say.foundSome;
      const [before, after] = pattern.split('{n}');
      const mark = make(page, 'mark', '', [short(words)]);
      mark.dir = 'auto';
      const rest = result.full && result.total - result.full;
      told.replaceChildren(before, make(page, 'b', '', [number(count)]), after, ' ', mark);
      if (rest) told.append(' ', make(page, 'span', 'and-some', [filled(say.foundMore, { n: number(rest) })]));
      if (!result.total) told.replaceChildren(filled(say.none, { words: short(words) }));
      if (result.meant && result.total) {
        told.prepend(make(page, 'span', 'meant', [filled(say.meant, { words: short(question.words.trim()) })]));
      }
      const all = KINDS.reduce((sum, kind) => sum + (result.kinds[kind] || 0), 0);
      const choices = KINDS.filter((kind) => result.kinds[kind] || kind === question.kind);
      keepFocus(kinds, [chip('', say.all, all), ...choices.map((kind) => chip(kind, say.kinds[kind], result.kinds[kind] || 0))]);
      for (const one of sort.querySelectorAll('button')) {
        one.setAttribute('aria-pressed', String(one.dataset.sort === question.sort));
      }
    }

    /** @param {string} words that somebody may have pasted */
    function short(words) {
      return words.length > 80 ? words.slice(0, 79) + '…' : words;
    }

    /** @param {HTMLElement} place @param {HTMLElement[]} chips that take the place of those that bear the same names */
    function keepFocus(place, chips) {
      const had = place.contains(page.activeElement) && page.activeElement && page.activeElement.getAttribute('data-kind');
      place.replaceChildren(...chips);
      const now = typeof had === 'string' && chips.find((one) => one.dataset.kind === had);
      if (now) now.focus();
    }

    /** @param {string} kind @param {string} words @param {number} count */
    function chip(kind, words, count) {
      const made = button(words, () => ask({ ...question, kind }, false));
      made.className = 'chip';
      made.dataset.kind = kind;
      made.setAttribute('aria-pressed', String(question.kind === kind));
      made.append(make(page, 'b', '', [number(count)]));
      return made;
    }

    /** @param {string} words @param {() => void} press @returns {HTMLButtonElement} */
    function button(words, press) {
      const made = make(page, 'button', 'button', [make(page, 'bdi', '', [words])]);
      made.setAttribute('type', 'button');
      made.addEventListener('click', press);
      return made;
    }

    function showChosen() {
      const chips = facets.chosen(question.filters).map((/** @type {any} */ one) => {
        const made = button(one.words, () => {
          turn(one.facet, one.value);
          field.focus();
        });
        made.className = 'chip chosen-one';
        made.setAttribute('aria-label', filled(say.without, { words: one.words }));
        return made;
      });
      chosen.replaceChildren(...chips);
      chosen.hidden = !chips.length;
    }

    /** @param {any} result @returns {HTMLElement} what can be done where nothing was found */
    function nothing(result) {
      const isNarrowed = Object.keys(question.filters).length > 0 || (question.kind && Object.keys(result.kinds).length > 0);
      page.documentElement.toggleAttribute('data-asked', false);
      return make(page, 'div', 'hit-none', isNarrowed ? [
        make(page, 'p', '', [say.noneNarrowed]),
        button(say.widen, () => ask({ ...question, kind: '', filters: {} }, false)),
      ] : []);
    }

    function showTrouble() {
      const trouble = make(page, 'p', 'trouble', [say.unreachable]);
      trouble.setAttribute('role', 'alert');
      list.replaceChildren(trouble, button(say.again, () => {
        field.focus();
        answer();
      }));
      told.replaceChildren();
    }

    /** @param {number} mine */
    async function countFacets(mine) {
      const counts = await engine.counts(sought(question.words), filtersOf(question));
      if (mine !== latest) return;
      facets.count(counts, question.filters);
      showChosen();
    }

    /**
     * Names that begin so, also by pinyin: where the words themselves say too little. @param {any} result @param {number} mine
     */
    async function suggest(result, mine) {
      const typed = question.words.trim();
      const isPinyin = lang.split('-')[0] === 'zh' && PINYIN.test(typed);
      const names = !result.full || isPinyin ? await engine.suggest(typed).catch(() => []) : [];
      if (mine !== latest) return;
      const others = names.filter((/** @type {any} */ one) => one.words !== typed).slice(0, SUGGESTED);
      const chips = others.map((/** @type {any} */ one) => {
        const made = button(room.glassboxFacets.labelIn(one.label, lang, one.words), () => {
          field.value = one.words;
          ask({ ...question, words: one.words }, false);
          field.focus();
        });
        made.className = 'chip';
        return made;
      });
      perhaps.replaceChildren(...(chips.length ? [make(page, 'span', 'chips-name', [say.suggested]), ...chips] : []));
    }

    field.addEventListener('input', (event) => {
      room.clearTimeout(timer);
      if (/** @type {InputEvent} */ (event).isComposing) return;
      timer = room.setTimeout(() => ask({ ...question, words: field.value }, true), QUIET_MS);
    });
    field.addEventListener('compositionend', () => ask({ ...question, words: field.value }, true));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      ask({ ...question, words: field.value }, false);
    });
    root.addEventListener('click', (event) => {
      const target = event.target instanceof Element ? event.target : null;
      const way = target && target.closest('a[data-words]');
      const order = target && target.closest('button[data-sort]');
      if (order) ask({ ...question, sort: String(order.getAttribute('data-sort')) }, false);
      if (!way || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      field.value = String(way.getAttribute('data-words'));
      ask({ ...asked(''), words: field.value }, false);
      field.focus({ preventScroll: true });
    });
    room.addEventListener('popstate', () => {
      question = asked(room.location.search);
      field.value = question.words;
      isTyping = false;
      isCounting = isCounting || Object.keys(question.filters).length > 0;
      answer();
    });
    room.glassboxMoving.watchKeys(root, field, () => Array.from(list.querySelectorAll('.hit-link')));
    if (room.matchMedia('(min-width: 60em)').matches) find('facets').setAttribute('open', '');
    if (question.words) field.value = question.words;
    else if (/[?&]q=/.test(room.location.search)) field.focus({ preventScroll: true }); // sent here to ask
    answer();
  }

  if (typeof module !== 'undefined') module.exports = { startSearch };
  else if (typeof document !== 'undefined') {
    const root = document.querySelector('[data-search]');
    if (root instanceof HTMLElement) startSearch(root, window);
  }
})();
