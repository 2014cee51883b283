// Clips: a link that plays in its place, with its preview under the pointer.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const clips = require('../../overrides/assets/js/clips.js');

function page() {
  const listeners = {};
  return {
    listeners,
    addEventListener: (name, listener) => (listeners[name] = listener),
    createElement: () => ({ attributes: {}, focus() {}, setAttribute(name, value) { this.attributes[name] = value; } }),
    send(name, event) {
      const sent = { prevented: false, preventDefault: () => (sent.prevented = true), relatedTarget: null, ...event };
      listeners[name]?.(sent);
      return sent;
    },
  };
}

function link(preview = 'loop.mp4') {
  const inside = [];
  const one = {
    href: 'clip.mp4',
    inside,
    replaced: null,
    getAttribute: () => preview,
    querySelector: (what) => (what === 'img' ? { src: 'a.webp', currentSrc: '', alt: 'LC-T001, kept' } : (inside[0] ?? null)),
    append: (video) => inside.push(Object.assign(video, { remove: () => inside.splice(inside.indexOf(video), 1) })),
    contains: (other) => other === 'inside',
    replaceWith: (video) => (one.replaced = video),
  };
  return one;
}

const on = (one) => ({ target: { closest: () => one } });

test('a click puts the player in the place of the picture', () => {
  const here = page();
  const one = link();
  clips.playClips(here, false);
  assert.equal(here.send('click', on(one)).prevented, true);
  assert.equal(one.replaced.src, 'clip.mp4');
  assert.equal(one.replaced.controls, true);
  assert.equal(one.replaced.poster, 'a.webp');
  assert.equal(one.replaced.attributes['aria-label'], 'LC-T001, kept');
});

test('a click with a key held, or elsewhere, is left to the browser', () => {
  const here = page();
  const one = link();
  clips.playClips(here, false);
  assert.equal(here.send('click', { ...on(one), metaKey: true }).prevented, false);
  assert.equal(here.send('click', on(null)).prevented, false);
  assert.equal(one.replaced, null);
});

test('the preview plays under the pointer, silent, once, and goes with it', () => {
  const here = page();
  const one = link();
  clips.playClips(here, false);
  here.send('pointerover', { ...on(one), pointerType: 'mouse' });
  here.send('focusin', on(one));
  assert.equal(one.inside.length, 1);
  assert.equal(one.inside[0].muted, true);
  here.send('pointerout', { ...on(one), relatedTarget: 'inside' });
  assert.equal(one.inside.length, 1, 'the pointer is still on it');
  here.send('pointerout', on(one));
  assert.equal(one.inside.length, 0);
});

test('a finger, a clip without a preview, and a visitor who wants no movement see none', () => {
  const here = page();
  const one = link();
  clips.playClips(here, false);
  here.send('pointerover', { ...on(one), pointerType: 'touch' });
  assert.equal(one.inside.length, 0);
  const bare = link('');
  here.send('pointerover', { ...on(bare), pointerType: 'mouse' });
  assert.equal(bare.inside.length, 0);
  const still = page();
  clips.playClips(still, true);
  assert.equal(still.listeners.pointerover, undefined);
  assert.equal(still.send('click', on(one)).prevented, true, 'the clip itself still plays');
});
