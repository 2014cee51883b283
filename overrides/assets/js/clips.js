/**
 * A take's picture plays where it stands: its silent preview under a pointer or the focus, the clip itself on a click.
 * Without this script the picture is a link to the clip.
 */
(function () {
  'use strict';

  /**
   * The player that takes the place of a clip's link.
   * @param {HTMLAnchorElement} link
   * @param {Document} page
   * @returns {HTMLVideoElement}
   */
  function player(link, page) {
    const picture = link.querySelector('img');
    const video = page.createElement('video');
    video.className = 'clip-video';
    video.controls = true;
    video.autoplay = true;
    video.playsInline = true;
    if (picture) {
      video.poster = picture.currentSrc || picture.src;
      video.setAttribute('aria-label', picture.alt);
    }
    video.src = link.href;
    return video;
  }

  /**
   * The silent loop that lies over a clip's picture.
   * @param {string} source
   * @param {Document} page
   * @returns {HTMLVideoElement}
   */
  function preview(source, page) {
    const video = page.createElement('video');
    video.className = 'clip-preview';
    video.muted = true;
    video.loop = true;
    video.autoplay = true;
    video.playsInline = true;
    video.setAttribute('aria-hidden', 'true');
    video.src = source;
    return video;
  }

  /**
   * @param {Document} page
   * @param {boolean} still the visitor wants no movement, or little data
   */
  function playClips(page, still) {
    /** @param {Event} event @returns {HTMLAnchorElement | null} */
    const linkOf = (event) => {
      const target = /** @type {Element | null} */ (event.target);
      return target && target.closest ? target.closest('a[data-clip]') : null;
    };

    page.addEventListener('click', (event) => {
      const link = linkOf(event);
      const click = /** @type {MouseEvent} */ (event);
      if (!link || click.ctrlKey || click.metaKey || click.shiftKey || click.button) return;
      event.preventDefault();
      const video = player(link, page);
      link.replaceWith(video);
      video.focus();
    });
    if (still) return;

    /** @param {Event} event */
    const begin = (event) => {
      const link = linkOf(event);
      const source = link && link.getAttribute('data-preview');
      if (!link || !source || link.querySelector('.clip-preview')) return;
      if (/** @type {PointerEvent} */ (event).pointerType === 'touch') return;
      link.append(preview(source, page));
    };
    /** @param {Event} event */
    const end = (event) => {
      const link = linkOf(event);
      const going = /** @type {Node | null} */ (/** @type {PointerEvent} */ (event).relatedTarget);
      if (!link || (going && link.contains(going))) return;
      const playing = link.querySelector('.clip-preview');
      if (playing) playing.remove();
    };
    page.addEventListener('pointerover', begin);
    page.addEventListener('focusin', begin);
    page.addEventListener('pointerout', end);
    page.addEventListener('focusout', end);
  }

  if (typeof module !== 'undefined') module.exports = { player, preview, playClips };
  else if (typeof document !== 'undefined') {
    /** @param {string} wish */
    const wants = (wish) => window.matchMedia(wish).matches;
    playClips(document, wants('(prefers-reduced-motion: reduce)') || wants('(prefers-reduced-data: reduce)'));
  }
})();
