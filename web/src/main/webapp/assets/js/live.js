/* The live view: figures, queues with who waits, calls with their legs, agents by state. */
import { supervises, say, el, reasonOf, icon, since, duration, serverNow, patch, empty, base, LOOK, STAGE_LOOK, LEG_LOOK, roleOf, stageWord, legWord } from './format.js';
import { board, onChange } from './line.js';
import { shownState } from './shown-state.js';
import { supervision } from './call-control.js';
import { supervising } from './supervising.js';

/* With nobody to supervise there is nothing to press on this page: the keyboard scrolls it. */
document.getElementById('content').tabIndex = 0;

const MOST = 200;
const byId = id => document.getElementById(id);
const name = id => { const agent = board.agents.get(id); return agent ? `${agent.job} ${agent.name}`.trim() : id; };
const link = id => `${base}/call.xhtml?id=${encodeURIComponent(id)}`;

function figure(id, value, note, level) {
  const box = byId('f-' + id);
  box.className = 'figure' + (level ? ' ' + level : '');
  const [, number, small] = box.children;
  if (number.textContent !== String(value)) number.textContent = value;
  if (small.textContent !== note) small.textContent = note;
}

function figures() {
  const calls = [...board.calls.values()], agents = [...board.agents.values()], queues = [...board.queues.values()];
  const waiting = queues.flatMap(queue => queue.waiting);
  const longest = waiting.length ? Math.min(...waiting.map(row => row.since)) : 0;
  const longestMs = longest ? serverNow() - longest : 0;
  const idle = agents.filter(agent => agent.state === 'IDLE').length;
  const signedIn = agents.filter(agent => agent.state !== 'SIGNED_OUT').length;
  const sum = field => queues.reduce((total, queue) => total + queue[field], 0);
  const counted = sum('answered') + sum('abandoned');
  figure('waiting', waiting.length, waiting.length && !idle ? say('live.nobodyFree') : '', waiting.length && !signedIn ? 'over' : waiting.length && !idle ? 'warn' : '');
  figure('longest', waiting.length ? duration(longestMs) : '–', waiting.length ? say('live.target') : '', longestMs > 60000 ? 'over' : longestMs > 20000 ? 'warn' : '');
  figure('ivr', calls.filter(call => call.stage === 'IVR' || call.stage === 'SETUP').length, '');
  figure('talking', calls.filter(call => call.stage === 'TALKING' || call.stage === 'ON_HOLD').length,
    say('live.ringingNow', calls.filter(call => call.stage === 'RINGING').length));
  figure('available', idle, say('live.ofSignedIn', signedIn), signedIn && !idle ? 'warn' : '');
  const level = counted ? Math.round(100 * sum('withinTarget') / counted) : null;
  figure('level', level === null ? '–' : `${level} %`, level === null ? say('live.noneYet') : say('live.ofCalls', counted), level !== null && level < 60 ? 'over' : level !== null && level < 80 ? 'warn' : '');
}

function datum(label, value, level) {
  return el('div', { class: 'datum' + (level ? ' ' + level : '') }, el('b', { class: 'num' }, value), el('span', {}, label));
}

function queueHead(queue) {
  const first = queue.waiting[0];
  return el('div', { class: 'queue-head' },
    el('span', { class: 'queue-name' }, queue.name),
    datum(say('live.q.waiting'), String(queue.waiting.length), queue.waiting.length && !queue.idle ? 'warn' : ''),
    datum(say('live.q.longest'), first ? since(first.since) : '–'),
    datum(say('live.q.agents'), `${queue.idle} / ${queue.signedIn}`, queue.signedIn ? '' : 'warn'),
    datum(say('live.q.answered'), String(queue.answered)),
    datum(say('live.q.abandoned'), String(queue.abandoned)));
}

function waitingRow(row, place) {
  return el('a', { class: 'waiting-row', href: link(row.call), 'data-call': row.call }, el('span', { class: 'place num' }, String(place)),
    el('b', { class: 'num' }, row.from || say('live.withheld')), el('span', { class: 'muted' }, row.node), since(row.since));
}

/** Rows are kept while others come and go, so that the list stays where it was scrolled to. */
function queues() {
  const all = [...board.queues.values()];
  patch(byId('queues'), all.length ? all.map(queue => [queue.id, 'queue', () => el('div', { class: 'queue' }, el('div', {}), el('div', { class: 'waiting', tabindex: 0, 'aria-label': queue.name }))])
    : [['empty', '', () => empty(say('live.noQueues'), say('live.noQueues.text'))]]);
  for (const box of byId('queues').children) {
    const queue = board.queues.get(box.dataset.key);
    if (!queue) continue;
    const [head, list] = box.children;
    patch(head, [['head', JSON.stringify(queue), () => queueHead(queue)]]);
    list.hidden = !queue.waiting.length;
    patch(list, queue.waiting.slice(0, MOST).map((row, n) => [row.call, `${n} ${row.node}`, () => waitingRow(row, n + 1)]));
  }
}

function leg(one) {
  const gone = one.state === 'NULL' || one.ended;
  return el('span', { class: `leg ${gone ? 'gone is-away' : one.suspended ? 'is-lost' : LEG_LOOK[one.state]}` }, el('i'),
    el('span', {}, one.role === 'supervisor' || one.name ? [say('role.supervisor'), one.name].filter(Boolean).join(' ') : one.agent ? name(one.agent) : say('role.' + roleOf(one))), el('em', {}, gone ? say('leg.gone') : legWord(one)));
}

function callRow(call) {
  const queue = board.queues.get(call.queue);
  const where = call.stage === 'WAITING' || call.stage === 'RINGING' ? queue?.name || call.node : call.stage === 'IVR' ? call.node : queue?.name || call.node;
  const row = el('a', { class: 'call-row', href: link(call.id), 'data-call': call.id },
    el('span', { class: 'who-calls' }, el('b', { class: 'num' }, call.from || say('live.withheld')), el('span', { class: 'num' }, '→ ' + call.to)),
    el('span', {}, el('span', { class: `chip ${STAGE_LOOK[call.stage]}` }, stageWord(call), since(call.since))),
    el('span', { class: 'where' }, where || ''),
    el('span', { class: 'legs' }, ...call.legs.map(leg)),
    since(call.started, 'total num'));
  return el('div', { class: 'call-line' }, row, supervises && ['TALKING', 'ON_HOLD'].includes(call.stage) ? supervision(call) : null);
}

function calls() {
  const all = [...board.calls.values()];
  byId('calls-count').textContent = all.length || '';
  const rows = all.slice(0, MOST).map(call => [call.id, JSON.stringify(call), () => callRow(call)]);
  if (!all.length) rows.push(['empty', '', () => empty(say('live.noCalls'), say('live.noCalls.text'))]);
  if (all.length > MOST) rows.push(['more', String(all.length), () => el('p', { class: 'more' }, say('live.more', all.length - MOST))]);
  patch(byId('calls'), rows);
}

const ORDER = ['OFFERED', 'TALKING', 'WRAP_UP', 'IDLE', 'LOST', 'BUSY', 'REST', 'SIGNED_OUT'];
function tile(agent) {
  const call = agent.call && board.calls.get(agent.call);
  if (agent.state === 'SIGNED_OUT') return el('div', { class: 'tile slim' }, el('b', {}, agent.name || agent.id), el('span', { class: 'num' }, agent.name === agent.job ? '' : agent.job));
  const second = call ? call.from : agent.state === 'BUSY' || agent.state === 'REST' || agent.state === 'LOST' ? reasonOf(agent) : agent.name === agent.job ? agent.phone : agent.job;
  return el(call ? 'a' : 'div', { class: 'tile', href: call ? link(call.id) : null, title: `${agent.job} ${agent.name} · ${say('state.' + shownState(agent))}`, 'data-agent': agent.id },
    el('b', {}, agent.name || agent.id), since(agent.since), el('span', { class: 'num' }, second || ''));
}

function agents() {
  const all = [...board.agents.values()];
  byId('agents-count').textContent = all.length || '';
  if (!all.length) { patch(byId('agents'), [['empty', '', () => empty(say('live.noAgents'), say('live.noAgents.text'))]]); return; }
  patch(byId('agents'), ORDER.map(state => [state, all.filter(agent => shownState(agent) === state)]).filter(([, list]) => list.length).map(([state, list]) => {
    const signature = JSON.stringify(list) + list.map(agent => board.calls.get(agent.call)?.from || '').join();
    return [state, signature, () => el('section', { class: `agent-group ${LOOK[state]}` },
      el('h3', {}, icon('s-' + state), say('state.' + state), el('span', { class: 'count' }, String(list.length))), el('div', { class: 'tiles' }, ...list.map(tile)))];
  }));
}

let drawing = false;
onChange(() => {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => { drawing = false; supervising(); queues(); calls(); agents(); figures(); });
});
setInterval(() => { if (board.ready) figures(); }, 500);
