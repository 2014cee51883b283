/**
 * Thumbnails over the strip of shots: what the film shows at the place under the pointer. A finger that is drawn along
 * the strip takes the film with it, where the strip need not be scrolled. Without this script the strip is links.
 */
(function () {
  'use strict';

  /**
   * @typedef {[number, number, number, number, number]} Cell where it begins in seconds; x, y, width, height in the sheet
   * @typedef {{src: string, seconds: number, cells: Cell[]}} Sheet sizes in pixels
   */

  /**
   * The cell that stands for a moment; the last one that has begun.
   * @param {Cell[]} cells
   * @param {number} seconds
   * @returns {Cell | undefined}
   */
  function cellAt(cells, seconds) {
    let found = cells[0];
    for (const cell of cells) if (cell[0] <= seconds) found = cell;
    return found;
  }

  /** `75.5` -> `1:15`. @param {number} seconds */
  function clock(seconds) {
    const whole = Math.floor(seconds);
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  }

  /**
   * The moment under a pointer, in seconds.
   * @param {number} x
   * @param {{left: number, width: number}} strip
   * @param {number} seconds length of the film
   */
  function momentUnder(x, strip, seconds) {
    const share = strip.width > 0 ? (x - strip.left) / strip.width : 0;
    return Math.min(Math.max(share, 0), 1) * seconds;
  }

  /**
   * @param {HTMLElement} frame what holds the strip
   * @param {Element} strip
   * @param {Sheet} sheet
   * @param {HTMLVideoElement | null} video
   */
  function scrubStrip(frame, strip, sheet, video) {
    const page = frame.ownerDocument;
    const box = page.createElement('div');
    box.className = 'scrub-box';
    box.hidden = true;
    box.setAttribute('aria-hidden', 'true');
    const picture = page.createElement('div');
    picture.className = 'scrub-picture';
    const time = page.createElement('span');
    box.append(picture, time);
    frame.append(box);
    let drawn = false;

    /** @param {number} seconds @param {number} x */
    function show(seconds, x) {
      const cell = cellAt(sheet.cells, seconds);
      if (!cell) return;
      const [, left, top, width, height] = cell;
      if (box.hidden) picture.style.backgroundImage = `url("${sheet.src}")`;
      picture.style.width = `${width}px`;
      picture.style.height = `${height}px`;
      picture.style.backgroundPosition = `-${left}px -${top}px`;
      time.textContent = clock(seconds);
      const room = frame.getBoundingClientRect();
      const middle = Math.min(Math.max(x - room.left, width / 2), room.width - width / 2);
      box.style.left = `${middle}px`;
      box.hidden = false;
    }

    const hide = () => {
      box.hidden = true;
      drawn = false;
    };
    frame.addEventListener('pointermove', (event) => {
      const seconds = momentUnder(event.clientX, strip.getBoundingClientRect(), sheet.seconds);
      if (event.pointerType === 'touch') {
        if (!drawn || frame.scrollWidth > frame.clientWidth) return;
        if (video) video.currentTime = seconds;
      }
      show(seconds, event.clientX);
    });
    frame.addEventListener('pointerdown', (event) => {
      drawn = event.pointerType === 'touch';
    });
    frame.addEventListener('pointerleave', hide);
    frame.addEventListener('pointerup', hide);
    frame.addEventListener('pointercancel', hide);
  }

  if (typeof module !== 'undefined') module.exports = { cellAt, clock, momentUnder, scrubStrip };
  else if (typeof document !== 'undefined') {
    const told = document.querySelector('[data-scrub]');
    const frame = /** @type {HTMLElement | null} */ (document.querySelector('.strip-frame'));
    const strip = frame && frame.querySelector('[data-strip]');
    if (told && frame && strip) {
      scrubStrip(frame, strip, JSON.parse(told.textContent || ''), document.querySelector('[data-player]'));
    }
  }
})();
