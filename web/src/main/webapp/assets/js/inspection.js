/* The SLEE from inside: what the router does and what is alive, asked again and again while the page is seen. */
import { say, el, svg, duration, clock, base, empty, patch, notice } from './format.js';
import { show as showActivity } from './inspection-detail.js';

const PACE = 2000, SPAN = 90;
const byId = id => document.getElementById(id);
const number = value => value.toLocaleString(document.documentElement.lang);
const short = name => name ? name.split('.').slice(-2).join('.') : '–';
const filter = byId('filter');
const rates = [];
let before = null, failed = false, round = 0;

async function ask(path, method = 'GET') {
  const answer = await fetch(`${base}/api/slee/${path}`, { method });
  if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).problem || answer.status);
  return answer.status === 204 ? null : answer.json();
}

function figure(id, value, note = '', level = '') {
  const box = byId('f-' + id);
  box.className = 'figure' + (level ? ' ' + level : '');
  box.children[1].textContent = value;
  box.children[2].textContent = note;
  box.children[2].title = note;
}

/** The rate needs two looks some time apart. */
function rate(router) {
  const now = performance.now();
  if (before && now - before.at < PACE / 2) return;
  if (before && router.delivered >= before.delivered) {
    rates.push((router.delivered - before.delivered) * 1000 / (now - before.at));
    if (rates.length > SPAN) rates.shift();
    figure('rate', number(Math.round(rates[rates.length - 1])), say('inspect.total', number(router.delivered)));
  }
  before = { delivered: router.delivered, at: now };
}

function figures(router) {
  const full = router.queueLength / router.queueLimit;
  figure('queue', number(router.queueLength), router.refused ? say('inspect.refused', number(router.refused)) : say('inspect.limit', number(router.queueLimit)), full > .8 ? 'alarm' : full > .2 ? 'warn' : '');
  figure('threads', `${router.busyThreads} / ${router.threads}`, router.waitingActivities ? say('inspect.waitForThread', number(router.waitingActivities)) : '', router.busyThreads >= router.threads ? 'warn' : '');
  figure('held', number(router.heldBackActivities), say('inspect.held.note'));
  const slow = router.handlers.reduce((sum, one) => sum + one.slow, 0), runs = router.handlers.reduce((sum, one) => sum + one.runs, 0);
  figure('slow', number(slow), say('inspect.ofRuns', number(runs)));
}

/** One curve over the last minutes, newest at the right; the scale is a round number that fits. */
function chart() {
  const box = byId('chart'), width = Math.max(320, box.clientWidth - 32), height = 168, left = 48, bottom = 20, top = 8;
  const most = Math.max(1, ...rates), step = 10 ** Math.floor(Math.log10(most)), high = Math.max(5, Math.ceil(most / step) * step);
  const x = n => left + (width - left) * (SPAN - rates.length + n) / (SPAN - 1), y = value => top + (height - bottom - top) * (1 - value / high);
  const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': say('inspect.chart') });
  for (const part of [0, .5, 1]) {
    picture.append(svg('line', { class: 'grid-line', x1: left, x2: width, y1: y(high * part), y2: y(high * part) }),
      svg('text', { x: left - 8, y: y(high * part) + 4, 'text-anchor': 'end' }, document.createTextNode(number(high * part))));
  }
  for (const minutes of [3, 2, 1]) {
    const at = left + (width - left) * (1 - minutes * 60000 / PACE / (SPAN - 1));
    if (at >= left - 12) picture.append(svg('text', { x: Math.max(left, at), y: height - 4 }, document.createTextNode(say('inspect.ago', minutes))));
  }
  picture.append(svg('text', { x: width, y: height - 4, 'text-anchor': 'end' }, document.createTextNode(say('inspect.now'))));
  if (rates.length > 1) {
    const line = rates.map((rate, n) => `${x(n).toFixed(1)} ${y(rate).toFixed(1)}`).join('L');
    picture.append(svg('path', { class: 'area', d: `M${x(0).toFixed(1)} ${y(0)}L${line}L${x(rates.length - 1).toFixed(1)} ${y(0)}Z` }), svg('path', { class: 'curve', d: 'M' + line }));
  }
  box.replaceChildren(picture);
}

const th = (key, right) => el('th', { class: right ? 'right' : null, scope: 'col' }, key ? say(key) : '');
const td = (value, cls) => el('td', { class: cls || null }, value);
const table = (heads, body) => el('table', { class: 'list' }, el('thead', {}, el('tr', {}, ...heads)), body);

/** Fills the body of a table that stays, so that it keeps where it was scrolled to. */
function rows(box, heads, entries, nothing) {
  if (!entries.length) { box.replaceChildren(nothing); return; }
  if (!box.querySelector('tbody')) box.replaceChildren(table(heads, el('tbody')));
  patch(box.querySelector('tbody'), entries);
}

function millis(value) {
  return value >= 10000 ? `${number(Math.round(value / 1000))} s` : `${number(Math.round(value))} ms`;
}

function handlers(list) {
  rows(byId('handlers'), [th('inspect.sbb'), th('inspect.event'), th('inspect.runs', true), th('inspect.totalTime', true), th('inspect.longest', true), th('inspect.slowRuns', true), th('inspect.lastSlow', true), th('inspect.rolledBack', true)],
    list.map(one => [`${one.service}/${one.sbb}/${one.event}`, JSON.stringify(one), () => el('tr', {},
      td(el('span', {}, one.sbb, ' ', one.service === one.sbb ? '' : el('small', {}, one.service))),
      el('td', { class: 'long', title: one.event }, short(one.event)), td(number(one.runs), 'right num'), td(millis(one.totalMillis), 'right num'),
      td(millis(one.maxMillis), 'right num' + (one.maxMillis >= 1000 ? ' alarm' : one.slow ? ' warn' : '')), td(number(one.slow), 'right num'),
      td(one.lastSlowAt ? clock(one.lastSlowAt) : '–', 'right num'), td(number(one.rolledBack), 'right num' + (one.rolledBack ? ' warn' : '')))]),
    empty(say('inspect.noHandlers'), say('inspect.noHandlers.text')));
}

function activityRow(one, reason) {
  return el('tr', { 'data-id': one.id }, td(el('button', { type: 'button', class: 'link-button' }, one.raEntity)), el('td', { class: 'long', title: one.handle }, one.handle),
    td(duration(one.ageMillis), 'right num'), td(duration(one.idleMillis), 'right num'), td(number(one.attached), 'right num'), td(number(one.names), 'right num'), td(number(one.timers), 'right num'),
    td(number(one.waitingEvents), 'right num' + (one.heldBack ? ' warn' : '')), el('td', { class: 'long', title: one.lastEvent || '' }, short(one.lastEvent)),
    td(reason ? say('inspect.reason.' + reason) : say('inspect.state.' + one.state)));
}

async function activities() {
  const asked = new URLSearchParams(new FormData(filter)), suspects = asked.get('show') === 'suspects', source = asked.get('raEntity');
  let list;
  const leaks = await ask(`leaks?limit=1000&olderThan=${asked.get('olderThan') === '0s' ? '1h' : asked.get('olderThan')}`);
  if (suspects) {
    list = leaks.oldest.filter(one => !source || one.activity.raEntity === source).map(one => [one.activity, one.reason]);
  } else {
    list = (await ask(`activities?limit=500&olderThan=${asked.get('olderThan')}${source ? '&raEntity=' + encodeURIComponent(source) : ''}`)).map(one => [one, null]);
  }
  const all = leaks.groups.reduce((sum, group) => sum + group.count, 0);
  figure('suspects', number(all), leaks.groups.map(group => `${group.raEntity} ${group.count}`).join(' · ') || say('inspect.quietFor', duration(leaks.idleMillis)), all ? 'warn' : '');
  byId('activities-count').textContent = list.length ? number(list.length) : '';
  byId('activities').dataset.show === String(suspects) || byId('activities').replaceChildren();
  byId('activities').dataset.show = String(suspects);
  rows(byId('activities'), [th('inspect.source'), th('inspect.handle'), th('inspect.age', true), th('inspect.idle', true), th('inspect.attached', true), th('inspect.names', true), th('inspect.timers', true), th('inspect.waiting', true), th('inspect.lastEvent'), th(suspects ? 'inspect.reason' : 'inspect.state')],
    list.map(([one, reason]) => [String(one.id), JSON.stringify(one) + reason, () => activityRow(one, reason)]),
    empty(say(suspects ? 'inspect.noSuspects' : 'inspect.noActivities'), say(suspects ? 'inspect.noSuspects.text' : 'inspect.noActivities.text')));
}

/** The filter lives in the address, so that a view can be sent to a colleague. */
function remember() {
  const set = [...new FormData(filter)].filter(([name, value]) => value && value !== '0s' && value !== 'all');
  history.replaceState(null, '', set.length ? '?' + new URLSearchParams(set) : location.pathname);
}

async function sources() {
  for (const name of await ask('sources')) byId('raEntity').append(el('option', { value: name }, name));
  for (const [name, value] of new URLSearchParams(location.search)) if (filter.elements[name]) filter.elements[name].value = value;
}

async function look() {
  if (document.hidden) return;
  try {
    const router = await ask('router');
    rate(router); figures(router); chart(); handlers(router.handlers);
    if (round++ % 3 === 0) await activities();
    failed = false;
  } catch (problem) {
    if (!failed) notice(say('inspect.failed', problem.message), true);
    failed = true;
  }
}

filter.addEventListener('change', () => { remember(); round = 0; look(); });
byId('activities').addEventListener('click', event => {
  const row = event.target.closest('tr[data-id]');
  if (row && !getSelection().toString()) showActivity(row.dataset.id, ask);
});
sources().catch(problem => notice(say('inspect.failed', problem.message), true)).then(look);
setInterval(look, PACE);
document.addEventListener('visibilitychange', look);
