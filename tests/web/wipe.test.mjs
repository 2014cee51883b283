// The handle between two pictures: where a finger takes it, and what it says.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const wipe = require('../../overrides/assets/js/wipe.js');

/** A wipe of 400 pixels from x = 100, as far as the script sees one. */
function laid() {
  const heard = {};
  const said = {};
  const range = {
    value: '50',
    dataset: { name: 'Storyboard' },
    setAttribute: (name, value) => (said[name] = value),
    addEventListener: (kind, act) => (heard[kind] = act),
  };
  const box = {
    style: { setProperty: (name, value) => (said[name] = value) },
    getBoundingClientRect: () => ({ left: 100, width: 400 }),
  };
  wipe.laidOver(box, range);
  const finger = (kind, clientX, clientY = 0, pointerType = 'touch') =>
    heard[kind]({ pointerId: 1, pointerType, clientX, clientY });
  return { range, said, finger, heard };
}

test('the place of a pointer is a share of the picture, and never outside it', () => {
  assert.equal(wipe.shareAt(300, { left: 100, width: 400 }), 50);
  assert.equal(wipe.shareAt(0, { left: 100, width: 400 }), 0);
  assert.equal(wipe.shareAt(900, { left: 100, width: 400 }), 100);
  assert.equal(wipe.shareAt(5, { left: 0, width: 0 }), 50);
});

test('the line stands where the range stands, and says how much of which picture is seen', () => {
  const { range, said, heard } = laid();
  assert.deepEqual(said, { '--wipe': '50.00%', 'aria-valuetext': 'Storyboard 50 %' });
  range.value = '12.5';
  heard.input();
  assert.deepEqual(said, { '--wipe': '12.50%', 'aria-valuetext': 'Storyboard 13 %' });
});

test('a finger draws the line along, and a tap puts it there', () => {
  const { range, finger } = laid();
  finger('pointerdown', 300);
  finger('pointermove', 303);
  assert.equal(range.value, '50', 'a tremble is no way');
  finger('pointermove', 380);
  assert.equal(range.value, '70');
  finger('pointerup', 400);
  assert.equal(range.value, '75');
  finger('pointerdown', 140);
  finger('pointerup', 140);
  assert.equal(range.value, '10');
});

test('a finger that goes up or down scrolls the page and leaves the line', () => {
  const { range, finger } = laid();
  finger('pointerdown', 140, 0);
  finger('pointermove', 142, 30);
  finger('pointermove', 400, 60);
  assert.equal(range.value, '50');
  range.value = '10'; // what the range itself made of the first touch
  finger('pointercancel', 400, 60);
  assert.equal(range.value, '50');
});

test('a mouse is left to the range', () => {
  const { range, finger } = laid();
  finger('pointerdown', 140, 0, 'mouse');
  finger('pointermove', 400, 0, 'mouse');
  assert.equal(range.value, '50');
});
