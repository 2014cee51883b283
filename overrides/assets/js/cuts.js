/**
 * Two versions of a cut, playing in step under one button and one range, without sound.
 * Without this script each of them is a link to its own film.
 */
(function () {
  'use strict';

  const { conductor } = typeof module !== 'undefined' ? require('./instep.js') : /** @type {any} */ (window).glassBoxInStep;

  /** `0:07`, `1:05`. @param {number} seconds @returns {string} */
  function clock(seconds) {
    const whole = Math.floor(seconds || 0);
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  }

  /**
   * The silent player that takes the place of a clip's link, or of the player that a click on it brought.
   * @param {Element} place
   * @param {Document} page
   * @returns {HTMLVideoElement | null}
   */
  function screen(place, page) {
    const shown = /** @type {HTMLAnchorElement | HTMLVideoElement | null} */ (place.querySelector('a[data-clip], video'));
    if (!shown) return null;
    const picture = shown.querySelector('img');
    const video = page.createElement('video');
    video.className = 'clip-video';
    video.muted = true;
    video.playsInline = true;
    video.preload = 'auto';
    if (picture) {
      video.poster = picture.currentSrc || picture.src;
      video.width = picture.width;
      video.height = picture.height;
      video.setAttribute('aria-label', picture.alt);
    }
    video.src = 'href' in shown ? shown.href : shown.src;
    shown.replaceWith(video);
    return video;
  }

  /**
   * @param {Element} pair
   * @param {Document} page
   * @param {Pick<Window, 'requestAnimationFrame'>} view
   */
  function playTogether(pair, page, view) {
    const toggle = /** @type {HTMLElement} */ (pair.querySelector('[data-cuts-toggle]'));
    const range = /** @type {HTMLInputElement} */ (pair.querySelector('[data-cuts-range]'));
    const time = /** @type {HTMLElement} */ (pair.querySelector('[data-cuts-clock]'));
    /** @param {HTMLVideoElement} lead */
    const tell = (lead) => told(lead.currentTime, lead.duration);
    /** @param {number} at @param {number} seconds */
    const told = (at, seconds) => {
      time.textContent = `${clock(at)} / ${clock(seconds)}`;
      range.setAttribute('aria-valuetext', clock(at));
    };
    /** @type {HTMLVideoElement[]} */
    let clips = [];
    const mount = () => {
      const places = Array.from(pair.querySelectorAll('[data-cut]'));
      clips = /** @type {HTMLVideoElement[]} */ (places.map((place) => screen(place, page)).filter(Boolean));
      for (const clip of clips) clip.addEventListener('click', () => toggle.click());
    };
    const isOurs = () => clips.length === 2 && clips.every((clip) => clip.isConnected);
    const begin = (/** @type {boolean} */ plays) => {
      mount();
      return together.take(clips, { at: () => Number(range.value), plays });
    };
    // Before the conductor hears it: what it conducts has to be there.
    toggle.addEventListener('click', (event) => {
      if (isOurs()) return;
      event.stopImmediatePropagation();
      void begin(true);
    });
    range.addEventListener('input', (event) => {
      if (isOurs()) return;
      event.stopImmediatePropagation();
      void begin(false);
    });
    const together = conductor({ toggle, range, tell }, view);
    told(0, Number(range.max));
  }

  /** @param {Document} page @param {Window} view */
  function cuts(page, view) {
    for (const pair of Array.from(page.querySelectorAll('[data-cuts]'))) playTogether(pair, page, view);
  }

  if (typeof module !== 'undefined') module.exports = { clock, screen, playTogether, cuts };
  else if (typeof document !== 'undefined') cuts(document, window);
})();
