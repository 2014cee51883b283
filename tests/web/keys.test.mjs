// The film by keys: which are for the film, and what they do.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const keys = require('../../overrides/assets/js/keys.js');

/** A key that is pressed inside elements of these names. */
function press(key, inside = [], held = {}) {
  const target = { closest: (names) => inside.find((name) => names.split(', ').includes(name)) ?? null };
  return { key, target, defaultPrevented: false, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held };
}

test('arrows step by shots, comma and full stop by frames, K and the space bar play', () => {
  const wishes = ['ArrowLeft', 'ArrowRight', ',', '.', 'k', 'K', ' ', 'j', 'Enter'].map((key) => keys.wishOf(press(key, ['.stage']), true));
  assert.deepEqual(wishes, ['back', 'on', 'frame-back', 'frame-on', 'play', 'play', 'play', null, null]);
});

test('what writes a character counts in the stage alone, the player in it', () => {
  for (const key of [',', '.', 'k', 'K']) {
    assert.equal(keys.wishOf(press(key), true), null, key);
    assert.equal(keys.wishOf(press(key, ['a']), true), null, key);
    assert.notEqual(keys.wishOf(press(key, ['.stage', 'video', 'a']), true), null, key);
    assert.equal(keys.wishOf(press(key, ['.stage'], { ctrlKey: true }), true), null, key);
  }
  assert.equal(keys.wishOf({ ...press('k'), target: null }, true), null);
});

test('no key is taken from a field, from the player, or from what scrolls by itself', () => {
  for (const owner of ['input', 'select', 'textarea', 'video', 'audio', 'dialog', '[contenteditable]', 'pre', '[tabindex="0"]']) {
    for (const key of ['ArrowLeft', ',', 'k', ' ']) assert.equal(keys.wishOf(press(key, [owner]), true), null, owner);
  }
});

test('the space bar presses buttons, and scrolls for who reads on alone', () => {
  for (const owner of ['a', 'button', 'summary']) assert.equal(keys.wishOf(press(' ', [owner]), true), null);
  assert.equal(keys.wishOf(press('ArrowRight', ['a']), true), 'on', 'a link has no use for an arrow');
  assert.equal(keys.wishOf(press(' '), false), null);
  assert.equal(keys.wishOf(press('k', ['.stage', 'button']), false), 'play');
});

test('with a key held, or where somebody heard it first, a key means something else', () => {
  for (const held of ['altKey', 'ctrlKey', 'metaKey', 'shiftKey', 'defaultPrevented', 'isComposing']) {
    assert.equal(keys.wishOf(press('ArrowLeft', [], { [held]: true }), true), null, held);
  }
});

/** A player of twenty seconds. */
function player(currentTime = 0) {
  const video = {
    currentTime, paused: true, duration: 20,
    play: () => Promise.reject(new Error('not without a touch')).finally(() => {}),
    pause: () => (video.paused = true),
  };
  return video;
}

test('a frame is a frame, on and back, from wherever the film stands', () => {
  const video = player(4);
  video.paused = false;
  const film = { step: () => {}, fps: 24 };
  const frame = () => Math.floor(video.currentTime * 24);
  keys.grant(video, film, 'frame-on');
  assert.deepEqual([frame(), video.paused], [97, true]);
  for (let n = 0; n < 5; n++) keys.grant(video, film, 'frame-on');
  assert.equal(frame(), 102);
  for (let n = 0; n < 6; n++) keys.grant(video, film, 'frame-back');
  assert.equal(frame(), 96);
  video.currentTime = 0;
  keys.grant(video, film, 'frame-back');
  assert.equal(video.currentTime, 0);
  video.currentTime = 20;
  keys.grant(video, film, 'frame-on');
  assert.equal(video.currentTime, 20);
});

test('arrows ask for shots; a browser that refuses to play is no fault', () => {
  const steps = [];
  const film = { step: (by) => steps.push(by), fps: 24 };
  const video = player();
  keys.grant(video, film, 'on');
  keys.grant(video, film, 'back');
  keys.grant(video, film, 'play');
  assert.deepEqual(steps, [1, -1]);
  video.paused = false;
  keys.grant(video, film, 'play');
  assert.equal(video.paused, true);
});
