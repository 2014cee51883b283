/**
 * Copy buttons: each copies the text of the nearest `[data-copy]`, byte for byte, or what it bears itself in
 * `data-copy-text`, and says that it did.
 * Without this script they are not shown, and the text can be selected.
 */
(function () {
  'use strict';

  const SAID_MS = 2000; // how long "Copied" stands

  /**
   * The text that a button is about: its own, else that of the `[data-copy]` inside the closest element that holds one.
   * @param {Element} button
   * @returns {string | null}
   */
  function textFor(button) {
    const own = button.getAttribute('data-copy-text');
    if (own) return own;
    for (let place = button.parentElement; place; place = place.parentElement) {
      const found = place.querySelector('[data-copy]');
      if (found) return found.textContent;
    }
    return null;
  }

  /**
   * Puts text on the clipboard; where the browser grants no clipboard, through a selection.
   * @param {string} text
   * @param {Document} page
   * @param {Clipboard | undefined} clipboard
   * @returns {Promise<boolean>} whether it is there
   */
  async function putOnClipboard(text, page, clipboard) {
    if (clipboard) {
      try {
        await clipboard.writeText(text);
        return true;
      } catch {
        // Refused or not focused: the older way may still be open.
      }
    }
    const area = page.createElement('textarea');
    area.value = text;
    area.className = 'visually-hidden';
    page.body.append(area);
    area.select();
    const done = page.execCommand('copy');
    area.remove();
    return done;
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {(text: string) => Promise<boolean>} put
   * @param {(then: () => void, ms: number) => unknown} later
   */
  function copyOnClick(button, put, later) {
    const shown = button.querySelector('[data-copy-words]') || button;
    const words = shown.textContent;
    button.hidden = false;
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', async () => {
      const text = textFor(button);
      if (text === null || !(await put(text))) return;
      shown.textContent = button.getAttribute('data-done');
      later(() => {
        shown.textContent = words;
      }, SAID_MS);
    });
  }

  function start() {
    /** @param {string} text */
    const put = (text) => putOnClipboard(text, document, navigator.clipboard);
    for (const button of Array.from(document.querySelectorAll('[data-copy-button]'))) {
      copyOnClick(/** @type {HTMLButtonElement} */ (button), put, (then, ms) => window.setTimeout(then, ms));
    }
  }

  if (typeof module !== 'undefined') module.exports = { textFor, putOnClipboard, copyOnClick };
  else if (typeof document !== 'undefined') start();
})();
