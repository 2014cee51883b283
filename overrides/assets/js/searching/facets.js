/**
 * The chips by which hits are narrowed. Those of films and outcomes are written in the page; what else there is, and how
 * many hits each would leave, is counted when somebody opens a group or an address holds a choice.
 */
(function () {
  'use strict';

  const MOST = 18; // chips of a group before the rest is asked for

  /**
   * @typedef {{value: string, label: Record<string, string>, count: number}} Counted
   * @typedef {{facet: string, value: string, words: string}} Choice
   */

  /** @param {Record<string, string>} label @param {string} lang @param {string} value */
  function labelIn(label, lang, value) {
    const base = lang.split('-')[0];
    const same = Object.keys(label || {}).find((tag) => tag === lang || tag.split('-')[0] === base);
    return (same && label[same]) || (label && (label.en || Object.values(label)[0])) || value;
  }

  /**
   * In which order values stand: days by the calendar, all others by how many hits they leave.
   * @param {string} facet @param {Counted[]} counted @returns {Counted[]}
   */
  function inOrder(facet, counted) {
    const found = counted.slice();
    if (facet === 'date') return found.sort((a, b) => (a.value < b.value ? -1 : 1));
    return found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }

  /**
   * @param {HTMLElement} place that holds the groups, each a `<details data-facet>`
   * @param {{lang: string, more: string, number: (count: number) => string, turn: (facet: string, value: string) => void,
   *   open: () => void}} how `open` is called when a group wants its counts
   */
  function watchFacets(place, how) {
    const groups = /** @type {HTMLDetailsElement[]} */ (Array.from(place.querySelectorAll('[data-facet]')));
    place.addEventListener('click', (event) => {
      const target = event.target;
      const chip = target instanceof Element ? target.closest('button[data-value]') : null;
      const group = chip && chip.closest('[data-facet]');
      if (chip && group) how.turn(String(group.getAttribute('data-facet')), String(chip.getAttribute('data-value')));
    });
    for (const group of groups) {
      group.addEventListener('toggle', () => group.open && !group.querySelector('button[data-value]') && how.open());
      const summary = group.querySelector('summary');
      if (summary) summary.addEventListener('click', () => !group.open && how.open());
    }

    /** @param {HTMLElement} group @param {string} value */
    function chipOf(group, value) {
      return Array.from(group.querySelectorAll('button[data-value]')).find((one) => one.getAttribute('data-value') === value);
    }

    /** @param {HTMLElement} group @param {Counted} one */
    function newChip(group, one) {
      const page = group.ownerDocument;
      const chip = page.createElement('button');
      chip.type = 'button';
      chip.className = 'chip';
      chip.setAttribute('data-value', one.value);
      const words = page.createElement('bdi');
      words.textContent = labelIn(one.label, how.lang, one.value);
      if (group.dataset.facet === 'status') {
        chip.setAttribute('data-status', one.value);
        words.className = 'status';
      }
      chip.append(words);
      const chips = group.querySelector('.chips');
      const rest = group.querySelector('[data-rest]');
      if (chips) chips.insertBefore(chip, rest);
      return chip;
    }

    /** @param {HTMLElement} group beyond the first, chips wait behind a button */
    function fold(group) {
      const chips = Array.from(group.querySelectorAll('button[data-value]'));
      const rest = chips.filter((chip, number) => number >= MOST && chip.getAttribute('aria-pressed') !== 'true');
      const box = group.querySelector('.chips');
      if (!box || !rest.length || group.querySelector('[data-rest]') || group.hasAttribute('data-whole')) return;
      const button = group.ownerDocument.createElement('button');
      button.type = 'button';
      button.className = 'chip';
      button.setAttribute('data-rest', '');
      button.textContent = how.more;
      for (const chip of rest) chip.setAttribute('data-folded', '');
      button.addEventListener('click', () => {
        group.setAttribute('data-whole', '');
        for (const chip of rest) chip.removeAttribute('data-folded');
        button.remove();
        /** @type {HTMLElement} */ (rest[0]).focus();
      });
      box.append(button);
    }

    /** @param {Record<string, string[]>} filters what is chosen */
    function press(filters) {
      for (const group of groups) {
        const chosen = filters[String(group.dataset.facet)] || [];
        for (const chip of group.querySelectorAll('button[data-value]')) {
          chip.setAttribute('aria-pressed', String(chosen.includes(String(chip.getAttribute('data-value')))));
        }
        if (chosen.length) group.open = true;
      }
    }

    /** @param {Record<string, Counted[]>} counts @param {Record<string, string[]>} filters */
    function count(counts, filters) {
      for (const group of groups) {
        const facet = String(group.dataset.facet);
        const found = new Map((counts[facet] || []).map((one) => [one.value, one]));
        for (const one of inOrder(facet, Array.from(found.values()))) if (!chipOf(group, one.value)) newChip(group, one);
        for (const chip of /** @type {NodeListOf<HTMLElement>} */ (group.querySelectorAll('button[data-value]'))) {
          const one = found.get(String(chip.dataset.value));
          const number = chip.querySelector('b') || chip.appendChild(group.ownerDocument.createElement('b'));
          number.textContent = how.number(one ? one.count : 0);
          const isChosen = (filters[facet] || []).includes(String(chip.dataset.value));
          chip.hidden = !isChosen && !(one && one.count);
        }
        fold(group);
      }
      press(filters);
    }

    /** @param {Record<string, string[]>} filters @returns {Choice[]} what is chosen, as the chips call it */
    function chosen(filters) {
      return Object.entries(filters).flatMap(([facet, values]) =>
        values.map((value) => {
          const group = groups.find((one) => one.dataset.facet === facet);
          const chip = group && chipOf(group, value);
          const words = chip && chip.querySelector('bdi');
          return { facet, value, words: (words && words.textContent) || value };
        }),
      );
    }

    return { press, count, chosen };
  }

  const facets = { labelIn, inOrder, watchFacets };
  if (typeof module !== 'undefined') module.exports = facets;
  else if (typeof window !== 'undefined') Object.assign(window, { glassboxFacets: facets });
})();
