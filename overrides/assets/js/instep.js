/**
 * Several clips under one set of controls, in step with the longest of them. Adds nothing to a page by itself:
 * the takes and the cuts that play side by side share it.
 */
(function () {
  'use strict';

  const NEAR = 0.02; // seconds: closer than a frame at 24 a second, and no eye sees it
  const FAR = 0.5; // seconds: further apart than that is mended by a jump
  const MOST = 0.4; // how much faster or slower than life a clip may run to come back

  /**
   * How a clip that is `behind` seconds behind the first one is brought back: by its speed, or by a jump.
   * @param {number} behind
   * @returns {{rate: number, jump: boolean}}
   */
  function mending(behind) {
    const away = Math.abs(behind);
    if (away <= NEAR) return { rate: 1, jump: false };
    if (away > FAR) return { rate: 1, jump: true };
    const more = Math.min(MOST, Math.max(0.05, Math.round(away * 40) / 20)); // in steps: each change of speed costs
    return { rate: behind > 0 ? 1 + more : 1 - more, jump: false };
  }

  /** @param {HTMLVideoElement[]} clips @returns {HTMLVideoElement} */
  function longestOf(clips) {
    return clips.reduce((longest, clip) => ((clip.duration || 0) > (longest.duration || 0) ? clip : longest));
  }

  /**
   * Keeps clips in step with the one that is longest; shorter ones wait on their last frame.
   * @param {HTMLVideoElement[]} clips
   * @returns {HTMLVideoElement} the longest
   */
  function inStep(clips) {
    const lead = longestOf(clips);
    for (const clip of clips) {
      if (clip === lead || !clip.duration || clip.seeking || lead.seeking) continue;
      const due = Math.min(lead.currentTime, clip.duration);
      if (lead.currentTime >= clip.duration) {
        if (!clip.paused) clip.pause();
        if (clip.currentTime < clip.duration - NEAR) clip.currentTime = clip.duration;
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
   * Every clip at the same moment, or at its own end.
   * @param {HTMLVideoElement[]} clips
   * @param {number} seconds
   */
  function seekAll(clips, seconds) {
    for (const clip of clips) clip.currentTime = Math.min(seconds, clip.duration || seconds);
  }

  /**
   * Whether a clip can play on from where it stands, or never will. At its very end nothing is left to wait for.
   * @param {HTMLVideoElement} clip
   */
  function isReady(clip) {
    return Boolean(clip.error) || (!clip.seeking && (clip.readyState >= 3 || clip.currentTime >= clip.duration));
  }

  /**
   * Fulfilled when every clip is ready.
   * @param {HTMLVideoElement[]} clips
   */
  async function ready(clips) {
    for (const clip of clips) {
      while (!isReady(clip)) {
        await new Promise((done) => {
          for (const kind of ['canplay', 'seeked', 'error']) clip.addEventListener(kind, done, { once: true });
        });
      }
    }
  }

  /**
   * One button and one range for several clips.
   * @param {{toggle: HTMLElement, range: HTMLInputElement, tell?: (lead: HTMLVideoElement) => void}} controls
   * @param {Pick<Window, 'requestAnimationFrame'>} view its clock
   */
  function conductor({ toggle, range, tell }, view) {
    /** @type {HTMLVideoElement[]} */
    let clips = [];
    let watching = false;
    let starting = false; // they are being brought together, to play
    let ran = false; // the longest played when it was last looked at
    let anew = false; // from the end they go on at the beginning

    function step() {
      watching = false;
      if (!clips.length) return;
      const lead = inStep(clips);
      // Not by the browser's own loop: it sends the longest back alone, and the others would have to run after it.
      if (anew && ran && lead.ended) void begin();
      ran = !lead.paused;
      if (lead.duration) {
        range.max = String(lead.duration);
        if (!lead.seeking) range.value = String(lead.currentTime);
      }
      toggle.setAttribute('aria-pressed', String(starting || ran));
      if (tell) tell(lead);
      if (starting || ran || lead.seeking) watch();
    }
    function watch() {
      if (watching) return;
      watching = true;
      view.requestAnimationFrame(step);
    }
    async function begin() {
      const mine = clips;
      if (!mine.length) return;
      starting = true;
      const lead = longestOf(mine);
      if (lead.ended) seekAll(mine, 0);
      else if (mine.some((clip) => Math.abs(Math.min(lead.currentTime, clip.duration || 0) - clip.currentTime) > NEAR)) {
        seekAll(mine, lead.currentTime);
      }
      await ready(mine);
      if (clips !== mine || !starting) return;
      await Promise.all(
        mine.map((clip) => (clip === lead || lead.currentTime < clip.duration ? clip.play().catch(() => undefined) : null)),
      );
      if (clips !== mine) return;
      starting = false;
      ran = !lead.paused;
      watch();
    }
    function rest() {
      starting = false;
      ran = false;
      for (const clip of clips) clip.pause();
      watch();
    }

    toggle.addEventListener('click', () => {
      if (clips.length && (starting || !longestOf(clips).paused)) rest();
      else void begin();
    });
    range.addEventListener('input', () => {
      seekAll(clips, Number(range.value));
      watch();
    });
    return {
      /**
       * Takes these clips, to play at once or to stand still at a moment.
       * @param {HTMLVideoElement[]} given
       * @param {{at?: () => number, plays?: boolean, again?: boolean}} [how] `at` is asked when they are ready;
       *   `again`: they begin anew at their end
       */
      async take(given, { at = () => 0, plays = true, again = false } = {}) {
        clips = given;
        starting = false;
        ran = false;
        anew = again;
        await ready(given);
        if (clips !== given) return;
        if (at()) seekAll(given, at());
        if (plays) await begin();
        else watch();
      },
      drop() {
        clips = [];
      },
    };
  }

  const shared = { mending, longestOf, inStep, seekAll, isReady, ready, conductor };
  if (typeof module !== 'undefined') module.exports = shared;
  else if (typeof window !== 'undefined') /** @type {any} */ (window).glassBoxInStep = shared;
})();
