// Copy buttons: what is put on the clipboard, and what the button says.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const copy = require('../../overrides/assets/js/copy.js');

const TEXT = '  十三盏灯\n\n[Push in]\t“quoted” <b>&amp;</b> \u200b🏮 ';

/** A button inside two boxes; the text lies in the outer one. */
function button() {
  const text = { textContent: TEXT };
  const outer = { querySelector: () => text, parentElement: null };
  const inner = { querySelector: () => null, parentElement: outer };
  const listeners = [];
  return {
    parentElement: inner,
    textContent: 'Copy',
    hidden: true,
    querySelector: () => null,
    attributes: { 'data-done': 'Copied' },
    getAttribute(name) {
      return this.attributes[name];
    },
    setAttribute(name, value) {
      this.attributes[name] = value;
    },
    addEventListener: (name, listener) => listeners.push(listener),
    click: () => Promise.all(listeners.map((listener) => listener())),
  };
}

test('the text of the nearest place is copied byte for byte', async () => {
  const put = [];
  const one = button();
  copy.copyOnClick(one, async (text) => put.push(text) > 0, () => {});
  assert.equal(one.hidden, false, 'the button is there because the script is');
  await one.click();
  assert.deepEqual(put, [TEXT]);
});

test('the button says that it copied, then says its own word again', async () => {
  const later = [];
  const one = button();
  copy.copyOnClick(one, async () => true, (then) => later.push(then));
  await one.click();
  assert.equal(one.textContent, 'Copied');
  later.forEach((then) => then());
  assert.equal(one.textContent, 'Copy');
});

test('a second click while it says so does not make it say so for ever', async () => {
  const later = [];
  const one = button();
  copy.copyOnClick(one, async () => true, (then) => later.push(then));
  await one.click();
  await one.click();
  later.forEach((then) => then());
  assert.equal(one.textContent, 'Copy');
});

test('a button that could not copy does not claim that it did', async () => {
  const one = button();
  copy.copyOnClick(one, async () => false, () => {});
  await one.click();
  assert.equal(one.textContent, 'Copy');
});

/** A page that copies what is selected in a text area. */
function page(works) {
  const areas = [];
  return {
    areas,
    body: { append: (area) => areas.push(area) },
    createElement: () => ({ select: () => {}, remove: () => areas.pop() }),
    execCommand: () => works,
  };
}

test('where the browser refuses its clipboard, the older way is taken', async () => {
  const refusing = { writeText: () => Promise.reject(new Error('refused')) };
  for (const clipboard of [undefined, refusing]) {
    const old = page(true);
    assert.equal(await copy.putOnClipboard(TEXT, old, clipboard), true);
    assert.deepEqual(old.areas, [], 'nothing is left on the page');
  }
  assert.equal(await copy.putOnClipboard(TEXT, page(false), undefined), false);
});

test('where the browser has a clipboard, nothing is put on the page', async () => {
  const put = [];
  const none = { body: null };
  assert.equal(await copy.putOnClipboard(TEXT, none, { writeText: async (text) => put.push(text) }), true);
  assert.deepEqual(put, [TEXT]);
});

test('a button without a text beside it copies nothing', () => {
  const outer = { querySelector: () => null, parentElement: null };
  assert.equal(copy.textFor({ getAttribute: () => null, parentElement: outer }), null);
});

test('a button may bear what it copies, and say so in a part of its words', async () => {
  const put = [];
  const said = { textContent: 'Link' };
  const one = Object.assign(button(), { querySelector: () => said });
  one.attributes['data-copy-text'] = 'https://a.example/films/one/?t=4';
  copy.copyOnClick(one, async (text) => put.push(text) > 0, () => {});
  await one.click();
  assert.deepEqual([put, said.textContent, one.textContent], [['https://a.example/films/one/?t=4'], 'Copied', 'Copy']);
});
