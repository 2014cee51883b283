// Clips under one set of controls: in step with the longest.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const together = require('../../overrides/assets/js/instep.js');

/** A clip as far as the script sees one. */
function clip(duration, currentTime, paused = false) {
  const one = { duration, currentTime, paused, playbackRate: 1, played: 0 };
  one.pause = () => (one.paused = true);
  one.play = async () => ((one.paused = false), one.played++);
  return one;
}

test('a clip a little behind runs faster, one a little ahead slower, one far off jumps', () => {
  assert.deepEqual(together.mending(0.01), { rate: 1, jump: false });
  assert.deepEqual(together.mending(0.1), { rate: 1.2, jump: false });
  assert.deepEqual(together.mending(-0.1), { rate: 0.8, jump: false });
  assert.deepEqual(together.mending(-1), { rate: 1, jump: true });
});

test('clips follow the longest one, and a short one waits on its last frame', () => {
  const [long, near, short] = [clip(7, 4), clip(6, 3.9), clip(2.5, 2.4)];
  assert.equal(together.inStep([near, long, short]), long);
  assert.equal(near.playbackRate, 1.2);
  assert.deepEqual([short.paused, short.currentTime], [true, 2.5]);
});

test('a clip that waited begins again with the others', () => {
  const [long, short] = [clip(7, 0.1), clip(2.5, 2.5, true)];
  together.inStep([long, short]);
  assert.equal(short.currentTime, 0.1);
  assert.equal(short.played, 1);
});

/** A button, a range and a clock, as far as the conductor sees them; `tick` runs what waits for the next frame. */
function desk() {
  const heard = {};
  const due = [];
  const toggle = { addEventListener: (kind, act) => (heard[kind] = act), setAttribute: (_, value) => (toggle.pressed = value) };
  const range = { value: '0', addEventListener: (kind, act) => (heard[kind] = act) };
  const view = { requestAnimationFrame: (act) => due.push(act) };
  const tick = () => due.splice(0).forEach((act) => act());
  return { toggle, range, heard, due, tick, view };
}

/** A clip that is ready at once. */
function loaded(duration, currentTime = 0) {
  return Object.assign(clip(duration, currentTime, true), { readyState: 4 });
}

test('one button plays and stops every clip, and begins again from where the longest is', async () => {
  const { toggle, range, heard, tick, view } = desk();
  const [long, short] = [loaded(7), loaded(6)];
  await together.conductor({ toggle, range }, view).take([long, short]);
  tick();
  assert.deepEqual([long.paused, short.paused, toggle.pressed, range.max], [false, false, 'true', '7']);
  heard.click();
  tick();
  assert.deepEqual([long.paused, short.paused, toggle.pressed], [true, true, 'false']);
  [long.currentTime, short.currentTime] = [3, 2.9];
  heard.click();
  await new Promise((done) => setImmediate(done));
  assert.deepEqual([short.currentTime, short.paused], [3, false]);
});

/** Lets everything happen that waits for nothing but its turn. */
const turn = () => new Promise((done) => setImmediate(done));

test('from the end all begin again together, once every one of them is there', async () => {
  const { toggle, range, tick, view } = desk();
  const [long, short] = [loaded(7), loaded(6)];
  await together.conductor({ toggle, range }, view).take([long, short], { again: true });
  tick();
  Object.assign(long, { currentTime: 7, paused: true, ended: true });
  Object.assign(short, { currentTime: 6, paused: true, seeking: true });
  let arrive;
  short.addEventListener = (_, act) => (arrive = act);
  tick();
  await turn();
  assert.deepEqual([long.currentTime, short.currentTime, long.paused, short.paused], [0, 0, true, true]);
  assert.equal(toggle.pressed, 'true');
  long.ended = short.seeking = false;
  arrive();
  await turn();
  tick();
  assert.deepEqual([long.paused, short.paused, toggle.pressed], [false, false, 'true']);
});

test('who stops while they gather, or draws to the end what stands still, has stopped', async () => {
  const { toggle, range, heard, tick, view } = desk();
  const long = loaded(7);
  await together.conductor({ toggle, range }, view).take([long, loaded(6)], { again: true });
  tick();
  Object.assign(long, { currentTime: 7, paused: true, ended: true });
  tick();
  heard.click();
  await turn();
  tick();
  assert.deepEqual([long.currentTime, long.paused, toggle.pressed], [0, true, 'false']);
  range.value = '7';
  heard.input();
  tick();
  await turn();
  assert.deepEqual([long.currentTime, long.paused], [7, true]);
});

test('one range seeks every clip, a shorter one to its end', async () => {
  const { toggle, range, heard, tick, view } = desk();
  const [long, short] = [loaded(7), loaded(6)];
  await together.conductor({ toggle, range }, view).take([long, short], { plays: false, at: () => 2 });
  assert.deepEqual([long.currentTime, short.currentTime, long.paused], [2, 2, true]);
  range.value = '6.5';
  heard.input();
  tick();
  assert.deepEqual([long.currentTime, short.currentTime, range.value], [6.5, 6, '6.5']);
});

test('nothing is asked of the screen while the clips stand still, or are gone', async () => {
  const { toggle, range, heard, due, tick, view } = desk();
  const long = loaded(7);
  const desked = together.conductor({ toggle, range }, view);
  await desked.take([long, loaded(6)]);
  tick();
  assert.equal(due.length, 1);
  heard.click();
  tick();
  assert.equal(due.length, 0);
  desked.drop();
  heard.click();
  tick();
  assert.equal(long.paused, true);
});

test('a clip at its very end is waited for by nobody', () => {
  assert.equal(together.isReady({ readyState: 2, currentTime: 5, duration: 5 }), true);
  assert.equal(together.isReady({ readyState: 2, currentTime: 4, duration: 5 }), false);
  assert.equal(together.isReady({ readyState: 4, currentTime: 4, duration: 5, seeking: true }), false);
  assert.equal(together.isReady({ readyState: 0, error: {} }), true);
});
