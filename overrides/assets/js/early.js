/* Before the first paint: the visitor's choice of light or dark, and the word that scripts run. */
(function () {
  'use strict';

  var KEY = 'gb-scheme';

  /** @param {Storage | null} storage @returns {'light' | 'dark'} dark unless the visitor chose otherwise */
  function keptScheme(storage) {
    try {
      return storage && storage.getItem(KEY) === 'light' ? 'light' : 'dark';
    } catch (refused) {
      return 'dark';
    }
  }

  /**
   * The page in its look, and the browser's own bar around it in the same ground.
   * @param {HTMLElement} root @param {'light' | 'dark'} scheme
   */
  function show(root, scheme) {
    root.dataset.scheme = scheme;
    var bar = root.querySelector('meta[name="theme-color"]');
    if (bar) bar.setAttribute('content', bar.getAttribute('data-' + scheme) || '');
  }

  /**
   * @param {HTMLElement} root @param {Storage | null} storage
   * @returns {'light' | 'dark'} the other scheme, now shown and kept where the browser allows
   */
  function turn(root, storage) {
    var next = /** @type {'light' | 'dark'} */ (root.dataset.scheme === 'light' ? 'dark' : 'light');
    show(root, next);
    try {
      if (storage) storage.setItem(KEY, next);
    } catch (refused) {
      // A browser that keeps nothing shows the choice until the page is left.
    }
    return next;
  }

  /** @param {Window} view @returns {Storage | null} */
  function storageOf(view) {
    try {
      return view.localStorage;
    } catch (refused) {
      return null;
    }
  }

  if (typeof document !== 'undefined') {
    document.documentElement.classList.add('has-script');
    show(document.documentElement, keptScheme(storageOf(window)));
    document.addEventListener('click', function (event) {
      var target = event.target;
      if (target instanceof Element && target.closest('[data-scheme-switch]')) {
        turn(document.documentElement, storageOf(window));
      }
    });
  }

  if (typeof module !== 'undefined') module.exports = { keptScheme: keptScheme, show: show, turn: turn };
})();
