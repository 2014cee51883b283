/**
 * Two to four takes side by side, playing in step. What was picked stands in the address: `?pick=LC-T001,LC-T004`.
 * Without this script the boxes to pick with are not shown.
 */
(function () {
  'use strict';

  const MOST = 4;
  const NEAR = 0.02; // seconds: closer than a frame at 24 a second, and no eye sees it
  const FAR = 0.25; // seconds: further apart than that is mended by a jump

  /**
   * How a clip that is `behind` seconds behind the first one is brought back: by its speed, or by a jump.
   * @param {number} behind
   * @returns {{rate: number, jump: boolean}}
   */
  function mending(behind) {
    const away = Math.abs(behind);
    if (away <= NEAR) return { rate: 1, jump: false };
    if (away > FAR) return { rate: 1, jump: true };
    return { rate: behind > 0 ? 1.1 : 0.9, jump: false };
  }

  /** @param {HTMLVideoElement[]} clips @returns {HTMLVideoElement} */
  function longestOf(clips) {
    return clips.reduce((longest, clip) => ((clip.duration || 0) > (longest.duration || 0) ? clip : longest));
  }

  /**
   * Keeps clips in step with the one that is longest; shorter ones wait on their last frame.
   * @param {HTMLVideoElement[]} clips
   */
  function inStep(clips) {
    const lead = longestOf(clips);
    for (const clip of clips) {
      if (clip === lead || !clip.duration) continue;
      const due = Math.min(lead.currentTime, clip.duration);
      if (lead.currentTime >= clip.duration) {
        if (!clip.paused) clip.pause();
        clip.currentTime = clip.duration;
        continue;
      }
      const { rate, jump } = mending(due - clip.currentTime);
      if (jump) clip.currentTime = due;
      if (clip.playbackRate !== rate) clip.playbackRate = rate;
      if (!lead.paused && clip.paused) void clip.play().catch(() => undefined);
    }
    return lead;
  }

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

    function step() {
      if (!dialog.open || !clips.length) return;
      const lead = inStep(clips);
      if (lead.duration) {
        range.max = String(lead.duration);
        if (page.activeElement !== range || !lead.paused) range.value = String(lead.currentTime);
      }
      toggle.setAttribute('aria-pressed', String(!lead.paused));
      view.requestAnimationFrame(step);
    }

    async function show() {
      const screens = picked.map((id) => screen(/** @type {HTMLElement} */ (cards.get(id)), page));
      part('compare-stage').replaceChildren(...screens.map((one) => one.figure));
      clips = screens.map((one) => one.video);
      part('compare-stage').dataset.count = String(clips.length);
      dialog.showModal();
      await Promise.all(clips.map((clip) => (clip.readyState >= 3 ? null : new Promise((done) => {
        clip.addEventListener('canplay', done, { once: true });
        clip.addEventListener('error', done, { once: true });
      }))));
      if (!dialog.open) return;
      longestOf(clips).loop = true;
      await Promise.all(clips.map((clip) => clip.play().catch(() => undefined)));
      view.requestAnimationFrame(step);
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
    toggle.addEventListener('click', () => {
      const lead = inStep(clips);
      const going = lead.paused;
      for (const clip of clips) {
        if (going && lead.currentTime < clip.duration) void clip.play().catch(() => undefined);
        else clip.pause();
      }
    });
    range.addEventListener('input', () => {
      for (const clip of clips) clip.currentTime = Math.min(Number(range.value), clip.duration || 0);
    });
    part('compare-close').addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => {
      for (const clip of clips) clip.removeAttribute('src');
      clips = [];
      part('compare-stage').replaceChildren();
    });
    picked = pickedIn(view.location.search).filter((id) => cards.has(id));
    tell();
  }

  if (typeof module !== 'undefined') module.exports = { mending, inStep, pickedIn, queryWith, screen, compareTakes };
  else if (typeof document !== 'undefined') compareTakes(document, window);
})();
