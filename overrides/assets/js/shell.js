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

  /** @param {Document} page @param {Location} location */
  function keepPlace(page, location) {
    page.querySelectorAll('a[data-switch]').forEach(function (link) {
      var written = link.getAttribute('href') || '';
      function update() {
        link.setAttribute('href', samePlace(written, location));
      }
      // Also before a middle click or a long press, which make no `click`.
      ['pointerdown', 'focus', 'click'].forEach(function (name) {
        link.addEventListener(name, update);
      });
    });
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

  if (typeof document !== 'undefined') {
    var tidy = tidied(location);
    if (tidy !== null) history.replaceState(history.state, '', tidy);
    keepPlace(document, location);
    watchMenu(document);
  }

  if (typeof module !== 'undefined') {
    module.exports = { tidied: tidied, samePlace: samePlace, keepPlace: keepPlace, watchMenu: watchMenu };
  }
})();
