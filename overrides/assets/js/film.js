/**
 * The film and its record move together: the shot on screen is marked in the strip and among the records, and the
 * record beside the film follows until the visitor scrolls; a button brings it back.
 * Without this script the page is whole: the film plays, the strip leads to the records.
 */
(function () {
  'use strict';

  /** @typedef {{anchor: string, start: number, end: number}} Moment seconds; `end` is no longer inside */
  /** @typedef {{seconds: number, moments: Moment[]}} Timeline */

  const SLACK = 0.02; // seconds: a seek lands a little before the frame it asked for

  /**
   * The moment on screen, in the order of the film.
   * @param {Moment[]} moments
   * @param {number} seconds
   * @returns {number} its place in `moments`; -1 where no shot is
   */
  function momentAt(moments, seconds) {
    for (let n = moments.length - 1; n >= 0; n--) {
      if (moments[n].start <= seconds + SLACK) return seconds + SLACK < moments[n].end ? n : -1;
    }
    return -1;
  }

  /**
   * Where a step from here leads: the next moment, or back to the start of this one, or of the one before.
   * @param {Moment[]} moments
   * @param {number} seconds
   * @param {number} step 1 or -1
   * @returns {number} seconds; the film's own place where there is no such moment
   */
  function stepFrom(moments, seconds, step) {
    if (step > 0) {
      const next = moments.find((moment) => moment.start > seconds + SLACK);
      return next ? next.start : seconds;
    }
    const begun = moments.filter((moment) => moment.start < seconds - 1);
    return begun.length ? begun[begun.length - 1].start : 0;
  }

  /** Keys that scroll a page. */
  const SCROLLING = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '];

  /**
   * @param {HTMLElement} place what holds the stage and the records
   * @param {Timeline} timeline
   * @param {{calm: boolean}} visitor `calm`: wants no smooth movement
   */
  function followFilm(place, timeline, visitor) {
    const video = /** @type {HTMLVideoElement} */ (place.querySelector('[data-player]'));
    const button = place.querySelector('[data-follow]');
    const playhead = place.querySelector('[data-playhead]');
    const cells = Array.from(place.querySelectorAll('[data-shot]'));
    const records = Array.from(place.querySelectorAll('[data-record]'));
    let current = -2;
    let following = true;

    function mark() {
      const moment = timeline.moments[current];
      cells.forEach((cell, n) => setOrDrop(cell, 'aria-current', n === current ? 'true' : ''));
      records.forEach((record) => setOrDrop(record, 'data-current', moment && record.id === moment.anchor ? 'true' : ''));
    }

    function bring() {
      const moment = timeline.moments[current];
      const record = moment && records.find((one) => one.id === moment.anchor);
      if (record) record.scrollIntoView({ block: 'start', behavior: visitor.calm ? 'auto' : 'smooth' });
    }

    function update() {
      if (playhead && timeline.seconds > 0) {
        const x = Math.min(100, (100 * video.currentTime) / timeline.seconds).toFixed(3) + '%';
        playhead.setAttribute('x1', x);
        playhead.setAttribute('x2', x);
      }
      const now = momentAt(timeline.moments, video.currentTime);
      if (now === current) return;
      current = now;
      mark();
      if (following) bring();
    }

    /** @param {boolean} wanted */
    function setFollowing(wanted) {
      following = wanted;
      if (button) button.setAttribute('aria-pressed', String(wanted));
    }

    /** @param {number} seconds */
    function seek(seconds) {
      setFollowing(true);
      video.currentTime = seconds;
      update();
    }

    /** The visitor moves the page by hand. @param {{target: EventTarget | null, key?: string}} event */
    function moved(event) {
      const target = /** @type {Element} */ (event.target);
      if (event.key !== undefined && !SCROLLING.includes(event.key)) return;
      if (target && target.closest && target.closest('[data-player], [data-controls], button, select, textarea')) return;
      if (following) setFollowing(false);
    }

    video.addEventListener('timeupdate', update);
    video.addEventListener('seeked', update);
    cells.forEach((cell) =>
      cell.addEventListener('click', (event) => {
        const click = /** @type {MouseEvent} */ (event);
        if (click.ctrlKey || click.metaKey || click.shiftKey || click.button) return;
        event.preventDefault();
        seek(Number(cell.getAttribute('data-at')) + SLACK);
        bring();
      }),
    );
    for (const one of Array.from(place.querySelectorAll('[data-step]'))) {
      const step = Number(one.getAttribute('data-step'));
      one.addEventListener('click', () => seek(stepFrom(timeline.moments, video.currentTime, step) + SLACK));
    }
    if (button) {
      button.addEventListener('click', () => {
        setFollowing(button.getAttribute('aria-pressed') !== 'true');
        if (following) bring();
      });
    }
    return { update, moved, seek, isFollowing: () => following };
  }

  /**
   * Buttons for the captions: one language, or none. They keep step with the player's own menu.
   * @param {HTMLVideoElement} video
   * @param {Element[]} buttons each with the language in `data-captions`, empty for none
   */
  function chooseCaptions(video, buttons) {
    const tracks = Array.from(video.textTracks);

    function show() {
      const on = tracks.find((track) => track.mode === 'showing');
      const lang = on ? on.language : '';
      for (const button of buttons) {
        button.setAttribute('aria-pressed', String(button.getAttribute('data-captions') === lang));
      }
    }

    for (const button of buttons) {
      button.addEventListener('click', () => {
        const lang = button.getAttribute('data-captions');
        let isFirst = true;
        for (const track of tracks) {
          const wanted = isFirst && lang !== '' && track.language === lang;
          if (wanted) isFirst = false;
          track.mode = wanted ? 'showing' : 'disabled';
        }
        show();
      });
    }
    video.textTracks.addEventListener('change', show);
    show();
  }

  /** @param {Element} element @param {string} name @param {string} value empty to drop it */
  function setOrDrop(element, name, value) {
    if (value) element.setAttribute(name, value);
    else element.removeAttribute(name);
  }

  function start() {
    const place = /** @type {HTMLElement | null} */ (document.querySelector('[data-film]'));
    const told = document.querySelector('[data-timeline]');
    const video = /** @type {HTMLVideoElement | null} */ (place && place.querySelector('[data-player]'));
    if (!place || !video || !told) return;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const timeline = /** @type {Timeline} */ (JSON.parse(told.textContent || ''));
    const film = followFilm(place, timeline, { calm });
    for (const kind of ['wheel', 'touchmove', 'keydown']) {
      window.addEventListener(kind, (event) => film.moved(/** @type {KeyboardEvent} */ (event)), { passive: true });
    }
    chooseCaptions(video, Array.from(place.querySelectorAll('[data-captions]')));
    const controls = /** @type {HTMLElement | null} */ (place.querySelector('[data-controls]'));
    if (controls) controls.hidden = false;
    place.classList.add('has-film');
    const asked = timeline.moments.find((moment) => '#' + moment.anchor === window.location.hash);
    if (asked) video.currentTime = asked.start + SLACK;
  }

  if (typeof module !== 'undefined') module.exports = { momentAt, stepFrom, followFilm, chooseCaptions };
  else if (typeof document !== 'undefined') start();
})();
