// What a finger is meant to hit, with the width and height of the area that answers to it, up to 44 px.
() => {
  const INTERACTIVE = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="button"], [tabindex]';
  const SPAN = 44;
  const words = (text) => /\p{L}{2,}/u.test(text);

  /** A link inside a sentence: the text around it decides how tall its line is. */
  function inSentence(element) {
    if (getComputedStyle(element).display !== 'inline') return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display.startsWith('inline') || getComputedStyle(block).display === 'contents') block = block.parentElement;
    const rest = block.cloneNode(true);
    rest.querySelectorAll(INTERACTIVE + ', script, style, svg, :is(ul, ol, dl, table, p, div, details)').forEach((part) => part.remove());
    return words(rest.textContent);
  }

  function answers(element, x, y) {
    const hit = document.elementFromPoint(x, y);
    if (!hit) return false;
    const label = hit.closest('label');
    return element.contains(hit) || (label !== null && label.control === element);
  }

  /** How far the area reaches through a point, along one axis. */
  function reach(element, x, y, dx, dy) {
    let far = 0;
    for (const way of [-1, 1]) {
      for (let step = 1; step <= SPAN && answers(element, x + way * dx * step, y + way * dy * step); step += 1) far += 1;
    }
    return far + 1;
  }

  const found = [];
  for (const element of document.querySelectorAll(INTERACTIVE)) {
    if (element.getAttribute('tabindex') === '-1' && !element.matches('a, button')) continue;
    if (!element.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    const boxes = [element, ...element.querySelectorAll('*')].flatMap((part) => [...part.getClientRects()]).filter((box) => box.width > 1);
    if (!boxes.length || boxes.every((box) => box.right + scrollX <= 0)) continue;
    let width = SPAN, height = SPAN, sentence = false;
    if (!boxes.some((box) => box.width >= SPAN && box.height >= SPAN)) {
      element.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
      const box = [...element.getClientRects()].sort((one, other) => other.width - one.width)[0] || boxes[0];
      const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
      width = reach(element, x, y, 1, 0);
      height = reach(element, x, y, 0, 1);
      sentence = inSentence(element);
    }
    found.push({
      what: `${element.tagName.toLowerCase()}${element.getAttribute('class') ? '.' + element.getAttribute('class') : ''}`
        + ` “${(element.getAttribute('aria-label') || element.textContent).trim().slice(0, 50)}” in `
        + `${element.parentElement.tagName.toLowerCase()}.${element.parentElement.getAttribute('class') || ''}`,
      width, height, sentence, strip: element.matches('.strip-cell'),
    });
  }
  return found;
}
