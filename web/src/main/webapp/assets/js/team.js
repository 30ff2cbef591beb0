/* The supervisor's page: agents as tiles by state, filters, totals; one agent in detail beside them. */
import { say, el, icon, since, patch, empty, reasonOf, base, LOOK, customerOf } from './format.js';
import { board, onChange } from './line.js';
import { shownState, nextWords } from './shown-state.js';
import { supervising } from './supervising.js';
import { agentPanel } from './team-agent.js';
import { queuePanel } from './team-queues.js';
import { soundOn, setSound } from './alarms.js';
import './services.js';

const ORDER = ['TALKING', 'OFFERED', 'WRAP_UP', 'IDLE', 'LOST', 'BUSY', 'REST', 'SIGNED_OUT'];
const byId = id => document.getElementById(id);
/* The filter stands in the address, so that a view can be sent to a colleague. */
const filter = Object.fromEntries(['queue', 'state', 'name', 'agent'].map(name => [name, new URLSearchParams(location.search).get(name) || '']));
let members = null;

function keep() {
  const asked = new URLSearchParams(Object.entries(filter).filter(([, value]) => value));
  history.replaceState(null, '', location.pathname + (asked.size ? '?' + asked : ''));
}
export function choose(changes) { Object.assign(filter, changes); keep(); draw(); }

async function learnMembers() {
  try {
    const answer = await fetch(`${base}/team/members`, { cache: 'no-store' });
    if (answer.ok) { members = await answer.json(); draw(); }
  } catch { /* The line says that the server is away; the next change of the set-up asks again. */ }
}

/** The agents of the team, but for the filter by state. */
function team() {
  const name = filter.name.trim().toLowerCase();
  return [...board.agents.values()].filter(agent => members?.[agent.id] && (!filter.queue || members[agent.id].includes(filter.queue))
    && (!name || [agent.name, agent.job, agent.phone].some(text => (text || '').toLowerCase().includes(name))));
}

function states(all) {
  const count = state => all.filter(agent => shownState(agent) === state).length;
  const chip = (state, look, words, number) => [state || 'all', JSON.stringify([number, filter.state === state]), () => el('button', { type: 'button', class: `chip ${look}`, 'data-state': state || 'all', 'aria-pressed': String(filter.state === state),
    onclick: () => choose({ state: filter.state === state ? '' : state }) }, state ? icon('s-' + state) : null, words, ' ', el('b', { class: 'num' }, String(number)))];
  patch(byId('team-states'), [chip('', 'is-away', say('team.all'), all.length), ...ORDER.filter(state => count(state) || filter.state === state).map(state => chip(state, LOOK[state], say('state.' + state), count(state)))]);
}

function tile(agent) {
  const call = agent.call && board.calls.get(agent.call);
  const watched = call?.legs.some(leg => leg.role === 'supervisor' && !leg.ended && leg.state !== 'NULL');
  const second = call ? customerOf(call) || say('live.withheld') : (['BUSY', 'REST', 'LOST'].includes(agent.state) ? reasonOf(agent) : '') || (agent.name === agent.job ? agent.phone : agent.job);
  return el('button', { type: 'button', class: `tile ${LOOK[shownState(agent)]}${agent.state === 'SIGNED_OUT' ? ' slim' : ''}`, 'data-agent': agent.id, 'aria-pressed': String(filter.agent === agent.id),
    title: `${agent.job} ${agent.name} · ${say('state.' + shownState(agent))}${agent.next ? ` · ${nextWords(agent)}` : ''}`, onclick: event => open(agent.id, event.detail === 0) },
    el('b', {}, agent.name || agent.id), agent.state === 'SIGNED_OUT' ? el('span', { class: 'num' }, agent.name === agent.job ? '' : agent.job) : since(agent.since),
    agent.state === 'SIGNED_OUT' ? null : el('span', { class: 'num' }, second || ' ', watched ? icon('listen', true) : ''));
}

function tiles(all) {
  const shown = all.filter(agent => !filter.state || shownState(agent) === filter.state);
  if (!shown.length) {
    const none = members && !Object.keys(members).length;
    patch(byId('team-tiles'), members ? [['empty', String(none), () => empty(say(none ? 'team.empty' : 'team.none'), say(none ? 'team.empty.text' : 'team.none.text'))]] : []);
    return;
  }
  patch(byId('team-tiles'), ORDER.filter(state => shown.some(agent => shownState(agent) === state)).map(state => [state, 'group', () => el('section', { class: `agent-group ${LOOK[state]}` },
    el('h3', {}, icon('s-' + state), say('state.' + state), el('span', { class: 'count' })), el('div', { class: 'tiles' }))]));
  for (const group of byId('team-tiles').children) {
    const list = shown.filter(agent => shownState(agent) === group.dataset.key);
    group.querySelector('.count').textContent = list.length;
    patch(group.lastChild, list.map(agent => [agent.id, JSON.stringify([agent, filter.agent === agent.id, agent.call && board.calls.get(agent.call)?.from, board.calls.get(agent.call)?.legs.length]), () => tile(agent)]));
  }
}

/** Opens an agent or, pressed again, closes; who does it by keyboard goes on in there: between the tile and it are all the others. */
function open(id, byKey) {
  choose({ agent: filter.agent === id ? '' : id });
  if (byKey && filter.agent) byId('team-side').querySelector('.agent-panel [data-act=close]')?.focus();
}

/** Closes the agent; who was in there goes on from the tile. */
function close() {
  const id = filter.agent, inside = byId('team-side').contains(document.activeElement);
  choose({ agent: '' });
  if (inside) byId('team-tiles').querySelector(`[data-agent="${CSS.escape(id)}"]`)?.focus();
}

function queueChoice() {
  const all = [...board.queues.values()], list = byId('team-queue');
  const signature = JSON.stringify(all.map(queue => [queue.id, queue.name]));
  if (list.dataset.signature === signature) return;
  list.dataset.signature = signature;
  list.replaceChildren(el('option', { value: '' }, say('team.queue.all')), ...all.map(queue => el('option', { value: queue.id, selected: filter.queue === queue.id }, queue.name)));
}

function side() {
  const agent = board.agents.get(filter.agent);
  if (agent && members?.[agent.id]) agentPanel(byId('team-side'), agent, members[agent.id], close);
  else queuePanel(byId('team-side'), filter.queue);
}

function draw() {
  if (!board.ready) return;
  const all = team();
  supervising();
  queueChoice();
  states(all);
  tiles(all);
  side();
}

const sound = byId('alarm-sound');
function showSound() {
  sound.replaceChildren(icon(soundOn() ? 'sound' : 'mute'));
  sound.setAttribute('aria-pressed', String(soundOn()));
  sound.title = say(soundOn() ? 'alarm.sound.on' : 'alarm.sound.off');
  sound.setAttribute('aria-label', sound.title);
}
sound.addEventListener('click', () => { setSound(!soundOn()); showSound(); });
showSound();
byId('team-queue').addEventListener('change', event => choose({ queue: event.target.value }));
byId('team-search').value = filter.name;
byId('team-search').addEventListener('input', event => choose({ name: event.target.value }));
byId('team-search').addEventListener('keydown', event => {
  const first = byId('team-tiles').querySelector('.tile');
  if (event.key !== 'Enter' || !first) return;
  event.preventDefault(); // else the key presses what has the focus then
  choose({ agent: '' });
  open(first.dataset.agent, true);
});
document.addEventListener('keydown', event => { if (event.key === 'Escape' && filter.agent && !document.querySelector('dialog[open]')) close(); });

let drawing = false, set = '';
onChange(() => {
  const now = [...board.agents.keys()].join();
  if (now !== set) { set = now; learnMembers(); }
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => { drawing = false; draw(); });
});
