/* An agent's desk: own queues live, the customer in hand, colleagues to hand over to. */
import { me, callers, say, el, icon, since, clock, patch, base, LOOK, STAGE_LOOK, customerOf, dialling, roleOf, stageWord, legWord, isAnnouncing } from './format.js';
import { board, onChange } from './line.js';
import { callOf, act } from './frame.js';
import { controls, leaving, possible, talking, nameOfLeg } from './call-control.js';
import { targetField, deflectField, offered } from './hand-over.js';
import { showCustomerOf, lastCall } from './desk-customer.js';
import { WrapUpForm } from './wrap-up.js';
import { dialable } from './dial.js';
import { device } from './my-phone.js';
import './colleagues.js';

const byId = id => document.getElementById(id);

function queues() {
  const own = [...board.queues.values()];
  patch(byId('my-queues'), own.length ? own.map(queue => [queue.id, JSON.stringify([queue.waiting, queue.idle, queue.signedIn, queue.name]), () => el('div', { class: 'my-queue' },
    el('h3', {}, queue.name),
    el('div', { class: 'big' + (queue.waiting.length && !queue.idle ? ' warn' : '') }, el('b', { class: 'num', 'data-waiting': queue.id }, String(queue.waiting.length)), el('span', { class: 'muted' }, say('desk.waitingCount'))),
    el('p', { class: 'staff num' }, `${say('live.q.agents')}: ${queue.idle} / ${queue.signedIn}`),
    queue.waiting.length ? el('ol', {}, ...queue.waiting.slice(0, 8).map(row => el('li', {}, el('span', { class: 'num' }, row.from || say('live.withheld')), since(row.since), el('span', { class: 'muted' }, row.node))),
      queue.waiting.length > 8 ? el('li', { class: 'muted' }, say('live.more', queue.waiting.length - 8)) : '') : null)])
    : [['empty', '', () => el('div', { class: 'empty' }, el('p', {}, say('desk.noQueues')))]]);
}

/** Whether only the own phone rings for it, in a call of others too: who is consulted talks with nobody yet. */
const isRung = call => { const own = call.legs.filter(leg => leg.agent === me.id && !leg.ended); return own.length > 0 && own.every(leg => leg.state === 'ALERTING' && !leg.announcing); };
/** Whether the own phone rings for it: a made call rings at the other side. */
const isRinging = call => (dialling(call) ? call.agent !== me.id : call.stage === 'RINGING' && !isAnnouncing(call) || isRung(call));
const phone = state => document.getElementById('phone')?.dataset.phoneState === state;
const rings = () => phone('ringing');
const elsewhere = () => phone('elsewhere') && !device();

/** Since when it is what it is: as the state in the bar tells it, so that there is one clock for a call; a hold has its own, beside its name. */
const clockOf = (call, mine) => ['OFFERED', 'TALKING'].includes(mine?.state) && mine.call === call.id ? mine.since : call.since;

/** Whether a name needs a line of its own; Chinese characters are wide. */
const isLong = name => name.length > (/\p{Script=Han}/u.test(name) ? 14 : 28);

/** Who the other one is, where it is one of ours. */
const colleagueAt = number => { const agent = [...board.agents.values()].find(one => one.phone === number); return agent ? { name: agent.name || agent.job, level: 'NORMAL' } : null; };

function head(call, customer, mine) {
  const ringing = isRinging(call), number = customerOf(call), made = call.direction !== 'INBOUND';
  const others = call.legs.filter(leg => leg.role !== 'caller' && leg.agent !== me.id && leg.state !== 'NULL' && !leg.ended);
  return el('div', { class: `hand-top ${ringing ? 'ringing is-ringing' : STAGE_LOOK[call.stage]}` },
    el('div', { class: 'hand-head' }, el('span', { class: `chip ${ringing ? 'is-ringing pulse' : STAGE_LOOK[call.stage]}` }, icon(ringing ? 's-OFFERED' : 's-TALKING'), ringing ? say('stage.RINGING') : stageWord(call), !ringing && call.stage === 'ON_HOLD' ? since(call.since) : null),
      number ? dialable(number, 'number') : el('span', { class: 'number' }, say('live.withheld')), customer ? el('span', { class: 'hand-who' }, el('b', { class: isLong(customer.name) ? 'hand-name long' : 'hand-name' }, customer.name),
        customer.level === 'NORMAL' ? null : el('span', { class: 'chip is-wrap' }, say('customer.level.' + customer.level))) : null, since(clockOf(call, mine), 'clock num')),
    ringing && !rings() && !call.legs.some(leg => leg.agent === me.id && leg.answerable) ? el('p', { 'data-answer': '' }, say(elsewhere() ? 'desk.answer.elsewhere' : 'desk.answer')) : null,
    isAnnouncing(call) ? el('p', {}, say('desk.announcing')) : null,
    el('dl', { class: 'hand-facts' }, customer?.company ? fact('customer.company', customer.company) : null, call.queue ? fact('desk.queue', board.queues.get(call.queue)?.name || call.queue) : null,
      call.direction === 'INTERNAL' ? null : made ? callers.includes(call.from) ? fact('dial.caller', call.from) : null : fact('desk.dialled', call.to), fact(made ? 'desk.calledAt' : 'desk.waited', clock(call.started))),
    others.length ? el('ul', { class: 'others' }, ...others.map(leg => el('li', {}, say('role.' + roleOf(leg)), ' ', el('b', {}, nameOfLeg(leg)), ' ', el('span', { class: 'muted' }, legWord(leg))))) : null);
}
const fact = (key, value) => el('div', {}, el('dt', {}, say(key)), el('dd', { class: 'num' }, value));

/** What the caller did before and what goes along with the call. */
function background(call) {
  const data = Object.entries(call.data || {});
  return el('div', { class: 'background' },
    el('div', {}, el('h3', {}, say('desk.path')), call.path.length ? el('ol', { class: 'way' }, ...call.path.map(step => el('li', {}, el('span', { class: 'step' }, step.node, step.keys ? ' · ' : '', step.keys ? el('kbd', { title: say('desk.keys', step.keys) }, step.keys) : ''))))
      : el('p', { class: 'muted' }, say('desk.path.none'))),
    el('div', {}, el('h3', {}, say('desk.data')), data.length ? el('dl', { class: 'call-data' }, ...data.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))) : el('p', { class: 'muted' }, say('desk.data.none'))));
}

/** A form of two fields that survives what changes around it. */
function attachForm(call) {
  const name = el('input', { type: 'text', name: 'data-name', maxlength: 64, placeholder: say('desk.data.name'), 'aria-label': say('desk.data.name'), autocomplete: 'off' });
  const value = el('input', { type: 'text', name: 'data-value', maxlength: 1000, placeholder: say('desk.data.value'), 'aria-label': say('desk.data.value'), autocomplete: 'off' });
  const told = el('span', { class: 'muted', role: 'status' });
  return el('form', { class: 'attach', onsubmit: async event => {
    event.preventDefault();
    if (!name.value.trim()) { name.focus(); return; }
    // The fields are free for the next at once; what was not taken comes back, unless something else was typed.
    const sent = [name.value, value.value];
    name.value = value.value = told.textContent = '';
    name.focus();
    const answer = await fetch(`${base}/api/calls/${encodeURIComponent(call.id)}/data`, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ [sent[0].trim()]: sent[1].trim() }) }).catch(() => null);
    if (answer?.ok) return;
    told.textContent = say(answer ? 'desk.data.refused' : 'refusal.line');
    if (!name.value && !value.value) [name.value, value.value] = sent;
  } }, name, value, el('button', { class: 'button' }, say('desk.data.add')), told);
}

let writing = null;
/** One panel a call: it stays while the call changes around it, and until the wrap-up is over. */
function wrapUp(call, state) {
  // The call may be somebody else's a moment before the state says so.
  if (writing && !call && state === 'TALKING') return;
  const last = call && talking(call) && !dialling(call) && !isRinging(call) || state === 'WRAP_UP' ? lastCall() : null, of = last?.internal ? null : last;
  if (of && writing?.node.dataset.call !== of.call) writing = new WrapUpForm(of.call, of.queue, act, of.number);
  if (!of) { writing?.save(); writing = null; }
  if (writing) writing.over = state === 'WRAP_UP' ? board.agents.get(me.id) : null;
  patch(byId('wrap-up'), writing ? [[writing.node.dataset.call, '', () => writing.node]] : []);
}

/** What to do while there is no call; who was signed out by force cannot do it alone. */
function nothing(state, agent) {
  const key = 'desk.none.' + (state === 'SIGNED_OUT' && agent?.reason === 'onlineRightWithdrawn' ? 'withdrawn' : state);
  return el('div', { class: `desk-empty ${LOOK[state]}` }, icon('s-' + state), el('strong', {}, say(key)), el('p', {}, say(key + '.text')));
}

let customer = null;
function inHand() {
  const agent = board.agents.get(me.id), call = callOf(board), state = agent?.state || 'SIGNED_OUT';
  const up = call && talking(call) && !isRinging(call), known = call?.direction === 'INTERNAL' ? colleagueAt(customerOf(call)) : customer;
  const shown = showCustomerOf(call, state, found => { if (JSON.stringify(found) !== JSON.stringify(customer)) { customer = found; inHand(); } });
  patch(byId('in-hand'), [
    ...(call ? [[call.id, JSON.stringify([{ ...call, path: 0, data: 0 }, known, rings(), elsewhere(), clockOf(call, agent)]), () => head(call, known, agent)]] : []),
    ...(up ? [['controls', JSON.stringify([call.id, call.agent, dialling(call), call.recordingPaused, possible(call)]), () => controls(call)]] : []),
    ...(call && !up && (isAnnouncing(call) || isRinging(call) && !rings()) ? [['leaving', call.id, () => leaving(call)]] : []),
    ...(up && !dialling(call) && possible(call).includes('DIAL') && call.agent === me.id ? [['dial', call.id, () => targetField()]] : []),
    ...(call && offered() === call ? [['deflect', call.id, () => deflectField()]] : []),
    ...(call || shown && state !== 'SIGNED_OUT' ? [] : [['none', state + (agent?.since || '') + agent?.reason, () => nothing(state, agent)]])]);
  wrapUp(call, state);
  byId('in-hand').dataset.call = call?.id || '';
  patch(byId('background'), call ? [['of', JSON.stringify([call.id, call.path, call.data]), () => background(call)], ...(up ? [['attach', call.id, () => attachForm(call)]] : [])] : []);
}

onChange(() => { queues(); inHand(); });
document.addEventListener('zongji-phone', () => { if (board.ready) inHand(); });
