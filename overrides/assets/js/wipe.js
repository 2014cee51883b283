/**
 * Two pictures over each other: the range between them moves the line. A mouse and the keys are the range's own business;
 * a finger may take hold anywhere, and scrolls the page where it moves up or down.
 * Without this script the pictures stand side by side.
 */
(function () {
  'use strict';

  const SLACK = 6; // pixels that a finger may tremble before it is going somewhere

  /**
   * Where in a box a pointer is, in percent of its width.
   * @param {number} x
   * @param {{left: number, width: number}} box
   * @returns {number}
   */
  function shareAt(x, box) {
    return box.width > 0 ? Math.min(100, Math.max(0, ((x - box.left) / box.width) * 100)) : 50;
  }

  /**
   * @param {HTMLElement} wipe
   * @param {HTMLInputElement} range
   */
  function show(wipe, range) {
    const share = Number(range.value);
    wipe.style.setProperty('--wipe', `${share.toFixed(2)}%`);
    range.setAttribute('aria-valuetext', `${range.dataset.name} ${Math.round(share)} %`);
  }

  /**
   * @param {HTMLElement} wipe
   * @param {HTMLInputElement} range
   */
  function laidOver(wipe, range) {
    /** @type {{id: number, x: number, y: number, was: string, goes: '' | 'across' | 'along'} | null} */
    let finger = null;
    /** @param {PointerEvent} event */
    const put = (event) => {
      range.value = String(shareAt(event.clientX, wipe.getBoundingClientRect()));
      show(wipe, range);
    };
    range.addEventListener('input', () => show(wipe, range));
    range.addEventListener('pointerdown', (event) => {
      if (event.pointerType === 'mouse') return;
      finger = { id: event.pointerId, x: event.clientX, y: event.clientY, was: range.value, goes: '' };
    });
    range.addEventListener('pointermove', (event) => {
      if (!finger || event.pointerId !== finger.id) return;
      const [across, along] = [Math.abs(event.clientX - finger.x), Math.abs(event.clientY - finger.y)];
      if (!finger.goes && Math.max(across, along) > SLACK) finger.goes = across > along ? 'across' : 'along';
      if (finger.goes === 'across') put(event);
    });
    range.addEventListener('pointerup', (event) => {
      if (finger && event.pointerId === finger.id && finger.goes !== 'along') put(event);
      finger = null;
    });
    range.addEventListener('pointercancel', () => {
      if (finger && finger.goes !== 'across') range.value = finger.was; // it scrolls the page
      finger = null;
      show(wipe, range);
    });
    show(wipe, range);
  }

  /** @param {Document} page */
  function wipes(page) {
    for (const wipe of /** @type {HTMLElement[]} */ (Array.from(page.querySelectorAll('[data-wipe]')))) {
      const range = /** @type {HTMLInputElement | null} */ (wipe.querySelector('input'));
      if (range) laidOver(wipe, range);
    }
  }

  if (typeof module !== 'undefined') module.exports = { shareAt, show, laidOver, wipes };
  else if (typeof document !== 'undefined') wipes(document);
})();
