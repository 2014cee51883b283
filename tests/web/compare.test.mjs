// Takes side by side: in step with the longest, and named by the address.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const compare = require('../../overrides/assets/js/compare.js');

/** A clip as far as the script sees one. */
function clip(duration, currentTime, paused = false) {
  const one = { duration, currentTime, paused, playbackRate: 1, played: 0 };
  one.pause = () => (one.paused = true);
  one.play = async () => ((one.paused = false), one.played++);
  return one;
}

test('a clip a little behind runs faster, one a little ahead slower, one far off jumps', () => {
  assert.deepEqual(compare.mending(0.01), { rate: 1, jump: false });
  assert.deepEqual(compare.mending(0.1), { rate: 1.1, jump: false });
  assert.deepEqual(compare.mending(-0.1), { rate: 0.9, jump: false });
  assert.deepEqual(compare.mending(-1), { rate: 1, jump: true });
});

test('clips follow the longest one, and a short one waits on its last frame', () => {
  const [long, near, short] = [clip(7, 4), clip(6, 3.9), clip(2.5, 2.4)];
  assert.equal(compare.inStep([near, long, short]), long);
  assert.equal(near.playbackRate, 1.1);
  assert.deepEqual([short.paused, short.currentTime], [true, 2.5]);
});

test('a clip that waited begins again with the others', () => {
  const [long, short] = [clip(7, 0.1), clip(2.5, 2.5, true)];
  compare.inStep([long, short]);
  assert.equal(short.currentTime, 0.1);
  assert.equal(short.played, 1);
});

test('an address names at most four takes, each once', () => {
  assert.deepEqual(compare.pickedIn('?pick=A,B,A,,C,D,E'), ['A', 'B', 'C', 'D']);
  assert.deepEqual(compare.pickedIn('?status=kept'), []);
  assert.equal(compare.queryWith('?status=kept&pick=A', ['B', 'C']), '?status=kept&pick=B,C');
  assert.equal(compare.queryWith('?pick=A', []), '');
});
