// Writes down, from now on, where the focus goes; first says what it should reach, in the order of the page.
() => {
  const CAN = 'a[href], button:not([disabled]), input:not([type="hidden"]):not([disabled]), select, textarea, summary, video[controls], audio[controls], [tabindex]';
  const name = (element) => `${element.tagName.toLowerCase()}`
    + `${element.getAttribute('class') ? '.' + element.getAttribute('class') : ''}`
    + ` “${(element.getAttribute('aria-label') || element.textContent).trim().slice(0, 40)}”`;
  const should = [...document.querySelectorAll(CAN)].filter((element) => element.tabIndex >= 0
    && (!element.closest('details:not([open])') || element.matches('summary'))
    && element.checkVisibility({visibilityProperty: true}) && element.getClientRects().length);
  const scrolls = (element) => element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
  const unseen = /^(none|transparent|rgba\(.*, 0\))/;
  // A link in a drawing has its ring in the drawing: a stroke that it has while it is focused, and not before.
  const strokes = (drawn) => [...drawn.querySelectorAll('rect, circle, path')].map((shape) => {
    const style = getComputedStyle(shape);
    return unseen.test(style.stroke) || parseFloat(style.strokeWidth) < 2 ? '' : `${style.stroke} ${style.strokeWidth}`;
  });
  const resting = new Map(should.filter((element) => element instanceof SVGElement).map((drawn) => [drawn, strokes(drawn)]));
  const stroked = (drawn) => strokes(drawn).some((stroke, place) => stroke && stroke !== resting.get(drawn)[place]);
  window.glassFocus = [];
  document.addEventListener('focusin', (event) => {
    const element = event.target, style = getComputedStyle(element), box = element.getBoundingClientRect();
    window.glassFocus.push({
      place: should.indexOf(element), name: name(element), scroller: scrolls(element),
      ring: box.width > 0 && box.height > 0 && (resting.has(element) ? stroked(element)
        : style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && !unseen.test(style.outlineColor)),
    });
  });
  return should.map(name);
}
