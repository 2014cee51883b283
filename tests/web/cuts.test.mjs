// Two cuts in step: what takes the place of their links.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const cuts = require('../../overrides/assets/js/cuts.js');

function page() {
  return { createElement: (name) => ({ name, said: {}, setAttribute(key, value) { this.said[key] = value; } }) };
}

function place(shown) {
  const one = { put: null };
  if (shown) shown.replaceWith = (video) => (one.put = video);
  one.querySelector = () => shown;
  return one;
}

test('a link becomes a silent player of the same film, of the same size', () => {
  const picture = { currentSrc: 'p-640.webp', src: 'p.jpg', width: 640, height: 360, alt: 'edit 2' };
  const at = place({ href: 'two.mp4', querySelector: () => picture });
  const video = cuts.screen(at, page());
  assert.equal(at.put, video);
  assert.deepEqual([video.src, video.poster, video.muted, video.controls], ['two.mp4', 'p-640.webp', true, undefined]);
  assert.deepEqual([video.width, video.height, video.said['aria-label']], [640, 360, 'edit 2']);
});

test('a cut that was already playing by itself joins in', () => {
  const at = place({ src: 'two.mp4', querySelector: () => null });
  assert.equal(cuts.screen(at, page()).src, 'two.mp4');
});

test('a place without a film has no player', () => {
  assert.equal(cuts.screen(place(null), page()), null);
});

test('a moment is told as on a player', () => {
  assert.deepEqual([cuts.clock(7.9), cuts.clock(65), cuts.clock(NaN)], ['0:07', '1:05', '0:00']);
});
