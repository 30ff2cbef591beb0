/* What rings for the agent: the phone of the own extension, another phone of ours, or one outside, which is called for each call or
   stays on the line. Kept for the next sign-in. In a call another phone is rung first, and counts once it is answered. */
import { me, say, el, icon, notice, refused } from './format.js';
import { board, ask } from './line.js';
import { askDevice, movingPlace, stayAt, talks, wants } from './moving.js';
import { pinButton } from './pin.js';
import { standingPlace } from './standing.js';

const KEPT = `zongji-device-${me?.id}`;
const MODE = `zongji-device-mode-${me?.id}`;
const signedIn = () => (board.agents.get(me.id)?.state || 'SIGNED_OUT') !== 'SIGNED_OUT';
let drawn = null;

/** An extension or a number outside; empty for the own phone. */
export const device = () => localStorage.getItem(KEPT) || '';

/** How a phone outside is called; without meaning for others. */
export const deviceMode = () => localStorage.getItem(MODE) || 'PER_CALL';

function keep(number, mode) {
  localStorage.setItem(KEPT, number === me.phone ? '' : number);
  localStorage.setItem(MODE, mode || 'PER_CALL');
  if (drawn) drawn.textContent = device() || me.phone;
}

async function choose({ number, mode }) {
  if (signedIn()) {
    const inCall = talks();
    wants(number);
    const refusal = await ask('CHOOSE_DEVICE', '', undefined, number, mode);
    if (refusal !== null) { refused(refusal); return; }
    if (inCall) {
      if (number === (device() || me.phone)) notice(say('device.stays'), false, 'device');
      askDevice();
      return;
    }
  }
  keep(number, mode);
  const what = mode === 'STANDING' ? 'device.standing.' : 'device.';
  notice(say(what + (signedIn() ? 'now' : 'next'), device() || me.phone));
  if (signedIn()) askDevice();
}

/** One of the kinds of phones, with a field for its number. */
function kind(name, label, field) {
  const radio = el('input', { type: 'radio', name: 'device', value: name });
  field?.addEventListener('focus', () => { radio.checked = true; });
  return el('div', { class: 'device-kind' }, el('label', { class: 'check' }, radio, ' ', label), field || '');
}

function open() {
  const number = (name, label) => el('input', { type: 'text', inputmode: 'tel', name, maxlength: 32, autocomplete: 'off', 'aria-label': label });
  const inside = number('inside', say('device.inside.number')), outside = number('outside', say('device.outside.number')), standing = number('standing', say('device.outside.number'));
  const isOutside = me.outsidePhone && device().length > me.phone.length + 1;
  const now = !device() ? 'own' : !isOutside ? 'inside' : deviceMode() === 'STANDING' ? 'standing' : 'outside';
  const none = el('p', { class: 'problem', role: 'alert', hidden: true }, say('device.none'));
  const form = el('form', { method: 'dialog' }, el('h2', { id: 'device-title' }, say('device.title')),
    el('div', { class: 'device-kinds', role: 'radiogroup', 'aria-labelledby': 'device-title' }, kind('own', say('device.own', me.phone)), kind('inside', say('device.inside'), inside),
      ...(me.outsidePhone ? [kind('outside', say('device.outside'), outside), kind('standing', say('device.standing'), standing)] : [])),
    el('p', { class: 'hint' }, say(me.outsidePhone ? 'device.hint.outside' : 'device.hint')), none,
    el('div', { class: 'filters-do' }, el('button', { class: 'button primary', value: 'yes' }, say('device.do')), el('button', { class: 'button quiet', value: 'no', formnovalidate: true }, say('bar.queues.cancel')), pinButton()));
  if (device()) ({ inside, outside, standing })[now].value = device();
  form.querySelector(`[value=${now}]`).checked = true;
  const dialled = field => field.value.replace(/[ ()-]/g, '');
  const chosen = () => ({ own: { number: me.phone }, inside: { number: inside.value.trim() }, outside: { number: dialled(outside), mode: 'PER_CALL' }, standing: { number: dialled(standing), mode: 'STANDING' } })[form.elements.device.value];
  form.addEventListener('submit', event => { if (event.submitter?.value === 'yes' && !chosen().number) { event.preventDefault(); none.hidden = false; } });
  const sheet = el('dialog', { class: 'sheet', 'data-choice': 'device', 'aria-labelledby': 'device-title' }, form);
  sheet.addEventListener('close', () => { sheet.remove(); if (sheet.returnValue === 'yes') choose(chosen()); });
  document.body.append(sheet);
  sheet.showModal();
}

/** The button in the bar, and before it what becomes of a call that changes phones. What the server says an agent works at counts more than what was kept here. */
export function phoneButton() {
  if (me.device && me.device !== me.phone) keep(me.device, me.standing ? 'STANDING' : 'PER_CALL');
  document.addEventListener('device', event => keep(event.detail.number, event.detail.mode));
  stayAt(() => [device(), deviceMode()]);
  drawn = el('span', { class: 'visually-hidden num' }, device() || me.phone);
  return [movingPlace(), standingPlace(), el('button', { type: 'button', class: 'tool square', 'data-act': 'device', title: say('device.title'), onclick: open }, icon('phone', true), el('span', { class: 'visually-hidden' }, say('device.title')), drawn)];
}
