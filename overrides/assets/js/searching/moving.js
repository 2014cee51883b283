/** The arrow keys lead from the field to the hits and from hit to hit; Escape leads back to the field. */
(function () {
  'use strict';

  /**
   * Where a key leads: the number of a hit, -1 for the field.
   * @param {string} key @param {number} here number of the hit that has the focus, -1 in the field
   * @param {number} count how many hits there are
   * @returns {number | null} null where the key is not for moving
   */
  function placeAfter(key, here, count) {
    if (key === 'ArrowDown' && here + 1 < count) return here + 1;
    if (key === 'ArrowUp' && here >= 0) return here - 1;
    if (key === 'Escape' && here >= 0) return -1;
    return null;
  }

  /**
   * @param {HTMLElement} around that holds field and hits
   * @param {HTMLElement} field
   * @param {() => HTMLElement[]} links of the hits, in their order
   */
  function watchKeys(around, field, links) {
    around.addEventListener('keydown', (event) => {
      if (event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const all = links();
      const here = all.indexOf(/** @type {HTMLElement} */ (event.target));
      if (here < 0 && event.target !== field) return;
      const there = placeAfter(event.key, here, all.length);
      if (there === null) return;
      event.preventDefault();
      (there < 0 ? field : all[there]).focus();
    });
  }

  const moving = { placeAfter, watchKeys };
  if (typeof module !== 'undefined') module.exports = moving;
  else if (typeof window !== 'undefined') Object.assign(window, { glassboxMoving: moving });
})();
