// Text that lies on more than a plain colour - over a picture or a film, in a drawing, on a gradient or a pattern -:
// its lines, its colour, its size.
() => {
  const found = [];
  const boxOf = (box) => [box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY];
  const pictures = [...document.querySelectorAll('img, video, svg image')].map((one) => boxOf(one.getBoundingClientRect()));
  const meets = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
  const painted = new Map([[document.body, false], [document.documentElement, false]]);
  const onPaint = (element) => {
    if (!painted.has(element)) {
      painted.set(element, getComputedStyle(element).backgroundImage !== 'none' || onPaint(element.parentElement));
    }
    return painted.get(element);
  };
  // Words for those who listen are cut to nothing: what lies at their place is the ink of others.
  const isCut = (element) => Boolean(element) && (getComputedStyle(element).clipPath === 'inset(50%)' || isCut(element.parentElement));
  // What a box with bars of its own has scrolled away is not seen; its place belongs to others.
  const within = new Map([[null, [-Infinity, -Infinity, Infinity, Infinity]]]);
  const seenIn = (element) => {
    if (!within.has(element)) {
      const around = seenIn(element.parentElement), style = getComputedStyle(element);
      const isRoot = element === document.body || element === document.documentElement;
      const cuts = !isRoot && (style.overflowX !== 'visible' || style.overflowY !== 'visible');
      within.set(element, cuts ? shared(around, boxOf(element.getBoundingClientRect())) : around);
    }
    return within.get(element);
  };
  const shared = (one, other) => one.map((edge, at) => (at < 2 ? Math.max(edge, other[at]) : Math.min(edge, other[at])));
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walk.nextNode()) {
    const node = walk.currentNode, element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    if (element.closest('[disabled], [aria-disabled="true"]') || isCut(element)) continue;
    const style = getComputedStyle(element), drawn = element instanceof SVGElement;
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()]
      .map((line) => shared(boxOf(line), seenIn(element)))
      .filter(([left, top, right, bottom]) => left < right && top < bottom);
    if (!drawn && !onPaint(element) && !lines.some((line) => pictures.some((picture) => meets(line, picture)))) continue;
    let opacity = drawn ? Number(style.fillOpacity) : 1;
    for (let at = element; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
    const size = parseFloat(style.fontSize), heavy = Number(style.fontWeight) >= 700;
    found.push({
      text: node.data.trim().slice(0, 60),
      of: element.tagName.toLowerCase() + (element.getAttribute('class') ? '.' + element.getAttribute('class') : ''),
      lines, opacity, colour: drawn ? style.fill : style.color,
      large: size >= 24 || (heavy && size >= 18.66),
    });
  }
  return found;
}
