/* What every page does: settings, shortcuts, the connection bar. */
import { settings } from './settings.js';
import { me, watches, tick, say, el, icon, since, notice, dismiss, LOOK, reasonOf, duration, refused, isPressed, customerOf, dialling, isAnnouncing } from './format.js';
import { board as live, onChange, ask, serve, ASKED } from './line.js';
import { dialField } from './dial.js';
import { device, deviceMode, phoneButton } from './my-phone.js';
import { reasonButton, choosesQueues, resetsQueues, chooseQueues } from './state-choice.js';
import { shownState, nextWords } from './shown-state.js';
import './alarms.js';
import './hands.js';
import { ownRest, restAsked } from './rests.js';

settings();
setInterval(tick, 250);

const sheet = document.getElementById('shortcuts');
document.addEventListener('click', event => {
  if (event.target.closest('[data-act=shortcuts]')) sheet.showModal();
  if (!event.target.closest('.reason-menu')) document.querySelectorAll('.menu').forEach(menu => { menu.hidden = true; });
});
document.addEventListener('keydown', event => {
  const writing = event.target.closest('input, select, textarea, [contenteditable]');
  if (event.altKey && !event.ctrlKey && me && ['1', '2', '3', '0'].includes(event.key)) {
    event.preventDefault();
    byKey(event.key);
  } else if (!writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    if (event.key === '?') sheet.showModal();
    else if (event.key === '[') document.querySelector('[data-act=fold]').click();
    else if (event.key === '/') { const field = document.querySelector('[data-search]'); if (field) { event.preventDefault(); field.focus(); } }
  }
  if (event.key === 'Escape') document.querySelectorAll('.menu').forEach(menu => { menu.hidden = true; });
});

/* --- connection bar --- */
const bar = document.getElementById('connection-bar');
const dialing = me?.phone ? dialField() : null;
const BUTTONS = [
  ['WRAP_UP_DONE', 'READY'], ['READY', 'READY'], ['EXTEND_WRAP_UP', 'EXTEND_WRAP_UP'], ['BUSY', 'BUSY'], ['REST', 'REST'], ['SIGN_IN', 'SIGN_IN'], ['SIGN_OUT', 'SIGN_OUT'],
];
/** The button that asks for what the server says is next. */
const NEXT = { IDLE: 'READY', BUSY: 'BUSY', REST: 'REST', SIGNED_OUT: 'SIGN_OUT' };
let agent = null, drawn = '';

/** What may be pressed now: [action to ask for, "now" or "later"]. Ready ends wrap-up, under the name people know. */
function legal(state) {
  const table = me.actions[state] || {};
  return BUTTONS.filter(([action, row]) => table[row] && (action === 'WRAP_UP_DONE' ? state === 'WRAP_UP' : action !== 'READY' || state !== 'WRAP_UP'))
    .map(([action, row]) => [action, table[row]]);
}

export async function act(action, reason) {
  const queues = action === 'SIGN_IN' && choosesQueues ? await chooseQueues('bar.queues') : undefined;
  if (queues === null) return;
  const refusal = await (action === 'SIGN_IN' ? ask(action, reason, queues, device(), deviceMode()) : ask(action, reason, queues));
  if (refusal === ASKED) {
    notice(say('bar.rest.told'));
  } else if (refusal !== null) {
    refused(refusal, 'state');
  } else if (action === 'EXTEND_WRAP_UP') {
    notice(say('bar.extended'));
  } else if (legal(agent?.state || 'SIGNED_OUT').some(([one, when]) => one === action && when === 'later')) {
    notice(say('bar.planned', say('bar.' + action)));
  }
}

function byKey(key) {
  const possible = legal(agent?.state || 'SIGNED_OUT').map(([action]) => action);
  const wanted = { 1: ['WRAP_UP_DONE', 'READY', 'SIGN_IN'], 2: ['BUSY'], 3: ['REST'], 0: ['SIGN_IN', 'SIGN_OUT'] }[key];
  const action = wanted.find(one => possible.includes(one));
  if (action) act(action); else notice(say('bar.notNow'), true);
}

function button(action, when, first) {
  const later = when === 'later', label = say('bar.' + (later && action === 'WRAP_UP_DONE' ? 'READY' : action));
  const look = { class: first ? 'button primary' : 'button', 'aria-label': later ? say('bar.later.' + action) : null, 'aria-pressed': later ? String(NEXT[agent?.next] === action) : null, title: later && NEXT[agent?.next] === action ? reasonOf({ state: agent.next, reason: agent.nextReason }) : null };
  if (action === 'BUSY' || action === 'REST') return reasonButton(action, label, reason => act(action, reason), look);
  return el('button', { type: 'button', ...look, 'data-ask': action, onclick: () => act(action) }, label);
}

/** Other queues while signed in. */
function queuesButton() {
  return el('button', { type: 'button', class: 'button quiet', 'data-ask': 'CHOOSE_QUEUES', onclick: async () => {
    const queues = await chooseQueues('bar.queues.reset');
    if (queues === null) return;
    const refusal = await ask('CHOOSE_QUEUES', '', queues);
    if (refusal !== null) refused(refusal); else notice(say('bar.queues.changed'));
  } }, say('bar.CHOOSE_QUEUES'));
}

/** While it rings in this page, or at a phone that can be told to answer, to answer is the largest thing there is. */
function answerButton(call) {
  const here = ringsHere();
  if (!here && !ringsAtPhone(call)) return '';
  const answer = here ? () => document.querySelector('[data-phone=answer]')?.click() : () => answerAtPhone(call);
  return el('button', { type: 'button', class: 'button primary answer', 'data-ask': 'ANSWER', ...(here ? {} : { 'data-service': 'ANSWER' }), 'aria-keyshortcuts': 'Alt+A', onclick: answer }, icon('phone'), say('phone.answer'));
}
const ringsHere = () => document.getElementById('phone')?.dataset.phoneState === 'ringing';
const ringsAtPhone = call => Boolean(call?.legs.some(leg => leg.agent === me.id && leg.state === 'ALERTING' && leg.answerable && !leg.announcing));
async function answerAtPhone(call) {
  const refusal = await serve(call.id, 'ANSWER', {});
  if (refusal !== null) refused(refusal);
}

function draw(board = live) {
  const state = agent?.state || 'SIGNED_OUT', look = agent ? shownState(agent) : state;
  const call = callOf(board), announcing = Boolean(call && isAnnouncing(call));
  const signature = JSON.stringify([state, look, announcing, agent?.since, agent?.reason, agent?.next, agent?.nextReason, ownRest(), call?.id, call && customerOf(call), ringsHere(), ringsAtPhone(call)]);
  if (signature === drawn || isPressed(bar, () => draw())) return;
  drawn = signature;
  const focused = document.activeElement?.dataset?.ask, typing = dialing?.contains(document.activeElement) ? document.activeElement : null;
  const buttons = legal(state), later = buttons.length > 0 && buttons.every(([, when]) => when === 'later');
  bar.replaceChildren(
    el('div', { class: `state ${LOOK[look]}${look === 'OFFERED' && !announcing ? ' pulse' : ''}`, 'data-state': state, title: reasonOf(agent) }, icon('s-' + look), el('span', {}, say(announcing ? 'stage.ANNOUNCING' : 'state.' + look)),
      agent?.since && state !== 'SIGNED_OUT' ? since(agent.since, 'clock num') : '', ['BUSY', 'REST', 'LOST', 'SIGNED_OUT'].includes(state) && reasonOf(agent) ? el('small', {}, reasonOf(agent)) : '', state === 'WRAP_UP' && agent.next ? el('small', {}, nextWords(agent)) : ''),
    el('div', { class: later ? 'buttons later' : 'buttons' }, later ? el('span', { class: 'then', 'aria-hidden': 'true' }, say('bar.then')) : '', ...buttons.map(([action, when], n) => button(action, when, n === 0 && when === 'now')), !['SIGNED_OUT', 'OFFERED'].includes(state) && resetsQueues ? queuesButton() : ''),
    restAsked(),
    answerButton(call),
    call ? el('span', { class: 'inhand' }, icon('phone', true), el('strong', { class: 'num' }, customerOf(call) || say('live.withheld'))) : dialing || '');
  typing?.focus();
  if (focused) (bar.querySelector(`[data-ask="${focused}"]`) || bar.querySelector('[data-ask]'))?.focus();
  document.title = (call && state === 'OFFERED' ? `☎ ${customerOf(call)} · ` : '') + document.title.replace(/^☎ [^·]*· /, '');
}

export const callOf = board => [...board.calls.values()].find(call => call.id === agent?.call)
  || [...board.calls.values()].find(call => call.agent === me.id && (dialling(call) || ['RINGING', 'TALKING', 'ON_HOLD'].includes(call.stage)));

if (me) {
  if (me.phone) document.querySelector('.bar-tools .line').after(...phoneButton());
  document.addEventListener('zongji-phone', () => draw());
  document.addEventListener('rests', () => draw());
  import('./messages.js');
  import('./forced.js');
  onChange(board => {
    const now = board.agents.get(me.id);
    // The right to sign in was given back.
    if (agent?.state === 'SIGNED_OUT' && now?.state !== 'SIGNED_OUT') dismiss('forced');
    // What kept the agent from it then is over.
    if (now?.state !== agent?.state) ['state', 'rest'].forEach(dismiss);
    if (now?.state === 'BUSY' && now.reason === 'noVoice' && agent?.state !== 'BUSY') notice(say('phone.noVoice.busy'), true, 'voice', true);
    if (agent?.state === 'REST' && now?.reason === 'time is over') notice(say('state.restOver', say('state.' + now.state)), true, 'rest', true);
    agent = now;
    draw(board);
  });
} else if (!watches) {
  bar.querySelector('h1')?.classList.add('muted');
}
export { duration };
