// What is not whole on the page that is shown: a list of sentences, empty where all is well. Evaluated by the tests.
() => {
  const found = [];
  const wide = document.documentElement.clientWidth;
  const name = (e) => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + (e.getAttribute('class') ? '.' + e.getAttribute('class').split(' ').join('.') : '');
  const way = (e) => (e.parentElement && e.parentElement !== document.body ? name(e.parentElement) + ' > ' : '') + name(e);
  const say = (what, e, words = '') => found.push(`${what}: ${way(e)} ${words.trim().slice(0, 40)}`);
  // Words for those who listen are cut to nothing on purpose, by their class or where a control has no room for them.
  const isCut = (e) => Boolean(e) && (style(e).clipPath === 'inset(50%)' || isCut(e.parentElement));
  const shown = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !e.closest('.skip, head') && !isCut(e);
  const styles = new Map();
  const style = (e) => styles.get(e) || styles.set(e, getComputedStyle(e)).get(e);
  const cuts = (e) => /hidden|clip/.test(style(e).overflowX + style(e).overflowY);
  const scrolls = (e) => /auto|scroll/.test(style(e).overflowX + style(e).overflowY);
  const above = function* (e) { for (let each = e; each && each !== document.documentElement; each = each.parentElement) yield each; };
  // Words that end in an ellipsis: only in a link, since all of them stand where it leads, or with a title of their own.
  const shortened = (e) => (style(e).textOverflow === 'ellipsis' || style(e).webkitLineClamp !== 'none')
    && (e.closest('a[href], [title], .film-card') || e.querySelector('a[href]'));
  const reached = (e) => e.tabIndex >= 0 || e.querySelector('a[href], button, input, summary, [tabindex="0"]');

  if (document.documentElement.scrollWidth > wide) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
  if (document.querySelectorAll('h1').length !== 1) found.push('not one h1');
  for (const part of ['.site-header .mark', '.site-header .language-nav', 'main h1', '.site-footer']) {
    const e = document.querySelector(part), box = e && e.getBoundingClientRect();
    const inMenu = e && e.closest('[data-menu-part]');
    if (!e || (!inMenu && (!box.width || !box.height))) found.push(`${part} is not there`);
  }
  const first = document.querySelector('main h1');
  if (first && first.getBoundingClientRect().top + scrollY > innerHeight) say('the title begins below the first screen', first);

  for (const e of document.body.querySelectorAll('*')) {
    if (e.closest('svg') && e.tagName !== 'svg') continue;
    const box = e.getBoundingClientRect();
    if (!box.width || !box.height || (box.right <= wide + 1 && box.left >= -1) || !shown(e)) continue;
    const frame = [...above(e.parentElement)].find((each) => scrolls(each) || cuts(each));
    if (!frame || (scrolls(frame) && !reached(frame))) say('wider than the screen', e, e.textContent);
  }

  for (const e of document.querySelectorAll('img, video')) {
    const box = e.getBoundingClientRect();
    const [w, h] = e.tagName === 'IMG' ? [e.naturalWidth, e.naturalHeight] : [e.videoWidth, e.videoHeight];
    if (!w || !h || !box.width || !box.height || !shown(e) || style(e).objectFit !== 'fill') continue;
    const edges = (a, b) => parseFloat(style(e)[a]) + parseFloat(style(e)[b]);
    const ratio = (box.width - edges('borderLeftWidth', 'borderRightWidth')) / (box.height - edges('borderTopWidth', 'borderBottomWidth'));
    if (Math.abs(ratio / (w / h) - 1) > 0.03) say('out of its proportions', e, `${w}x${h} as ${box.width}x${box.height}`);
  }

  const STRONG = /[\p{L}]/u, RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
  const strong = (words) => words.match(STRONG)?.[0] || '';
  const lines = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walk.nextNode()) {
    const text = walk.currentNode, e = text.parentElement;
    if (!text.data.trim() || /^(SCRIPT|STYLE|OPTION|TITLE|title|desc)$/.test(e.tagName) || !shown(e)) continue;
    if (RIGHT.test(strong(text.data))) {
      const said = e.closest('[dir], bdi');
      if (!said || said === document.documentElement) say('reads from the wrong side', e, text.data);
      else if (style(said).unicodeBidi !== 'plaintext' && RIGHT.test(strong(said.textContent)) !== (style(said).direction === 'rtl')) say('has the wrong direction', said, text.data);
    }
    range.selectNodeContents(text);
    const frames = [...above(e)].filter((each) => cuts(each) || scrolls(each));
    let seen = false;
    for (const whole of range.getClientRects()) {
      const box = { left: whole.left, right: whole.right, top: whole.top + whole.height * 0.22, bottom: whole.bottom - whole.height * 0.22, e, text };
      if (box.right - box.left < 1 || box.bottom - box.top < 1) continue;
      seen = true;
      for (const frame of frames) {
        const edge = frame.getBoundingClientRect();
        const cut = box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1;
        if (cut && !scrolls(frame) && !shortened(frame)) say('is cut off', e, text.data);
        if (cut && scrolls(frame) && !reached(frame)) say('lies in a part that no key scrolls', e, text.data);
        box.left = Math.max(box.left, edge.left); box.right = Math.min(box.right, edge.right);
        box.top = Math.max(box.top, edge.top); box.bottom = Math.min(box.bottom, edge.bottom);
      }
      if (box.right > box.left && box.bottom > box.top) lines.push(box);
    }
    if (!seen) say('holds words and has no size', e, text.data);
  }

  lines.sort((a, b) => a.top - b.top);
  const told = new Set();
  for (let i = 0; i < lines.length; i += 1) {
    for (let j = i + 1; j < lines.length && lines[j].top < lines[i].bottom - 1.5; j += 1) {
      const a = lines[i], b = lines[j];
      if (a.text === b.text || Math.min(a.right, b.right) - Math.max(a.left, b.left) < 2) continue;
      const pair = way(a.e) + ' and ' + way(b.e);
      if (!told.has(pair)) { told.add(pair); found.push(`one lies on the other: ${pair}: ${a.text.data.trim().slice(0, 30)} | ${b.text.data.trim().slice(0, 30)}`); }
    }
  }
  return [...new Set(found)];
}
