/**
 * The wall of takes: shown by what became of them, why, and for which shot. What is chosen stands in the address.
 * Without this script the buttons are not shown and every take is.
 */
(function () {
  'use strict';

  /**
   * The choices that an address holds: `?status=rejected&reason=too-dark`.
   * @param {string} query
   * @param {string[]} names
   * @returns {Map<string, string>}
   */
  function chosenIn(query, names) {
    const given = new URLSearchParams(query);
    const found = new Map();
    for (const name of names) {
      const value = given.get(name);
      if (value) found.set(name, value);
    }
    return found;
  }

  /**
   * The query with these choices in it, whatever else it holds.
   * @param {string} query
   * @param {string[]} names
   * @param {Map<string, string>} chosen
   * @returns {string}
   */
  function queryWith(query, names, chosen) {
    const given = new URLSearchParams(query);
    for (const name of names) given.delete(name);
    for (const [name, value] of chosen) given.set(name, value);
    const text = given.toString();
    return text ? `?${text}` : '';
  }

  /**
   * Whether a card is what was chosen; its values stand in `data-status`, `data-reason`, `data-shot`.
   * @param {Element} card
   * @param {Map<string, string>} chosen
   * @returns {boolean}
   */
  function fits(card, chosen) {
    return Array.from(chosen).every(([name, value]) => card.getAttribute(`data-${name}`) === value);
  }

  /**
   * @param {Document} page
   * @param {{search: string, pathname: string, hash: string}} place
   * @param {(address: string) => void} goTo
   */
  function filterWall(page, place, goTo) {
    const bar = page.querySelector('[data-wall-filter]');
    if (!bar) return;
    const buttons = /** @type {HTMLButtonElement[]} */ (Array.from(bar.querySelectorAll('button[data-name]')));
    const names = Array.from(new Set(buttons.map((button) => String(button.dataset.name))));
    const cards = /** @type {HTMLElement[]} */ (Array.from(page.querySelectorAll('.wall .take-card')));
    const groups = /** @type {HTMLElement[]} */ (Array.from(page.querySelectorAll('.take-group')));
    const told = bar.querySelector('[data-wall-count]');
    const chosen = chosenIn(place.search, names);

    function show() {
      for (const card of cards) card.hidden = !fits(card, chosen);
      for (const group of groups) group.hidden = !group.querySelector('.take-card:not([hidden])');
      for (const button of buttons) {
        const { name, value } = /** @type {{name: string, value: string}} */ (/** @type {unknown} */ (button.dataset));
        button.setAttribute('aria-pressed', String((chosen.get(name) || '') === value));
      }
      if (told) told.textContent = String(cards.filter((card) => !card.hidden).length);
    }

    for (const button of buttons) {
      button.addEventListener('click', () => {
        const { name, value } = /** @type {{name: string, value: string}} */ (/** @type {unknown} */ (button.dataset));
        if (value && chosen.get(name) !== value) chosen.set(name, value);
        else chosen.delete(name);
        show();
        goTo(place.pathname + queryWith(place.search, names, chosen) + place.hash);
      });
    }
    /** @type {HTMLElement} */ (bar).hidden = false;
    show();
  }

  if (typeof module !== 'undefined') module.exports = { chosenIn, queryWith, fits, filterWall };
  else if (typeof document !== 'undefined') {
    filterWall(document, window.location, (address) => {
      try {
        window.history.replaceState(null, '', address);
      } catch {
        // Some browsers keep the address of a file as it is; the wall shows what was chosen all the same.
      }
    });
  }
})();
