/* What can be done with a call that is up: the agent's buttons, and a supervisor's. The server decides; here only what makes sense is offered. */
import { me, say, el, icon, refused, dialling } from './format.js';
import { board, serve } from './line.js';
import { menuButton } from './menu.js';
import { handIsUp, raise } from './hand-state.js';

/** Asks, and tells why not. */
export async function ask(call, service, more = {}) {
  const refusal = await serve(call.id, service, more);
  if (refusal !== null) refused(refusal);
  return refusal === null;
}

/** Whether the leg is still there. */
export const here = leg => leg.state !== 'NULL' && !leg.ended;
const button = (call, service, primary) => el('button', { type: 'button', class: primary ? 'button primary' : 'button', 'data-service': service, onclick: () => ask(call, service) }, say('serve.' + service));

/** Which services the state of the call allows, the likeliest first. */
export function possible(call) {
  const colleague = call.legs.find(leg => leg.role === 'colleague' && here(leg));
  const customerHeld = call.legs.some(leg => leg.role === 'caller' && leg.state === 'HOLD');
  if (!colleague) return [customerHeld ? 'RETRIEVE' : 'HOLD', 'DIAL'];
  if (colleague.state !== 'CONNECTED' && colleague.state !== 'HOLD') return ['RECONNECT', 'TRANSFER'];
  return customerHeld || colleague.state === 'HOLD' ? ['TRANSFER', 'CONFERENCE', 'ALTERNATE', 'RECONNECT'] : ['HOLD', 'DIAL'];
}

/** Whether somebody talks in it, or is on hold, or is being called by us: then it can at least be left. */
export const talking = call => ['TALKING', 'ON_HOLD'].includes(call.stage) || dialling(call);

/** The buttons of the agent whose call it is; a colleague in the call can only leave it. */
export function controls(call) {
  const services = call.agent === me.id && !dialling(call) ? possible(call) : [];
  const row = el('div', { class: 'controls', role: 'group', 'aria-label': say('serve.controls') });
  services.filter(service => service !== 'DIAL').forEach((service, n) => row.append(button(call, service, n === 0)));
  if (services.length) row.append(button(call, call.recordingPaused ? 'RESUME_RECORDING' : 'PAUSE_RECORDING'));
  if (services.length) row.append(keysButton(call));
  row.append(button(call, 'CLEAR_CONNECTION'));
  row.append(helpButton(call));
  return row;
}

/** What can be done with a call that the desk phone rings for, or of which the agent is being told: not to take it. */
export const leaving = call => el('div', { class: 'controls' }, el('button', { type: 'button', class: 'button', 'data-service': 'CLEAR_CONNECTION', 'aria-keyshortcuts': 'Alt+H', onclick: () => ask(call, 'CLEAR_CONNECTION') }, say('phone.reject')));

/** Raises the hand to the supervisors, and takes it down again. */
function helpButton(call) {
  const help = el('button', { type: 'button', class: 'button', 'data-act': 'hand', onclick: () => raise(!handIsUp(), call) }, icon('hand'), el('span', {}));
  showHand(help);
  return help;
}
function showHand(help) {
  help.setAttribute('aria-pressed', String(handIsUp()));
  help.lastChild.textContent = say(handIsUp() ? 'hand.down' : 'hand.up');
}
document.addEventListener('hands', () => document.querySelectorAll('[data-act=hand]').forEach(showHand));

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** Keys for the machine at the other side, whichever phone the agent has. */
function keysButton(call) {
  const pad = el('div', { class: 'menu key-pad', hidden: true, role: 'group', 'aria-label': say('phone.pad'), onclick: event => event.stopPropagation(),
    onkeydown: event => { if (KEYS.includes(event.key)) { event.preventDefault(); ask(call, 'SEND_DIGITS', { digits: event.key }); } } },
  ...KEYS.map(key => el('button', { type: 'button', 'data-key': key, onclick: () => ask(call, 'SEND_DIGITS', { digits: key }) }, key)));
  return menuButton(el('button', { type: 'button', class: 'button', 'data-act': 'digits', 'aria-haspopup': 'true' }, say('phone.keys')), pad);
}

/** Who sits at a leg: a colleague's name, else the number. */
export function nameOfLeg(leg) {
  if (leg.name) return leg.name;
  const agent = board.agents.get(leg.agent) || [...board.agents.values()].find(one => one.phone && one.phone === leg.party);
  return agent?.name ? `${agent.name} ${agent.phone === agent.name ? '' : agent.phone}`.trim() : leg.party;
}

/* --- supervisors --- */
const PHONE = 'zongji-supervisor-phone';
export const ownPhone = () => me?.phone || localStorage.getItem(PHONE) || '';

/** The phone that rings for a supervisor: the own one, or one that is asked for once. */
function phone() {
  if (ownPhone()) return Promise.resolve(ownPhone());
  return new Promise(resolve => {
    const field = el('input', { type: 'text', name: 'phone', required: true, 'aria-label': say('serve.phone'), autocomplete: 'off' });
    const sheet = el('dialog', { class: 'sheet' }, el('form', { method: 'dialog' }, el('h2', {}, say('serve.phone')), el('p', { class: 'muted' }, say('serve.phone.text')), field,
      el('div', { class: 'controls' }, el('button', { class: 'button primary', value: 'ok' }, say('serve.phone.ok')), el('button', { class: 'button', value: '', formnovalidate: true }, say('serve.phone.cancel')))));
    sheet.addEventListener('close', () => {
      const number = sheet.returnValue === 'ok' ? field.value.trim() : '';
      if (number) localStorage.setItem(PHONE, number);
      sheet.remove();
      resolve(number);
    });
    document.body.append(sheet);
    sheet.showModal();
  });
}

/** Takes part in a call, or in another way than so far; tells whether that was taken on. */
export const join = (call, mode) => withPhone(call, 'JOIN', { mode });

/** Takes the call over from its agent. */
export const intercept = call => withPhone(call, 'INTERCEPT', {});

async function withPhone(call, service, more) {
  const device = await phone();
  if (!device) return false;
  const done = await ask(call, service, { ...more, device });
  if (!done && !me) localStorage.removeItem(PHONE);
  return done;
}

/** A button that opens: listen, whisper, barge in. */
export function supervision(call) {
  const menu = el('div', { class: 'menu', hidden: true, role: 'menu' }, ...['LISTEN', 'WHISPER', 'BARGE_IN'].map(mode =>
    el('button', { type: 'button', role: 'menuitem', 'data-mode': mode, onclick: () => { menu.hidden = true; join(call, mode); } }, el('b', {}, say('serve.' + mode)), el('small', {}, say('serve.' + mode + '.text')))));
  return menuButton(el('button', { type: 'button', class: 'tool', 'data-act': 'supervise', 'aria-haspopup': 'menu', title: say('serve.supervise') }, say('serve.join'), ' ▾'), menu);
}
