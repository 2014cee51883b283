// The address of a moment of the film.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const moment = require('../../overrides/assets/js/moment.js');

test('a time is written in seconds or as a clock shows it', () => {
  const asked = (said) => moment.timeAsked(`?t=${said}`);
  assert.deepEqual(['12.5', '0', '1:02', '1:02:03.5', '90'].map(asked), [12.5, 0, 62, 3723.5, 90]);
});

test('what is no time asks for nothing', () => {
  for (const search of ['', '?', '?t=', '?t=-3', '?t=1e9', '?t=Infinity', '?t=1:2:3:4', '?t=%3Cb%3E', '?s=4']) {
    assert.equal(moment.timeAsked(search), null, search);
  }
});

test('a search keeps what others wrote into it, letter by letter', () => {
  assert.equal(moment.searchAt('?kiosk=1&q=%E5%85%89', 18.456), '?kiosk=1&q=%E5%85%89&t=18.46');
  assert.equal(moment.searchAt('?t=3&play&kiosk=1', 5), '?kiosk=1&t=5');
  assert.equal(moment.searchAt('?t=3', 0), '');
  assert.equal(moment.searchAt('?take=1', 4, true), '?take=1&t=4&play', 'only whole names are ours');
  assert.equal(moment.isPlayAsked('?t=4&play'), true);
  assert.equal(moment.isPlayAsked('?t=4'), false);
});

test('every time that is written is read again', () => {
  for (let n = 0; n < 4000; n += 7) {
    const seconds = n / 24;
    assert.ok(Math.abs((moment.timeAsked(moment.searchAt('', seconds)) ?? 0) - seconds) <= 0.0051);
  }
});

test('a hash names an id; one that is no name names none', () => {
  assert.equal(moment.idIn('#LC-P002%402'), 'LC-P002@2');
  assert.equal(moment.idIn('#%E0%A4'), '');
  assert.equal(moment.idIn(''), '');
});

test('from a folder the public address is handed on, from a server its own', () => {
  const at = (href) => ({ href, protocol: new URL(href).protocol });
  const canonical = 'https://a.example/films/one/';
  assert.equal(moment.pageAddress(at('file:///x/films/one/index.html?t=3#a'), canonical), canonical);
  assert.equal(moment.pageAddress(at('file:///x/films/one/index.html?t=3#a'), null), 'file:///x/films/one/index.html');
  assert.equal(moment.pageAddress(at('http://127.0.0.1:8000/films/one/index.html#a'), canonical), 'http://127.0.0.1:8000/films/one/');
});

/** A film in a window, both made of plain objects. */
function opened({ follows = true, search = '', hash = '' } = {}) {
  const listeners = {};
  const written = [];
  const waiting = [];
  const time = { textContent: '' };
  const attributes = {};
  const video = { currentTime: 0, paused: true, ended: false, addEventListener: (name, on) => (listeners[name] = on) };
  const button = { setAttribute: (name, value) => (attributes[name] = value), querySelector: () => time };
  const film = {
    button,
    address: 'https://a.example/films/one/',
    anchorAt: (seconds) => (seconds < 10 ? 'shot-A' : ''),
    isFollowing: () => follows,
  };
  const view = {
    location: { pathname: '/x/', search, hash },
    history: { state: null, replaceState: (state, title, address) => written.push(address) },
    later: (then) => waiting.push(then),
    notLater: () => waiting.splice(0),
  };
  const kept = moment.keepMoment(video, film, view);
  const settle = () => waiting.splice(0).forEach((then) => then());
  return { video, kept, written, settle, attributes, time, send: (name) => listeners[name]() };
}

test('the address follows where the film stands still, once for a row of steps', () => {
  const { video, send, settle, written } = opened({ search: '?kiosk=1' });
  for (const seconds of [4, 4.04, 4.08]) {
    video.currentTime = seconds;
    send('seeked');
  }
  assert.deepEqual(written, []);
  settle();
  assert.deepEqual(written, ['/x/?kiosk=1&t=4.08#shot-A']);
});

test('while the film plays the address rests', () => {
  const { video, send, settle, written } = opened();
  video.paused = false;
  video.currentTime = 4;
  for (const name of ['timeupdate', 'seeked']) send(name);
  settle();
  assert.deepEqual(written, []);
  video.paused = true;
  send('pause');
  video.paused = false;
  settle();
  assert.deepEqual(written, [], 'it went on at once');
});

test('at its end, and at its beginning, the film has the address of the page', () => {
  const { video, send, settle, written } = opened({ search: '?t=4' });
  Object.assign(video, { currentTime: 20, ended: true });
  send('pause');
  settle();
  Object.assign(video, { currentTime: 0, ended: false });
  send('seeked');
  settle();
  assert.deepEqual(written, ['/x/', '/x/']);
});

test('the button bears the address of the moment on screen, also while the film plays', () => {
  const { video, send, attributes, time } = opened({ search: '?kiosk=1' });
  assert.equal(attributes['data-copy-text'], 'https://a.example/films/one/#shot-A');
  Object.assign(video, { currentTime: 8.5, paused: false });
  send('timeupdate');
  assert.equal(attributes['data-copy-text'], 'https://a.example/films/one/?t=8.5#shot-A');
  assert.equal(time.textContent, '0:08');
  video.currentTime = 75;
  send('timeupdate');
  assert.equal(attributes['data-copy-text'], 'https://a.example/films/one/?t=75', 'no shot is on screen');
});

test('the switch of the language takes along shot, time, and that the film plays', () => {
  const { video, kept } = opened();
  const untouched = { search: '?a', hash: '#about-h' };
  kept.tell(untouched);
  assert.deepEqual(untouched, { search: '?a', hash: '#about-h' }, 'a film that nobody started has no say');
  Object.assign(video, { currentTime: 4.5, paused: false });
  const place = { search: '', hash: '' };
  kept.tell(place);
  assert.deepEqual(place, { search: '?t=4.5&play', hash: '#shot-A' });
});

test('who reads elsewhere stays there in the other language, and the film where it was', () => {
  const { video, kept } = opened({ follows: false });
  video.currentTime = 4.5;
  const place = { search: '', hash: '#shot-F' };
  kept.tell(place);
  assert.deepEqual(place, { search: '?t=4.5', hash: '#shot-F' });
});
