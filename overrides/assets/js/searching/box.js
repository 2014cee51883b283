/**
 * The search box of the header: what was found stands under it while one types. Loaded when somebody turns to the box;
 * it brings the rest of the search along. Without it the box is a form that leads to the search page.
 */
(function () {
  'use strict';

  const PARTS = ['../search', 'question', 'words', 'excerpt', 'hits', 'moving'];
  const SHOWN = 6;
  const SUGGESTED = 4;
  const QUIET_MS = 140;

  /**
   * @param {Document} page @param {string} here folder of this script @param {() => void} then
   * @param {string[]} names of scripts, which run in this order
   */
  function load(page, here, names, then) {
    const sheet = page.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = here + '../../css/box.css';
    page.head.append(sheet);
    names.forEach((name, number) => {
      const script = page.createElement('script');
      script.async = false;
      script.src = here + name + '.js';
      if (number === names.length - 1) script.addEventListener('load', then);
      page.head.append(script);
    });
  }

  /** @param {HTMLFormElement} form @param {any} room the window with the parts of the search in it */
  function startBox(form, room) {
    const page = form.ownerDocument;
    const { rootOf, briefOf, make } = room.glassboxHits;
    const { wordsIn, filled } = room.glassboxWords;
    const lang = page.documentElement.lang;
    const say = wordsIn(lang);
    const root = rootOf(page);
    const engine = room.glassboxSearch.open(root);
    const field = /** @type {HTMLInputElement} */ (form.elements.namedItem('q'));
    const number = new Intl.NumberFormat(lang).format;
    const told = make(page, 'p', 'box-told');
    told.setAttribute('role', 'status');
    const list = make(page, 'ul', 'box-list');
    list.setAttribute('role', 'list');
    const all = make(page, 'a', 'box-all hit-link');
    const perhaps = make(page, 'p', 'box-perhaps');
    const panel = make(page, 'div', 'box-hits', [told, perhaps, list, all]);
    panel.hidden = true;
    form.append(panel);
    let asked = '';
    let timer = 0;

    /** @param {string} words */
    async function answer(words) {
      if (words === asked) return show();
      asked = words;
      if (!words) return hide();
      let result = null;
      try {
        result = await engine.find(room.glassboxQuestion.sought(words), { filters: {}, sort: 'relevance', first: 0, count: SHOWN });
      } catch (unreachable) {
        if (words !== asked) return;
        asked = '';
      }
      const names = result && !result.full ? await engine.suggest(words).catch(() => []) : [];
      if (result && words !== asked) return;
      const hits = result ? result.hits : [];
      const showing = {
        page, lang, say, filled, root, prefix: form.dataset.prefix || '', films: new Map(),
        words: result ? result.words : [], excerpts: room.glassboxExcerpts,
        marks: (/** @type {string} */ text, /** @type {string[]} */ looked) => room.glassboxSearch.marks(text, looked, result.folds),
      };
      list.replaceChildren(...hits.map((/** @type {any} */ hit) => briefOf(hit, showing)));
      told.textContent = !result ? say.unreachable : result.total ? '' : filled(say.none, { words: words.slice(0, 60) });
      if (result && result.total) told.append(make(page, 'span', 'visually-hidden', [filled(say.results, { n: number(result.total) })]));
      const links = names.filter((/** @type {any} */ one) => one.words !== words).slice(0, SUGGESTED).map(suggestion);
      perhaps.replaceChildren(...(links.length ? [say.suggested, ...links] : []));
      all.hidden = !(result && result.total);
      all.textContent = result ? filled(say.results, { n: number(result.total) }) : '';
      all.setAttribute('href', addressOf(words));
      show();
    }

    const addressOf = (/** @type {string} */ words) => form.getAttribute('action') + '?q=' + encodeURIComponent(words);

    /** A name of the archive that begins so, or sounds so. @param {{words: string, label: Record<string, string>}} one */
    function suggestion(one) {
      const link = make(page, 'a', 'hit-link', [one.label[lang.split('-')[0]] || one.words]);
      link.setAttribute('href', addressOf(one.words));
      return link;
    }

    function show() {
      panel.hidden = !asked && !told.textContent;
    }

    function hide() {
      panel.hidden = true;
    }

    function ask() {
      room.clearTimeout(timer);
      timer = room.setTimeout(() => answer(field.value.trim()), QUIET_MS);
    }

    field.addEventListener('input', ask);
    field.addEventListener('focus', () => field.value.trim() && ask());
    form.addEventListener('focusout', (event) => {
      if (!(event.relatedTarget instanceof room.Node) || !form.contains(event.relatedTarget)) hide();
    });
    form.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || panel.hidden) return;
      event.preventDefault();
      field.focus();
      hide();
    });
    // The mouse takes the focus from the field before it lets go over a hit.
    panel.addEventListener('pointerdown', (event) => event.preventDefault());
    room.glassboxMoving.watchKeys(form, field, () =>
      panel.hidden ? [] : Array.from(panel.querySelectorAll('.hit-link:not([hidden])')),
    );
    if (field.value.trim()) ask();
  }

  if (typeof module !== 'undefined') module.exports = { load, startBox };
  else if (typeof document !== 'undefined') {
    const form = document.querySelector('[data-search-box]');
    const src = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';
    if (form instanceof HTMLFormElement) {
      load(document, src.replace(/[^/]*$/, ''), PARTS, () => startBox(form, window));
    }
  }
})();
