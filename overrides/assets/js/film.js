/**
 * The film and its record move together: the shot on screen is marked in the strip and among the records, and the
 * record beside the film follows until the visitor scrolls; a button brings it back.
 * Without this script the page is whole: the film plays, the strip leads to the records.
 */
(function () {
  'use strict';

  /** @typedef {{anchor: string, start: number, end: number}} Moment seconds; `end` is no longer inside */
  /** @typedef {{seconds: number, fps: number, moments: Moment[]}} Timeline */

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

    /** @param {Element} record */
    function settle(record) {
      const moment = timeline.moments[current];
      if (following && moment && record.id === moment.anchor) record.scrollIntoView({ block: 'start', behavior: 'auto' });
    }

    function bring() {
      const moment = timeline.moments[current];
      const record = moment && records.find((one) => one.id === moment.anchor);
      if (!record) return;
      record.scrollIntoView({ block: 'start', behavior: visitor.calm ? 'auto' : 'smooth' });
      // On the way other records get their own height; then its place is another when the page has come there.
      if (!visitor.calm) window.addEventListener('scrollend', () => settle(record), { once: true });
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

    /** @param {number} by 1 or -1 */
    function step(by) {
      seek(stepFrom(timeline.moments, video.currentTime, by) + SLACK);
    }

    /** @param {number} seconds */
    function anchorAt(seconds) {
      const moment = timeline.moments[momentAt(timeline.moments, seconds)];
      return moment ? moment.anchor : '';
    }

    /**
     * What an address asks for: a time, a shot, a place inside a shot's record. A place that is not the shot on screen
     * is one that the visitor went to alone, and there the page stays.
     * @param {{time: number | null, place: Element | null}} asked
     */
    function open(asked) {
      const record = asked.place && asked.place.closest('[data-record]');
      const moment = record && timeline.moments.find((one) => one.anchor === record.id);
      if (asked.time === null && !moment) return;
      const seconds = asked.time !== null ? asked.time : moment ? moment.start + SLACK : 0;
      setFollowing(asked.place === null || (asked.place === record && record.id === anchorAt(seconds)));
      video.currentTime = seconds;
      update();
    }

    /** @param {number} seconds */
    function seek(seconds) {
      setFollowing(true);
      video.currentTime = seconds;
      update();
    }

    /**
     * The visitor moves the page by hand.
     * @param {{target: EventTarget | null, key?: string, defaultPrevented?: boolean}} event
     */
    function moved(event) {
      const target = /** @type {Element} */ (event.target);
      if (event.key !== undefined && (event.defaultPrevented || !SCROLLING.includes(event.key))) return;
      if (target && target.closest && target.closest('[data-player], [data-controls], button, select, textarea')) return;
      if (following) setFollowing(false);
    }

    // Who reads a record, opens it or draws at its pictures does not want it taken away.
    for (const record of records) {
      for (const kind of ['pointerdown', 'focusin']) record.addEventListener(kind, () => setFollowing(false));
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
      one.addEventListener('click', () => step(Number(one.getAttribute('data-step'))));
    }
    if (button) {
      button.addEventListener('click', () => {
        setFollowing(button.getAttribute('aria-pressed') !== 'true');
        if (following) bring();
      });
    }
    return { update, moved, seek, step, open, anchorAt, isFollowing: () => following };
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

  /**
   * How much of the window's top the film covers while records pass under it; nothing where they pass beside it.
   * @param {DOMRect} film
   * @param {DOMRect} records
   * @returns {number} pixels
   */
  function coveredBy(film, records) {
    return records.left < film.right && film.left < records.right ? film.height : 0;
  }

  /** Tells the style sheet how much is covered, now and whenever the sizes change. @param {HTMLElement} place */
  function keepClear(place) {
    const stage = place.querySelector('.stage');
    const screen = place.querySelector('.screen');
    const records = place.querySelector('.record');
    if (!stage || !screen || !records) return;
    const measure = () => {
      const film = window.getComputedStyle(stage).display === 'contents' ? screen : stage;
      const pixels = coveredBy(film.getBoundingClientRect(), records.getBoundingClientRect());
      place.style.setProperty('--covered', `${Math.ceil(pixels)}px`);
    };
    const watch = new ResizeObserver(measure);
    for (const one of [stage, screen, records]) watch.observe(one);
    measure();
  }

  /** What the address asks for. @returns {{time: number | null, place: Element | null}} */
  function asked() {
    const id = window.glassboxMoment.idIn(window.location.hash);
    return { time: window.glassboxMoment.timeAsked(window.location.search), place: id ? document.getElementById(id) : null };
  }

  /** @param {HTMLElement} place @param {HTMLVideoElement} video @param {Timeline} timeline */
  function start(place, video, timeline) {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (window.matchMedia('(prefers-reduced-data: reduce)').matches) video.preload = 'none';
    const film = followFilm(place, timeline, { calm });
    const canonical = document.querySelector('link[rel="canonical"]');
    const moment = window.glassboxMoment.keepMoment(
      video,
      {
        button: place.querySelector('[data-moment]'),
        address: window.glassboxMoment.pageAddress(window.location, canonical && canonical.getAttribute('href')),
        anchorAt: film.anchorAt,
        isFollowing: film.isFollowing,
      },
      {
        location: window.location,
        history: window.history,
        later: (then, ms) => window.setTimeout(then, ms),
        notLater: (timer) => window.clearTimeout(timer),
      },
    );
    document.addEventListener('keydown', (event) => {
      const wish = window.glassboxKeys.wishOf(event, film.isFollowing());
      if (!wish) return;
      event.preventDefault();
      window.glassboxKeys.grant(video, { step: film.step, fps: timeline.fps }, wish);
    });
    for (const kind of ['wheel', 'touchmove', 'keydown']) {
      window.addEventListener(kind, (event) => film.moved(/** @type {KeyboardEvent} */ (event)), { passive: true });
    }
    document.addEventListener('glassbox:place', (event) => moment.tell(/** @type {CustomEvent} */ (event).detail));
    window.addEventListener('hashchange', () => film.open({ ...asked(), time: null }));
    chooseCaptions(video, Array.from(place.querySelectorAll('[data-captions]')));
    const controls = /** @type {HTMLElement | null} */ (place.querySelector('[data-controls]'));
    if (controls) controls.hidden = false;
    place.classList.add('has-film');
    keepClear(place);
    film.open(asked());
    if (window.glassboxMoment.isPlayAsked(window.location.search)) {
      const { pathname, search, hash } = window.location;
      const time = window.glassboxMoment.timeAsked(search) || 0;
      window.history.replaceState(window.history.state, '', pathname + window.glassboxMoment.searchAt(search, time) + hash);
      video.play().catch(() => {}); // where the browser plays nothing unasked, the film stands at its place
    }
  }

  if (typeof module !== 'undefined') module.exports = { momentAt, stepFrom, followFilm, chooseCaptions, coveredBy };
  else if (typeof document !== 'undefined') {
    const place = /** @type {HTMLElement | null} */ (document.querySelector('[data-film]'));
    const told = document.querySelector('[data-timeline]');
    const video = /** @type {HTMLVideoElement | null} */ (place && place.querySelector('[data-player]'));
    if (place && video && told) start(place, video, JSON.parse(told.textContent || ''));
  }
})();
