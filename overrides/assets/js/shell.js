/* What every page's shell does: a tidy address bar, a language switch that keeps the place, the menu on phones. */
(function () {
  'use strict';

  /**
   * The address without `index.html`, which only file:// needs.
   * @param {{protocol: string, pathname: string, search: string, hash: string}} location
   * @returns {string | null} null where it is tidy already, or must stay
   */
  function tidied(location) {
    if (location.protocol === 'file:' || !/\/index\.html$/.test(location.pathname)) return null;
    return location.pathname.replace(/index\.html$/, '') + location.search + location.hash;
  }

  /**
   * Another language's page, at the same place with the same search.
   * @param {string} href as written in the page @param {{search: string, hash: string}} location
   */
  function samePlace(href, location) {
    return href.split(/[?#]/)[0] + location.search + location.hash;
  }

  /**
   * Where the visitor reads: what the address names, as long as it begins in the window; else the last named thing that
   * begins above the middle of the window and is still in it.
   * @param {Iterable<Element>} named in the order of the page
   * @param {number} height of the window
   * @param {string} asked id that the address names
   * @returns {string} its id; empty where there is none
   */
  function placeInView(named, height, asked) {
    let found = '';
    for (const element of named) {
      const box = element.getBoundingClientRect();
      if (element.id === asked && box.top > -1 && box.top < height) return asked;
      if (box.height > 0 && box.top <= height / 2 && box.bottom > 0) found = element.id;
    }
    return found;
  }

  const SETTLED_MS = 600; // a page that stands still so long is being read
  const WAY_UP_MS = 10000; // from there to the switch, which stands at the top

  /**
   * Where the visitor reads; at the top of the page, where they read a moment ago: the switch of the language is there,
   * and one must scroll up to it.
   * @param {Window} view @param {() => string} inView @param {() => number} now milliseconds
   * @returns {() => string} an id; empty at the top of the page
   */
  function rememberPlace(view, inView, now) {
    let read = { id: '', left: -Infinity };
    let timer = 0;
    view.addEventListener('scroll', function () {
      if (read.left === Infinity) read.left = now();
      view.clearTimeout(timer);
      timer = view.setTimeout(function () {
        if (view.scrollY > 0) read = { id: inView(), left: Infinity };
      }, SETTLED_MS);
    }, { passive: true });
    return function () {
      if (now() - read.left < WAY_UP_MS) return read.id;
      return view.scrollY > 0 ? inView() : '';
    };
  }

  /**
   * Search and hash as another language's page is to have them; a page with a film adds its own (`glassbox:place`).
   * @param {Document} page @param {{search: string, hash: string}} location @param {string} read id; empty where the
   *   address knows best
   */
  function placeOf(page, location, read) {
    const place = { search: location.search, hash: read ? '#' + encodeURIComponent(read) : location.hash };
    page.dispatchEvent(new CustomEvent('glassbox:place', { detail: place }));
    return place;
  }

  /** @param {Document} page @param {() => {search: string, hash: string}} placeNow */
  function keepPlace(page, placeNow) {
    page.querySelectorAll('a[data-switch]').forEach(function (link) {
      var written = link.getAttribute('href') || '';
      function update() {
        link.setAttribute('href', samePlace(written, placeNow()));
      }
      // Also before a middle click or a long press, which make no `click`.
      ['pointerdown', 'focus', 'click'].forEach(function (name) {
        link.addEventListener(name, update);
      });
    });
  }

  /** @param {string} hash @returns {string} the id that it names; empty where it names none */
  function idIn(hash) {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return ''; // a per cent sign that stands for nothing
    }
  }

  /**
   * What is folded away opens where the address leads into it, or to the record that it belongs to.
   * @param {Document} page @param {string} hash
   */
  function openTarget(page, hash) {
    const id = idIn(hash);
    const target = id ? page.getElementById(id) : null;
    if (!target) return;
    const folds = target.matches('details') ? [target] : Array.from(target.querySelectorAll(':scope > details[data-opens]'));
    for (const fold of folds) fold.setAttribute('open', '');
  }

  /**
   * @param {Document} page
   * @returns {(open: boolean) => void} opens or closes the menu
   */
  function watchMenu(page) {
    var header = page.querySelector('.site-header');
    var button = page.querySelector('[data-menu]');
    /** @param {boolean} open */
    function set(open) {
      if (!header || !button) return;
      header.toggleAttribute('data-open', open);
      button.setAttribute('aria-expanded', String(open));
    }
    if (header && button) {
      button.addEventListener('click', function () {
        set(button.getAttribute('aria-expanded') !== 'true');
      });
      header.addEventListener('keydown', function (event) {
        if (/** @type {KeyboardEvent} */ (event).key !== 'Escape' || button.getAttribute('aria-expanded') !== 'true') return;
        set(false);
        /** @type {HTMLElement} */ (button).focus();
      });
    }
    return set;
  }

  /** The room that the visitor is in stands in view, where the list of rooms is wider than the screen. @param {Document} page */
  function showHere(page) {
    page.querySelectorAll('.rooms [aria-current]').forEach(function (link) {
      const list = link.closest('ul');
      if (!list) return;
      const here = link.getBoundingClientRect();
      const all = list.getBoundingClientRect();
      list.scrollLeft += here.left + here.width / 2 - (all.left + all.width / 2);
    });
  }

  /**
   * The box in the header finds while one types. What that takes is loaded when somebody turns to it, not before.
   * @param {Document} page @param {string} src of this script, beside which the other lies
   */
  function wakeSearch(page, src) {
    const box = page.querySelector('[data-search-box]');
    if (!box) return;
    box.addEventListener('focusin', () => {
      const script = page.createElement('script');
      script.src = src.replace(/shell\.js.*/, 'searching/box.js');
      page.head.append(script);
    }, { once: true });
  }

  if (typeof document !== 'undefined') {
    var tidy = tidied(location);
    if (tidy !== null) history.replaceState(history.state, '', tidy);
    const placeRead = rememberPlace(
      window,
      () => placeInView(document.querySelectorAll('main [id]'), window.innerHeight, idIn(location.hash)),
      () => Date.now(),
    );
    keepPlace(document, () => placeOf(document, location, placeRead()));
    openTarget(document, location.hash);
    window.addEventListener('hashchange', () => openTarget(document, location.hash));
    watchMenu(document);
    showHere(document);
    if (document.currentScript) wakeSearch(document, document.currentScript.getAttribute('src') || '');
  }

  if (typeof module !== 'undefined') {
    module.exports = { tidied, samePlace, placeInView, rememberPlace, placeOf, keepPlace, openTarget, watchMenu, showHere, wakeSearch };
  }
})();
