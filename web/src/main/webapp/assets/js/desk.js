/* An agent's desk: own queues live, the customer in hand, the last contacts. */
import { me, say, el, icon, since, clock, patch, empty, base, LOOK, STAGE_LOOK, customerOf, dialling } from './format.js';
import { board, onChange } from './line.js';
import { callOf } from './frame.js';
import { controls, possible } from './call-control.js';

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

function hand(call) {
  const ringing = call.stage === 'RINGING' && !dialling(call), queue = board.queues.get(call.queue);
  const others = call.legs.filter(leg => leg.role !== 'caller' && leg.agent !== me.id && leg.state !== 'NULL' && !leg.ended);
  return el('div', { class: `hand ${ringing ? 'ringing is-ringing' : STAGE_LOOK[call.stage]}`, 'data-call': call.id },
    el('div', { class: 'hand-head' }, el('span', { class: `chip ${STAGE_LOOK[call.stage]}${ringing ? ' pulse' : ''}` }, icon(ringing ? 's-OFFERED' : 's-TALKING'), say('stage.' + call.stage)),
      el('span', { class: 'number num' }, customerOf(call) || say('live.withheld')), since(call.since, 'clock num')),
    ringing ? el('p', {}, say('desk.answer')) : null,
    el('dl', { class: 'hand-facts' }, fact('desk.queue', queue?.name || '–'), fact('desk.dialled', call.to), fact('desk.waited', clock(call.started))),
    others.length ? el('ul', { class: 'others' }, ...others.map(leg => el('li', {}, say('role.' + leg.role), ' ', el('b', { class: 'num' }, leg.party), ' ', el('span', { class: 'muted' }, say('leg.' + leg.state))))) : null,
    el('div', {}, el('h3', {}, say('desk.path')), call.path.length ? el('ol', { class: 'way' }, ...call.path.map(step => el('li', {}, el('span', { class: 'step' }, step.node, step.keys ? ' · ' : '', step.keys ? el('kbd', { title: say('desk.keys', step.keys) }, step.keys) : ''))))
      : el('p', { class: 'muted' }, say('desk.path.none'))));
}
const fact = (key, value) => el('div', {}, el('dt', {}, say(key)), el('dd', { class: 'num' }, value));

let shown = null;
function inHand() {
  const agent = board.agents.get(me.id), call = callOf(board), state = agent?.state || 'SIGNED_OUT';
  const talking = call && (['TALKING', 'ON_HOLD'].includes(call.stage) || dialling(call));
  const buttons = talking ? [['controls', JSON.stringify([call.id, call.agent, call.recordingPaused, possible(call)]), () => controls(call)]] : [];
  patch(byId('in-hand'), [...buttons, call ? [call.id, JSON.stringify(call), () => hand(call)]
    : ['none', state + (agent?.since || ''), () => el('div', { class: `desk-empty ${LOOK[state]}` }, icon('s-' + state), el('strong', {}, say('desk.none.' + state)), el('p', {}, say('desk.none.' + state + '.text')))]]);
  const about = call ? `number=${encodeURIComponent(customerOf(call))}&except=${encodeURIComponent(call.id)}` : `own=${state}`;
  if (about !== shown) { shown = about; setTimeout(() => contacts(about, Boolean(call)), call ? 0 : 700); }
}

async function contacts(about, caller) {
  try {
    const answer = await fetch(`${base}/desk/contacts?${about}`);
    if (!answer.ok || about !== shown) return;
    const found = await answer.json();
    byId('helps-title').textContent = say(caller ? 'desk.helps' : 'desk.helps.own');
    byId('contacts').replaceChildren(...found.map(one => el(one.mine ? 'a' : 'div', { class: 'contact', href: one.mine ? `${base}/call.xhtml?id=${encodeURIComponent(one.id)}` : null },
      el('span', { class: 'num' }, caller ? one.time : one.from || say('live.withheld')), el('span', { class: 'num' }, one.talk),
      el('span', { class: 'muted' }, [caller ? one.agent : one.time, one.queue].filter(Boolean).join(' · ')), el('span', { class: 'muted' }, say('outcome.' + one.outcome)))),
    found.length ? '' : empty(say(caller ? 'desk.noContacts' : 'desk.noOwn'), say(caller ? 'desk.noContacts.text' : 'desk.noOwn.text')));
  } catch { /* The line says that it is lost; the next change asks again. */ shown = null; }
}

onChange(() => { queues(); inHand(); });
