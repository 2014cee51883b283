/**
 * The film by keys: the arrows step by shots, comma and full stop by frames, K and the space bar play and pause. Fields,
 * buttons and the player's own keys stay theirs, and so does the space bar once the visitor reads on alone. Keys that write
 * a character count only where the focus is in the stage: who speaks to the machine must not play the film with a word
 * (WCAG 2.1.4).
 */
(function () {
  'use strict';

  /** What has keys of its own: where one of these has the focus, nothing here is meant. */
  const OWN_KEYS = 'input, select, textarea, video, audio, dialog, [contenteditable], [role="slider"], pre, [tabindex="0"]';
  const PRESSED_BY_SPACE = 'a, button, summary';
  const CHARACTERS = ',.kK';
  const STAGE = '.stage';

  /** @typedef {'back' | 'on' | 'frame-back' | 'frame-on' | 'play'} Wish */

  /** @type {Record<string, Wish>} */
  const WISHES = { ArrowLeft: 'back', ArrowRight: 'on', ',': 'frame-back', '.': 'frame-on', k: 'play', K: 'play', ' ': 'play' };

  /**
   * @param {{key: string, target: EventTarget | null, defaultPrevented: boolean, altKey: boolean, ctrlKey: boolean,
   *   metaKey: boolean, shiftKey: boolean, isComposing?: boolean}} press
   * @param {boolean} follows whether the record follows the film: else the space bar scrolls
   * @returns {Wish | null} null where the key is not for the film
   */
  function wishOf(press, follows) {
    const wish = WISHES[press.key];
    if (!wish || press.defaultPrevented || press.isComposing) return null;
    if (press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return null;
    const target = /** @type {Element | null} */ (press.target);
    const stands = target && target.closest ? target : null;
    if (CHARACTERS.includes(press.key)) return stands && stands.closest(STAGE) ? wish : null;
    if (stands && stands.closest(OWN_KEYS)) return null;
    if (press.key === ' ' && (!follows || (stands && stands.closest(PRESSED_BY_SPACE)))) return null;
    return wish;
  }

  /**
   * @param {HTMLVideoElement} video
   * @param {{step: (by: 1 | -1) => void, fps: number}} film
   * @param {Wish} wish
   */
  function grant(video, film, wish) {
    if (wish === 'back' || wish === 'on') return film.step(wish === 'on' ? 1 : -1);
    if (wish === 'play') {
      if (video.paused) void Promise.resolve(video.play()).catch(() => {}); // the browser may refuse; the player says so
      else video.pause();
      return undefined;
    }
    video.pause();
    const frames = Math.floor(video.currentTime * film.fps + 0.01) + (wish === 'frame-on' ? 1 : -1);
    // The middle of the frame: its edges belong to whom the browser likes.
    video.currentTime = Math.min(Math.max((frames + 0.5) / film.fps, 0), video.duration || Infinity);
    return undefined;
  }

  const keys = { wishOf, grant };
  if (typeof module !== 'undefined') module.exports = keys;
  else if (typeof window !== 'undefined') Object.assign(window, { glassboxKeys: keys });
})();
