/* Colleagues with their states, queues and flows: whom a call can be handed to. Found by typing, chosen by arrows and Enter. */
import { me, targets, say, el, icon, since, patch, notice, LOOK } from './format.js';
import { board, onChange } from './line.js';
import { shownState } from './shown-state.js';
import { fillTarget, handOver, mayDial, offered, isBusy } from './hand-over.js';
import { dial } from './dial.js';

const byId = id => document.getElementById(id);
const ORDER = ['IDLE', 'TALKING', 'WRAP_UP', 'OFFERED', 'BUSY', 'REST', 'LOST', 'SIGNED_OUT'];
const find = byId('find-colleague'), list = byId('colleagues');

let order = [];
const byState = (one, other) => ORDER.indexOf(shownState(one)) - ORDER.indexOf(shownState(other)) || one.job.localeCompare(other.job);
const rank = agent => { const at = order.indexOf(agent.id); return at < 0 ? order.length : at; };
/** Who is free comes first; nobody moves away from under the mouse or the focus. */
function people() {
  const others = [...board.agents.values()].filter(agent => agent.id !== me.id).sort(byState);
  if (list.matches(':hover, :focus-within')) others.sort((one, other) => rank(one) - rank(other));
  order = others.map(agent => agent.id);
  return others;
}
const places = () => [...targets.queues.map(queue => ({ ...queue, target: `queue:${queue.id}`, kind: 'queue' })), ...targets.flows.map(flow => ({ ...flow, target: `flow:${flow.id}`, kind: 'flow' }))];
const fits = text => { const asked = find.value.trim().toLowerCase(); return !asked || text.toLowerCase().includes(asked); };

/** What a row offers depends on whether a call is in hand. */
function actions(target, person) {
  const button = (key, act, primary) => el('button', { type: 'button', tabindex: -1, class: primary ? 'button primary' : 'button', 'data-hand': key, onclick: event => { event.stopPropagation(); act(); } }, say('colleague.' + key));
  if (offered()) return [button('deflect', () => handOver('DEFLECT_CALL', target), true)];
  if (isBusy() && !mayDial()) return [];
  if (!mayDial()) return person ? [button('call', () => dial(target), true)] : [];
  return [person ? button('consult', () => handOver('CONSULT', target), true) : null, button('transfer', () => handOver('SINGLE_STEP_TRANSFER', target), !person)].filter(Boolean);
}

function row(key, target, person, ...content) {
  const choose = () => { choice(target, person); showAll(); };
  return el('li', { class: 'colleague' }, el('button', { type: 'button', class: 'colleague-main', 'data-colleague': key, onclick: choose }, ...content), el('span', { class: 'colleague-do' }, ...actions(target, person)));
}
function choice(target, person) { if (mayDial() || offered()) fillTarget(target); else if (isBusy()) notice(say('colleague.oneAtATime'), true, 'colleague'); else if (person) dial(target); }
/** The next call is for somebody else: all are there again. */
function showAll() { if (find.value) { find.value = ''; draw(); } }

function colleague(agent) {
  const name = agent.name || agent.job, state = shownState(agent);
  return row(agent.id, agent.phone, true, el('span', { class: `dot ${LOOK[state]}` }, icon('s-' + state)), el('b', {}, name), el('span', { class: 'num muted' }, agent.phone),
    el('span', { class: `colleague-state ${LOOK[state]}` }, say('state.' + state)), state === 'SIGNED_OUT' ? el('span', {}) : since(agent.since, 'num muted'));
}

function draw() {
  const dialing = [mayDial(), offered() !== null, isBusy()];
  const found = people().filter(agent => fits(`${agent.name} ${agent.job} ${agent.phone} ${say('state.' + shownState(agent))}`));
  const rows = found.slice(0, 200).map(agent => [agent.id, JSON.stringify([agent, dialing]), () => colleague(agent)]);
  for (const place of places().filter(one => fits(`${one.name} ${one.id}`))) {
    rows.push([place.target, JSON.stringify([place.name, dialing]), () => row(place.target, place.target, false, icon(place.kind, true), el('b', {}, place.name), el('span', { class: 'muted' }, say('colleague.' + place.kind)))]);
  }
  if (!rows.length) rows.push(['none', '', () => el('li', { class: 'empty' }, say('colleague.none'))]);
  patch(list, rows);
}

const rows = () => [...list.querySelectorAll('.colleague-main')];

function step(event) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  const at = rows().indexOf(document.activeElement.closest('.colleague')?.firstChild);
  event.preventDefault();
  (at + by < 0 ? find : rows()[at + by])?.focus();
}

if (list) {
  find.addEventListener('input', draw);
  find.addEventListener('keydown', event => {
    if (event.key === 'Enter') { event.preventDefault(); rows()[0]?.click(); }
    step(event);
  });
  list.addEventListener('keydown', event => {
    step(event);
    const buttons = [...document.activeElement.closest('.colleague')?.querySelectorAll('button') || []];
    if (event.key === 'ArrowRight' && buttons.length) { event.preventDefault(); (buttons[buttons.indexOf(document.activeElement) + 1] || buttons[0]).focus(); }
  });
  onChange(draw);
}
