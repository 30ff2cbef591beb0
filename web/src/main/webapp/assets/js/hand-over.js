/* Where a call goes: a colleague is consulted, the call handed over, or, while it rings, sent elsewhere unanswered. */
import { me, say, el, notice, dialling } from './format.js';
import { board } from './line.js';
import { whileInCall } from './dial.js';
import { ask, here, possible, talking } from './call-control.js';

/** The call of this agent to which a colleague can be added now; null when there is none. */
function waitsForAnother() {
  return me ? [...board.calls.values()].find(call => call.agent === me.id && talking(call) && !dialling(call) && possible(call).includes('DIAL')) || null : null;
}
export const mayDial = () => waitsForAnother() !== null;
/** The call that a queue offers this agent, and that can be sent elsewhere unanswered; null when there is none. */
export const offered = () => (me && board.agents.get(me.id)?.state === 'OFFERED' && [...board.calls.values()].find(call => call.agent === me.id && call.stage === 'RINGING')) || null;
/** Whether a call is in hand, or a leg of one: then nobody else can be called besides. */
export const isBusy = () => Boolean(me) && [...board.calls.values()].some(call => call.agent === me.id || call.legs.some(leg => leg.agent === me.id && here(leg)));

/** Consults, hands over or sends elsewhere, whatever was typed. */
export function handOver(service, target) {
  const call = service === 'DEFLECT_CALL' ? offered() : waitsForAnother();
  if (call) ask(call, service, { target });
}

const input = name => el('input', { type: 'text', inputmode: 'tel', name, placeholder: say('serve.target'), 'aria-label': say('serve.target'), autocomplete: 'off', maxlength: 64 });
const submit = (service, more = { type: 'submit' }) => el('button', { class: 'button', 'data-service': service, ...more }, say('serve.' + service));

/** Asks for what is typed there; the field is emptied when that was taken on, unless something else was typed meanwhile. */
async function send(field, service, call) {
  const target = field.value.trim();
  if (!target) { field.focus(); notice(say('serve.target.missing'), true, 'target'); } else if (service === 'CONSULT' && target.includes(':')) notice(say('serve.target.notToConsult'), true, 'target');
  else if (call && await ask(call, service, { target }) && field.value.trim() === target) field.value = '';
}

const field = me ? input('target') : null, away = me ? input('deflect') : null;
const ring = service => send(field, service, waitsForAnother());
const form = me ? el('form', { class: 'dial', onsubmit: event => { event.preventDefault(); ring('CONSULT'); } }, field, submit('CONSULT'),
  submit('SINGLE_STEP_TRANSFER', { type: 'button', onclick: () => ring('SINGLE_STEP_TRANSFER') })) : null;
const awayForm = me ? el('form', { class: 'dial', onsubmit: event => { event.preventDefault(); send(away, 'DEFLECT_CALL', offered()); } }, away, submit('DEFLECT_CALL')) : null;

/** Where the target is typed: one field, so that what is in it outlives each call's changes. */
export const targetField = () => el('div', { class: 'dial-row' }, form);
/** Where it is typed to whom the ringing call goes. */
export const deflectField = () => el('div', { class: 'dial-row' }, awayForm);

/** Puts a target there; Enter then consults, where nobody can be consulted it hands over. */
export function fillTarget(target) {
  const into = offered() ? away : field;
  into.value = target;
  (into === field && target.includes(':') ? form.querySelector('[data-service=SINGLE_STEP_TRANSFER]') : into).focus();
}
whileInCall(() => mayDial() || offered() !== null, fillTarget);
