/**
 * Two to four takes side by side, playing in step. What was picked stands in the address: `?pick=LC-T001,LC-T004`.
 * Without this script the boxes to pick with are not shown.
 */
(function () {
  'use strict';

  const MOST = 4;
  const { conductor } = typeof module !== 'undefined' ? require('./instep.js') : /** @type {any} */ (window).glassBoxInStep;

  /**
   * The ids that an address names, at most four, each once.
   * @param {string} query
   * @returns {string[]}
   */
  function pickedIn(query) {
    const given = (new URLSearchParams(query).get('pick') || '').split(',').filter(Boolean);
    return Array.from(new Set(given)).slice(0, MOST);
  }

  /**
   * @param {string} query
   * @param {string[]} ids
   * @returns {string}
   */
  function queryWith(query, ids) {
    const given = new URLSearchParams(query);
    given.delete('pick');
    const rest = given.toString();
    const pick = ids.length ? `pick=${ids.join(',')}` : '';
    const text = [rest, pick].filter(Boolean).join('&');
    return text ? `?${text}` : '';
  }

  /**
   * A clip in the dialog, with the words that stand under it on the wall.
   * @param {HTMLElement} card
   * @param {Document} page
   */
  function screen(card, page) {
    const figure = page.createElement('figure');
    figure.className = 'take-compared';
    figure.dataset.status = card.dataset.status;
    const video = page.createElement('video');
    video.muted = true;
    video.playsInline = true;
    video.preload = 'auto';
    video.src = String(card.dataset.play);
    const words = page.createElement('figcaption');
    for (const part of ['.take-name', '.reason', '.note']) {
      const found = card.querySelector(part);
      if (found) {
        const copy = /** @type {HTMLElement} */ (found.cloneNode(true));
        copy.removeAttribute('id');
        for (const box of Array.from(copy.querySelectorAll('.pick'))) box.remove();
        words.append(copy);
      }
    }
    figure.append(video, words);
    return { figure, video };
  }

  /**
   * @param {Document} page
   * @param {Window} view
   */
  function compareTakes(page, view) {
    const dialog = /** @type {HTMLDialogElement | null} */ (page.querySelector('[data-compare]'));
    const tray = /** @type {HTMLElement | null} */ (page.querySelector('[data-tray]'));
    if (!dialog || !tray || !dialog.showModal) return;
    const cards = new Map(
      /** @type {HTMLElement[]} */ (Array.from(page.querySelectorAll('.wall .take-card[data-play]'))).map((card) => [card.id, card]),
    );
    /** @param {string} name */
    const part = (name) => /** @type {HTMLElement} */ (page.querySelector(`[data-${name}]`));
    const open = /** @type {HTMLButtonElement} */ (part('compare-open'));
    const range = /** @type {HTMLInputElement} */ (part('compare-range'));
    const toggle = /** @type {HTMLButtonElement} */ (part('compare-toggle'));
    /** @type {string[]} */
    let picked = [];
    /** @type {HTMLVideoElement[]} */
    let clips = [];
    /** @type {Map<string, HTMLInputElement>} */
    const boxes = new Map();

    function tell() {
      for (const [id, box] of boxes) {
        box.checked = picked.includes(id);
        box.disabled = !box.checked && picked.length >= MOST;
      }
      tray.hidden = picked.length === 0;
      part('tray-count').textContent = String(picked.length);
      open.disabled = picked.length < 2;
      const address = view.location.pathname + queryWith(view.location.search, picked) + view.location.hash;
      try {
        view.history.replaceState(null, '', address);
      } catch {
        // The address of a file may be fixed; what was picked stays picked.
      }
    }

    const together = conductor({ toggle, range }, view);

    function show() {
      const screens = picked.map((id) => screen(/** @type {HTMLElement} */ (cards.get(id)), page));
      part('compare-stage').replaceChildren(...screens.map((one) => one.figure));
      clips = screens.map((one) => one.video);
      part('compare-stage').dataset.count = String(clips.length);
      dialog.showModal();
      return together.take(clips, { again: true });
    }

    for (const [id, card] of cards) {
      const label = page.createElement('label');
      label.className = 'pick';
      const box = page.createElement('input');
      box.type = 'checkbox';
      box.setAttribute('aria-label', `${String(tray.dataset.pick)} ${id}`);
      box.addEventListener('change', () => {
        picked = box.checked ? [...picked, id] : picked.filter((one) => one !== id);
        tell();
      });
      label.append(box);
      card.append(label);
      boxes.set(id, box);
    }
    open.addEventListener('click', () => void show());
    part('tray-clear').addEventListener('click', () => {
      picked = [];
      tell();
    });
    part('compare-close').addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => {
      together.drop();
      for (const clip of clips) clip.removeAttribute('src');
      clips = [];
      part('compare-stage').replaceChildren();
    });
    picked = pickedIn(view.location.search).filter((id) => cards.has(id));
    tell();
  }

  if (typeof module !== 'undefined') module.exports = { pickedIn, queryWith, screen, compareTakes };
  else if (typeof document !== 'undefined') compareTakes(document, window);
})();
