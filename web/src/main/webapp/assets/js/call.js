/* One call: its timeline as a picture, the voices of its recording below it on the same time axis, the events as a list. */
import { say, el, svg, duration, knows, notice } from './format.js';
import { player } from './player.js';

const data = JSON.parse(document.getElementById('picture').textContent);
const whole = [data.started, Math.max(data.started + 1000, data.ended || Date.now(), ...data.events.map(event => event.at), ...data.recordings.map(tape => tape.started + (tape.durationMs || 0)))];
/* What the picture shows: the whole call, or only what was recorded when that is a small part of it. */
let [begin, end] = whole;
const place = document.getElementById('timeline');
const NAMES = 128, LANE = 36;

const laneOf = event => { const n = data.legs.findIndex(leg => leg.id === event.leg); return n < 0 ? 0 : n; };
/** The number that was rung, of an address such as sip:8002@10.0.0.7. */
const numberOf = party => (party || '').replace(/^sips?:/, '').replace(/[@;].*$/, '');
const legName = leg => leg.role === 'caller' ? say('role.caller') : leg.agent || [say('role.' + leg.role), leg.role === 'agent' ? '' : numberOf(leg.party)].filter(Boolean).join(' ');
const OF_A_PARTY = ['CONNECTION_CLEARED', 'ESTABLISHED', 'DELIVERED', 'HELD', 'RETRIEVED', 'CONFERENCED', 'TRANSFERRED', 'SUSPENDED', 'RESUMED', 'MOVED', 'MODE_CHANGED'];
const detail = event => [event.type === 'DIGITS_COLLECTED' ? event.digits : '', event.label || (event.type === 'NODE_ENTERED' ? event.node : ''), event.agent, event.queue,
  event.mode ? say('mode.' + event.mode) : '',
  event.cause ? (knows('cause.' + event.cause) ? say('cause.' + event.cause) : event.cause) : '', !event.agent && event.leg && data.legs[laneOf(event)] && OF_A_PARTY.includes(event.type) ? legName(data.legs[laneOf(event)]) : '']
  .filter(Boolean).join(' · ');

/** An agent's phone does not arrive, it is called. */
const named = event => say(event.type === 'SERVICE_INITIATED' && data.legs[laneOf(event)]?.role !== 'caller' ? event.moves ? 'event.movesTo' : event.role === 'colleague' ? 'event.consulted' : 'event.called' : 'event.' + event.type);

/** What a leg was doing: spans of [from, to, look]. */
function spans(leg) {
  const last = leg.ended || whole[1];
  const caller = leg.role === 'caller', found = [];
  let from = leg.started, look = caller ? 'ivr' : 'ring';
  const turn = (at, next) => { if (at > from) found.push([from, at, look]); from = at; look = next; };
  for (const event of data.events) {
    const role = data.legs[laneOf(event)]?.role, own = event.leg === leg.id;
    if (own && event.type === 'HELD') turn(event.at, 'hold');
    else if (own && event.type === 'RETRIEVED') turn(event.at, caller ? 'talk' : 'agent');
    else if (!caller) { if (own && event.type === 'ESTABLISHED') turn(event.at, 'agent'); }
    else if (event.type === 'QUEUED') turn(event.at, 'wait');
    else if (event.type === 'NODE_ENTERED') turn(event.at, look === 'wait' ? 'wait' : 'ivr');
    else if (event.type === 'ESTABLISHED' && role === 'agent' && look !== 'hold') turn(event.at, 'talk');
    else if (event.type === 'DIVERTED') turn(event.at, 'ivr');
    else if (event.type === 'CONNECTION_CLEARED' && role !== 'caller' && look === 'talk' && alone(event)) turn(event.at, 'ivr');
  }
  turn(last, 'ivr');
  return found.reduce((all, span) => { const before = all.at(-1); if (before && before[2] === span[2] && before[1] === span[0]) before[1] = span[1]; else all.push(span); return all; }, []);
}
/** Whether nobody but the caller is left when this party goes. */
const alone = event => data.legs.every(leg => leg.role === 'caller' || leg.id === event.leg || !leg.answered || leg.answered > event.at || leg.ended && leg.ended <= event.at);

let x = () => 0, width = 0;
function draw() {
  width = place.clientWidth - 48;
  const room = width - NAMES;
  x = at => NAMES + room * (at - begin) / (end - begin);
  const height = 24 + data.legs.length * LANE;
  const step = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800].find(s => (end - begin) / 1000 / s <= room / 72) || 3600;
  const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, height, role: 'img', 'aria-label': say('event.SERVICE_INITIATED') });
  for (let s = Math.ceil((begin - whole[0]) / 1000 / step) * step; whole[0] + s * 1000 <= end; s += step) {
    const at = x(whole[0] + s * 1000);
    picture.append(svg('line', { class: 'grid-line', x1: at, x2: at, y1: 18, y2: height }), text(at, 12, duration(s * 1000), s ? 'middle' : 'start'));
  }
  data.legs.forEach((leg, n) => {
    const y = 24 + n * LANE + 6;
    picture.append(text(0, y + 16, legName(leg), 'start', 'lane-name'));
    for (const [first, last, look] of spans(leg)) {
      const from = Math.max(first, begin), to = Math.min(last, end);
      if (to < from) continue;
      picture.append(svg('rect', { class: `span ${look}`, x: x(from), y, width: Math.max(2, x(to) - x(from)), height: 24 }, svg('title', {}, `${say('span.' + look)} ${duration(last - first)}`)));
    }
  });
  /* Events that would lie on each other are one mark, which tells them all. */
  const marks = [];
  data.events.forEach((event, n) => {
    if (!data.legs.length || event.at < begin || event.at > end) return;
    const lane = laneOf(event), at = x(event.at);
    const near = marks.find(mark => mark.lane === lane && Math.abs(mark.at - at) < 9);
    if (near) near.all.push([event, n]); else marks.push({ lane, at, all: [[event, n]] });
  });
  for (const { lane, at, all } of marks) {
    picture.append(svg('circle', { class: 'mark', cx: at, cy: 24 + lane * LANE + 18, r: all.length > 1 ? 5 : 4, 'data-n': all.map(([, n]) => n).join(' ') },
      svg('title', {}, all.map(([event]) => `${event.time} ${named(event)} ${detail(event)}`).join('\n'))));
  }
  place.replaceChildren(picture);
}
function text(at, y, words, anchor, cls) { const node = svg('text', { x: at, y, 'text-anchor': anchor, class: cls }); node.textContent = words.length > 16 ? words.slice(0, 15) + '…' : words; return node; }

document.getElementById('events').append(...data.events.map((event, n) => el('li', { 'data-n': n }, el('span', { class: 'num muted' }, event.time),
  el('span', {}, named(event)), el('span', { class: 'muted', title: detail(event) }, detail(event)))));
document.addEventListener('mouseover', event => {
  const n = event.target.closest?.('[data-n]')?.dataset.n;
  document.querySelectorAll('.lit').forEach(node => node.classList.remove('lit'));
  if (n !== undefined) for (const one of n.split(' ')) document.querySelectorAll(`[data-n~="${one}"]`).forEach(node => node.classList.add('lit'));
});

/* --- the recording --- */
const check = document.querySelector('[data-check]');
if (check) check.onclick = async () => {
  check.disabled = true;
  try {
    const answer = await fetch(check.dataset.check, { method: 'POST' });
    if (!answer.ok) throw new Error(answer.status);
    const states = Object.values(await answer.json()), bad = states.some(state => state !== 'INTACT');
    notice(say(bad ? 'call.check.bad' : states.length ? 'call.check.intact' : 'call.check.none'), bad);
  } catch { notice(say('call.check.failed'), true); }
  check.disabled = false;
};
const tapes = data.recordings.filter(tape => tape.durationMs);
const taped = tapes.length && [Math.min(...tapes.map(tape => tape.started)), Math.max(...tapes.map(tape => tape.started + tape.durationMs))];
if (taped && taped[1] - taped[0] < 0.8 * (whole[1] - whole[0])) {
  const zoom = el('button', { type: 'button', class: 'button quiet push', 'data-zoom': '' }, say('player.zoom'));
  zoom.onclick = () => { const close = begin !== taped[0]; [begin, end] = close ? taped : whole; zoom.textContent = say(close ? 'player.whole' : 'player.zoom'); redraw(); };
  document.getElementById('timeline-title').after(zoom);
}
draw();
const box = document.querySelector('[data-player]');
const heard = box && player(box, { data, x: at => x(at), legName, laneOf, named, detail, spans });
function redraw() { draw(); heard?.paint(); }
addEventListener('resize', redraw);
new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ['data-theme'] });
document.querySelector('[data-back]')?.addEventListener('click', event => { if (document.referrer.includes('/calls.xhtml')) { event.preventDefault(); history.back(); } });
