/**
 * The address of a moment of the film: `?t=18.5#shot-SQ01-0020` opens the film there, with the record of its shot. The
 * address bar follows quietly where the film stands still, a button hands the address over, and the language switch
 * takes it along. Without this script an address still opens on its record.
 */
(function () {
  'use strict';

  /** @typedef {{anchor: string, start: number, end: number}} Moment */

  const SETTLED_MS = 250; // a hand that steps through frames writes the address once
  const OURS = /^(t|play)(=|$)/;

  /**
   * @param {string} words `12.5`, `1:02`, `1:02:03.5`
   * @returns {number | null} seconds; null where the words say no time
   */
  function secondsOf(words) {
    if (!/^(\d+:){0,2}\d+(\.\d*)?$/.test(words)) return null;
    return words.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
  }

  /** @param {string} hash of an address @returns {string} the id that it names; empty where it names none */
  function idIn(hash) {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return ''; // a per cent sign that stands for nothing
    }
  }

  /** @param {string} search of an address @returns {number | null} the time that it asks for, in seconds */
  function timeAsked(search) {
    const said = new URLSearchParams(search).get('t');
    return said === null ? null : secondsOf(said);
  }

  /** @param {string} search @returns {boolean} whether the film played where the address was made */
  function isPlayAsked(search) {
    return new URLSearchParams(search).has('play');
  }

  /**
   * A search with the time in it; everything else stays as it was written.
   * @param {string} search
   * @param {number} seconds none at 0
   * @param {boolean} [plays]
   */
  function searchAt(search, seconds, plays) {
    const parts = search.replace(/^\?/, '').split('&').filter((part) => part && !OURS.test(part));
    if (seconds > 0) parts.push('t=' + Number(seconds.toFixed(2)));
    if (plays) parts.push('play');
    return parts.length ? '?' + parts.join('&') : '';
  }

  /** `18.52` -> `0:18`. @param {number} seconds */
  function clock(seconds) {
    const whole = Math.floor(seconds);
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  }

  /**
   * Where the page can be reached by others: from a folder its public address, from a server where it was found.
   * @param {{protocol: string, href: string}} location
   * @param {string | null} canonical
   */
  function pageAddress(location, canonical) {
    if (location.protocol === 'file:' && canonical) return canonical;
    const plain = location.href.split(/[?#]/)[0];
    return location.protocol === 'file:' ? plain : plain.replace(/index\.html$/, '');
  }

  /**
   * Keeps the address bar, the button and the language switch at the moment on screen.
   * @param {HTMLVideoElement} video
   * @param {{button: Element | null, address: string, anchorAt: (seconds: number) => string,
   *   isFollowing: () => boolean}} film `anchorAt` is empty where no shot is on screen
   * @param {{location: Location, history: History, later: (then: () => void, ms: number) => number,
   *   notLater: (timer: number) => void}} view
   */
  function keepMoment(video, film, view) {
    let timer = 0;

    const hash = () => {
      const anchor = film.anchorAt(video.currentTime);
      return anchor && '#' + anchor;
    };

    function write() {
      const isAtEnd = video.ended || video.currentTime === 0;
      const tail = isAtEnd ? searchAt(view.location.search, 0) : searchAt(view.location.search, video.currentTime) + hash();
      view.history.replaceState(view.history.state, '', view.location.pathname + tail);
    }

    function settle() {
      view.notLater(timer);
      if (video.paused) timer = view.later(() => video.paused && write(), SETTLED_MS);
    }

    function offer() {
      if (!film.button) return;
      film.button.setAttribute('data-copy-text', film.address + searchAt('', video.currentTime) + hash());
      const shown = film.button.querySelector('[data-moment-time]');
      if (shown) shown.textContent = clock(video.currentTime);
    }

    /** The place that a switch of the language takes along. @param {{search: string, hash: string}} place */
    function tell(place) {
      if (video.currentTime === 0 && video.paused) return;
      place.search = searchAt(place.search, video.currentTime, !video.paused);
      if (film.isFollowing()) place.hash = hash();
    }

    video.addEventListener('timeupdate', offer);
    video.addEventListener('pause', settle);
    video.addEventListener('seeked', settle);
    offer();
    return { tell };
  }

  const moment = { secondsOf, idIn, timeAsked, isPlayAsked, searchAt, clock, pageAddress, keepMoment };
  if (typeof module !== 'undefined') module.exports = moment;
  // For the film's script, which is loaded after this one.
  else if (typeof window !== 'undefined') Object.assign(window, { glassboxMoment: moment });
})();
