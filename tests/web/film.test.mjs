// The film beside its record, on a page made of plain objects.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const film = require('../../overrides/assets/js/film.js');

const MOMENTS = [
  { anchor: 'shot-A', start: 0, end: 4 },
  { anchor: 'shot-B', start: 4, end: 10 },
  { anchor: 'shot-A', start: 12, end: 15 },
];

test('the moment on screen is the one that has begun and not ended', () => {
  assert.equal(film.momentAt(MOMENTS, 0), 0);
  assert.equal(film.momentAt(MOMENTS, 3.9), 0);
  assert.equal(film.momentAt(MOMENTS, 3.99), 1, 'a seek lands a little early');
  assert.equal(film.momentAt(MOMENTS, 9.5), 1);
});

test('between shots and after the last one no moment is on screen', () => {
  assert.equal(film.momentAt(MOMENTS, 11), -1);
  assert.equal(film.momentAt(MOMENTS, 20), -1);
  assert.equal(film.momentAt([], 0), -1);
});

test('a step leads to the next shot, to the start of this one, or to the one before', () => {
  assert.equal(film.stepFrom(MOMENTS, 1, 1), 4);
  assert.equal(film.stepFrom(MOMENTS, 13, 1), 13, 'there is no next shot');
  assert.equal(film.stepFrom(MOMENTS, 8, -1), 4);
  assert.equal(film.stepFrom(MOMENTS, 4.2, -1), 0);
  assert.equal(film.stepFrom(MOMENTS, 0.5, -1), 0);
});

/** An element as far as the script needs one. */
class Element {
  constructor(attributes = {}) {
    this.attributes = { ...attributes };
    this.id = attributes.id;
    this.listeners = {};
    this.brought = 0;
  }
  getAttribute(name) {
    return this.attributes[name] ?? null;
  }
  setAttribute(name, value) {
    this.attributes[name] = value;
  }
  removeAttribute(name) {
    delete this.attributes[name];
  }
  addEventListener(name, listener) {
    (this.listeners[name] ??= []).push(listener);
  }
  send(name, event = {}) {
    const sent = { prevented: false, preventDefault: () => (sent.prevented = true), target: this, ...event };
    for (const listener of this.listeners[name] ?? []) listener(sent);
    return sent;
  }
  scrollIntoView() {
    this.brought += 1;
  }
  closest() {
    return null;
  }
}

function page() {
  const video = new Element();
  video.currentTime = 0;
  const parts = {
    '[data-player]': [video],
    '[data-follow]': [new Element({ 'aria-pressed': 'true' })],
    '[data-playhead]': [new Element()],
    '[data-shot]': MOMENTS.map((moment) => new Element({ 'data-shot': moment.anchor, 'data-at': String(moment.start) })),
    '[data-record]': [new Element({ id: 'shot-A' }), new Element({ id: 'shot-B' })],
    '[data-step]': [new Element({ 'data-step': '-1' }), new Element({ 'data-step': '1' })],
  };
  const place = { querySelector: (what) => parts[what][0] ?? null, querySelectorAll: (what) => parts[what] };
  const following = film.followFilm(place, { seconds: 20, moments: MOMENTS }, { calm: true });
  return { video, following, cells: parts['[data-shot]'], records: parts['[data-record]'], parts };
}

test('as the film plays, the shot on screen is marked and its record is brought', () => {
  const { video, cells, records, parts } = page();
  video.currentTime = 5;
  video.send('timeupdate');
  assert.deepEqual(cells.map((cell) => cell.getAttribute('aria-current')), [null, 'true', null]);
  assert.deepEqual(records.map((record) => record.getAttribute('data-current')), [null, 'true']);
  assert.equal(records[1].brought, 1);
  assert.equal(parts['[data-playhead]'][0].getAttribute('x1'), '25.000%');
  video.currentTime = 6;
  video.send('timeupdate');
  assert.equal(records[1].brought, 1, 'a record is brought once, not at every tick');
});

test('a shot that is used twice has one record and two places in the strip', () => {
  const { video, cells, records } = page();
  video.currentTime = 13;
  video.send('timeupdate');
  assert.deepEqual(cells.map((cell) => cell.getAttribute('aria-current')), [null, null, 'true']);
  assert.deepEqual(records.map((record) => record.getAttribute('data-current')), ['true', null]);
});

test('where no shot is on screen nothing is marked', () => {
  const { video, cells, records } = page();
  video.currentTime = 11;
  video.send('timeupdate');
  assert.deepEqual([...cells, ...records].map((one) => one.getAttribute('aria-current') ?? one.getAttribute('data-current')), [
    null, null, null, null, null,
  ]);
});

test('a visitor who scrolls is left alone until the button is pressed', () => {
  const { video, following, records, parts } = page();
  following.moved({ target: new Element() });
  video.currentTime = 5;
  video.send('timeupdate');
  assert.equal(records[1].brought, 0);
  assert.equal(records[1].getAttribute('data-current'), 'true', 'the mark still follows');
  const button = parts['[data-follow]'][0];
  assert.equal(button.getAttribute('aria-pressed'), 'false');
  button.send('click');
  assert.equal(button.getAttribute('aria-pressed'), 'true');
  assert.equal(records[1].brought, 1);
});

test('only keys that scroll the page stop the following, and not on the player', () => {
  const { following } = page();
  following.moved({ target: new Element(), key: 'a' });
  following.moved({ target: { closest: () => ({}) }, key: ' ' });
  assert.equal(following.isFollowing(), true);
  following.moved({ target: new Element(), key: 'PageDown' });
  assert.equal(following.isFollowing(), false);
});

test('a cell of the strip takes the film to its shot; with a key held it stays a link', () => {
  const { video, cells, records } = page();
  assert.equal(cells[1].send('click', { ctrlKey: true }).prevented, false);
  assert.equal(video.currentTime, 0);
  assert.equal(cells[1].send('click').prevented, true);
  assert.ok(video.currentTime >= 4 && video.currentTime < 4.1);
  assert.ok(records[1].brought > 0);
});

test('step buttons move by whole shots', () => {
  const { video, parts } = page();
  const [back, on] = parts['[data-step]'];
  on.send('click');
  assert.ok(video.currentTime >= 4 && video.currentTime < 4.1);
  video.currentTime = 9;
  back.send('click');
  assert.ok(video.currentTime >= 4 && video.currentTime < 4.1);
});

test('an address opens the film at its time, its shot, or a place in the record of a shot', () => {
  const { video, following, records } = page();
  const [, second] = records;
  second.closest = () => second;
  const inside = { closest: () => second };
  following.open({ time: 5.5, place: second });
  assert.deepEqual([video.currentTime, following.isFollowing()], [5.5, true]);
  following.open({ time: null, place: second });
  assert.ok(video.currentTime >= 4 && video.currentTime < 4.1, 'a shot alone begins at its first frame');
  following.open({ time: null, place: inside });
  assert.equal(following.isFollowing(), false, 'who asks for one revision wants to stay there');
  following.open({ time: 13, place: null });
  assert.deepEqual([video.currentTime, following.isFollowing()], [13, true]);
  following.open({ time: null, place: null });
  assert.equal(video.currentTime, 13, 'an address that asks for nothing moves nothing');
});

test('an address whose place is not the shot on screen leaves the page where the visitor had gone', () => {
  const { video, following, records } = page();
  records[0].closest = () => records[0];
  following.open({ time: 5, place: records[0] });
  assert.deepEqual([video.currentTime, following.isFollowing(), records[1].brought], [5, false, 0]);
});

test('who reads a record, opens or touches it is left alone', () => {
  for (const kind of ['pointerdown', 'focusin']) {
    const { following, records } = page();
    records[1].send(kind);
    assert.equal(following.isFollowing(), false);
  }
});

test('the film covers what passes under it, not what passes beside it', () => {
  const film_ = { left: 0, right: 800, height: 450 };
  assert.equal(film.coveredBy(film_, { left: 830, right: 1400 }), 0);
  assert.equal(film.coveredBy(film_, { left: 10, right: 790 }), 450);
});

test('captions are shown in one language, or none, and the buttons say which', () => {
  const tracks = ['zh', 'en', 'en'].map((language) => ({ language, mode: 'disabled' }));
  tracks[0].mode = 'showing';
  const changed = [];
  const list = Object.assign([...tracks], { addEventListener: (name, listener) => changed.push(listener) });
  const buttons = ['', 'zh', 'en'].map((lang) => new Element({ 'data-captions': lang }));
  const pressed = () => buttons.map((button) => button.getAttribute('aria-pressed'));
  film.chooseCaptions({ textTracks: list }, buttons);
  assert.deepEqual(pressed(), ['false', 'true', 'false']);
  buttons[2].send('click');
  assert.deepEqual(tracks.map((track) => track.mode), ['disabled', 'showing', 'disabled']);
  assert.deepEqual(pressed(), ['false', 'false', 'true']);
  buttons[0].send('click');
  assert.deepEqual(tracks.map((track) => track.mode), ['disabled', 'disabled', 'disabled']);
  assert.deepEqual(pressed(), ['true', 'false', 'false']);
  tracks[0].mode = 'showing';
  changed.forEach((listener) => listener());
  assert.deepEqual(pressed(), ['false', 'true', 'false'], "the player's own menu is heard");
});
