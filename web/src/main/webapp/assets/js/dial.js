/* Numbers that are called by a click, the field that calls any number, the last ones again, and the number of ours that is shown. */
import { me, callers, say, el, icon, notice, refused } from './format.js';
import { make } from './line.js';

const LAST = 'zongji-last-numbers', SHOWN = 'zongji-caller', REMEMBERED = 10;
const last = () => { try { return JSON.parse(localStorage.getItem(LAST)) || []; } catch { return []; } };
const recent = el('datalist', { id: 'last-numbers' });
const list = () => recent.replaceChildren(...last().map(number => el('option', { value: number })));
let inCall = () => null;
let fill = () => {};

/** Where a number goes while a call is up: to be consulted or handed over to, not called besides. */
export function whileInCall(call, target) { inCall = call; fill = target; }

/** The number of ours that the agent chose to show; undefined for the usual one. */
const shown = () => callers.find(number => callers.length > 1 && number === localStorage.getItem(SHOWN));

/** The choice of it, where there is one. */
function callerChoice() {
  if (callers.length < 2) return '';
  const choice = el('select', { name: 'caller', 'aria-label': say('dial.caller'), title: say('dial.caller') },
    el('option', { value: '' }, say('dial.caller.usual')), ...callers.map(number => el('option', { value: number }, number)));
  choice.value = shown() || '';
  choice.addEventListener('change', () => localStorage.setItem(SHOWN, choice.value));
  return choice;
}

/** Calls, and tells why not. */
export async function dial(number) {
  const wanted = number.trim();
  if (!wanted) return;
  if (inCall()) { fill(wanted); return; }
  if (wanted === me.phone) { notice(say('dial.own'), true); return; }
  localStorage.setItem(LAST, JSON.stringify([wanted, ...last().filter(number => number !== wanted)].slice(0, REMEMBERED)));
  list();
  const refusal = await make(wanted, shown());
  if (refusal !== null) refused(refusal);
}

/** A number; a button that calls it, for those who take calls. */
export function dialable(number, cls = '') {
  return me ? el('button', { type: 'button', class: `dialable num ${cls}`, 'data-dial': number, title: say('dial.call', number) }, number) : el('span', { class: `num ${cls}` }, number);
}

/** The field in the connection bar. */
export function dialField() {
  const field = el('input', { type: 'text', inputmode: 'tel', name: 'dial', placeholder: say('dial.number'), 'aria-label': say('dial.number'), autocomplete: 'off', list: recent.id, maxlength: 64 });
  const again = el('button', { type: 'button', class: 'tool square', 'data-act': 'redial', 'aria-label': say('dial.again'), title: say('dial.again'), onclick: () => {
    const [number] = last();
    if (number) { field.value = number; dial(number); } else notice(say('dial.none'));
  } }, icon('redial', true));
  list();
  return el('form', { class: 'bar-dial', role: 'search', 'aria-label': say('dial.do'), onsubmit: event => { event.preventDefault(); if (field.value.trim()) dial(field.value); else { field.focus(); notice(say('serve.target.missing'), true, 'target'); } } }, field, recent, callerChoice(),
    el('button', { type: 'submit', class: 'tool square', 'data-act': 'dial', 'aria-label': say('dial.do'), title: say('dial.do') }, icon('phone', true)), again);
}

document.addEventListener('click', event => {
  const number = event.target.closest('[data-dial]')?.dataset.dial;
  if (number) { event.preventDefault(); event.stopPropagation(); dial(number); }
}, true);
