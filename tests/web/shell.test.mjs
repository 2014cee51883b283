// The shell's scripts, as node can test them: what they decide, and what they do to a page made of plain objects.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const early = require('../../overrides/assets/js/early.js');
const shell = require('../../overrides/assets/js/shell.js');

const at = (href) => new URL(href);

test('the address bar loses index.html on http, and keeps query and place', () => {
  assert.equal(shell.tidied(at('https://a.example/zh/prompts/LC-P001/index.html?q=1#r3')), '/zh/prompts/LC-P001/?q=1#r3');
  assert.equal(shell.tidied(at('http://localhost:8000/index.html')), '/');
});

test('the address bar stays where it is tidy, and always on file://', () => {
  assert.equal(shell.tidied(at('https://a.example/prompts/')), null);
  assert.equal(shell.tidied(at('https://a.example/my-index.html')), null);
  assert.equal(shell.tidied(at('file:///media/site/index.html')), null);
});

test('the language switch keeps the place and the search', () => {
  assert.equal(shell.samePlace('../zh/takes/index.html', at('file:///x/index.html?pick=LC-T1#LC-T003')), '../zh/takes/index.html?pick=LC-T1#LC-T003');
  assert.equal(shell.samePlace('zh/index.html?old#old', at('file:///x/index.html')), 'zh/index.html');
});

/** An element as far as the scripts need one. */
class Element {
  constructor(attributes = {}) {
    this.attributes = { ...attributes };
    this.listeners = {};
    this.focused = false;
  }
  getAttribute(name) {
    return this.attributes[name] ?? null;
  }
  setAttribute(name, value) {
    this.attributes[name] = value;
  }
  toggleAttribute(name, on) {
    if (on) this.attributes[name] = '';
    else delete this.attributes[name];
  }
  addEventListener(name, listener) {
    (this.listeners[name] ??= []).push(listener);
  }
  send(name, event = {}) {
    for (const listener of this.listeners[name] ?? []) listener(event);
  }
  focus() {
    this.focused = true;
  }
}

test('a switch follows the address as it is when it is used, not as it was', () => {
  const link = new Element({ href: '../zh/index.html' });
  const location = { search: '', hash: '#r1' };
  shell.keepPlace({ querySelectorAll: () => [link] }, () => location);
  location.hash = '#r2';
  link.send('pointerdown');
  assert.equal(link.getAttribute('href'), '../zh/index.html#r2');
  location.hash = '';
  link.send('focus');
  assert.equal(link.getAttribute('href'), '../zh/index.html');
});

const boxed = (id, top, height) => ({ id, getBoundingClientRect: () => ({ top, bottom: top + height, height }) });

test('the place in view is the last thing that begins in the upper half and is still to be seen', () => {
  const named = [boxed('gone', -900, 200), boxed('around', -300, 2000), boxed('folded', 10, 0), boxed('read', 100, 400), boxed('next', 520, 300)];
  assert.equal(shell.placeInView(named, 800, ''), 'read');
  assert.equal(shell.placeInView(named.slice(0, 1), 800, ''), '');
  assert.equal(shell.placeInView(named, 800, 'next'), 'next', 'the address knows best while its place is in the window');
  assert.equal(shell.placeInView(named, 800, 'gone'), 'read');
});

test('who scrolled up to the switch is taken to where they read, and not long after', () => {
  let time = 0;
  let place = 'LC-T003';
  const waiting = [];
  const view = Object.assign(new Element(), { scrollY: 500, setTimeout: (then) => waiting.push(then), clearTimeout: () => waiting.pop() });
  const read = shell.rememberPlace(view, () => place, () => time);
  const settle = () => waiting.splice(0).forEach((then) => then());
  assert.equal(read(), 'LC-T003', 'it stands before the eyes');
  view.send('scroll');
  settle();
  view.scrollY = 0;
  place = 'top';
  view.send('scroll');
  settle();
  time = 5000;
  assert.equal(read(), 'LC-T003');
  time = 60000;
  assert.equal(read(), '', 'the visitor has come to the top to stay');
});

test('a page with a film has its say in where the other language opens', () => {
  const page = new EventTarget();
  page.addEventListener('glassbox:place', (event) => {
    event.detail.search = '?t=4';
  });
  assert.deepEqual(shell.placeOf(page, { search: '?a', hash: '#r1' }, ''), { search: '?t=4', hash: '#r1' });
  assert.deepEqual(shell.placeOf(page, { search: '', hash: '#r1' }, 'LC-P002@1').hash, '#LC-P002%401');
});

test('an address that leads to something folded away opens it', () => {
  const fold = new Element();
  const target = { matches: () => false, querySelectorAll: () => [fold] };
  const page = { getElementById: (id) => (id === 'LC-P002@1' ? target : null) };
  shell.openTarget(page, '#%');
  shell.openTarget(page, '#elsewhere');
  shell.openTarget(page, '');
  assert.equal(fold.getAttribute('open'), null);
  shell.openTarget(page, '#LC-P002%401');
  assert.equal(fold.getAttribute('open'), '');
});

test('the menu opens and closes with its button, and with Escape', () => {
  const header = new Element();
  const button = new Element({ 'aria-expanded': 'false' });
  shell.watchMenu({ querySelector: (what) => (what === '[data-menu]' ? button : header) });
  button.send('click');
  assert.deepEqual([button.getAttribute('aria-expanded'), 'data-open' in header.attributes], ['true', true]);
  header.send('keydown', { key: 'a' });
  assert.equal(button.getAttribute('aria-expanded'), 'true');
  header.send('keydown', { key: 'Escape' });
  assert.deepEqual([button.getAttribute('aria-expanded'), 'data-open' in header.attributes, button.focused], ['false', false, true]);
});

test('a page without a menu is left alone', () => {
  shell.watchMenu({ querySelector: () => null })(true);
});

const storage = (kept = {}) => ({ getItem: (key) => kept[key] ?? null, setItem: (key, value) => void (kept[key] = value), kept });
const refusing = { getItem() { throw new Error('refused'); }, setItem() { throw new Error('refused'); } };

test('a page is dark unless the visitor chose light', () => {
  assert.equal(early.keptScheme(storage()), 'dark');
  assert.equal(early.keptScheme(storage({ 'gb-scheme': 'light' })), 'light');
  assert.equal(early.keptScheme(storage({ 'gb-scheme': '"><script>' })), 'dark');
  assert.equal(early.keptScheme(refusing), 'dark');
  assert.equal(early.keptScheme(null), 'dark');
});

test('the choice turns, and is kept where the browser keeps anything', () => {
  const bar = new Element({ content: '#000', 'data-dark': '#000', 'data-light': '#fff' });
  const root = { dataset: { scheme: 'dark' }, querySelector: () => bar };
  const kept = storage();
  assert.equal(early.turn(root, kept), 'light');
  assert.deepEqual([root.dataset.scheme, early.keptScheme(kept)], ['light', 'light']);
  assert.equal(bar.getAttribute('content'), '#fff', "the browser's own bar turns with the page");
  assert.equal(early.turn(root, refusing), 'dark');
  assert.equal(root.dataset.scheme, 'dark');
});

test('the room one is in is brought to the middle of a list of rooms that is wider than the screen', () => {
  const list = { scrollLeft: 40, getBoundingClientRect: () => ({ left: 16, width: 358 }) };
  const link = { closest: () => list, getBoundingClientRect: () => ({ left: 500, width: 80 }) };
  shell.showHere({ querySelectorAll: () => [link] });
  assert.equal(list.scrollLeft, 40 + 540 - 195);
});

test('the search is loaded once, from beside this script, when somebody turns to its box', () => {
  const loaded = [];
  const waiting = [];
  const box = { addEventListener: (name, then, how) => waiting.push([name, then, how]) };
  const page = { querySelector: (what) => (what === '[data-search-box]' ? box : null), createElement: () => ({}), head: { append: (script) => loaded.push(script.src) } };
  shell.wakeSearch(page, '../../assets/js/shell.js');
  assert.deepEqual(loaded, []);
  const [[name, turn, how]] = waiting;
  assert.deepEqual([name, how], ['focusin', { once: true }]);
  turn();
  assert.deepEqual(loaded, ['../../assets/js/searching/box.js']);
  shell.wakeSearch({ querySelector: () => null }, 'shell.js');
});
