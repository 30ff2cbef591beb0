/* Numbers that are called by a click, the field that calls any number, and the last number again. */
import { me, say, el, icon, notice, refused } from './format.js';
import { make } from './line.js';

const LAST = 'zongji-last-number';
let inCall = () => null;
let fill = () => {};

/** Where a number goes while a call is up: to be consulted or handed over to, not called besides. */
export function whileInCall(call, target) { inCall = call; fill = target; }

/** Calls, and tells why not. */
export async function dial(number) {
  const wanted = number.trim();
  if (!wanted) return;
  if (inCall()) { fill(wanted); return; }
  localStorage.setItem(LAST, wanted);
  const refusal = await make(wanted);
  if (refusal !== null) refused(refusal);
}

/** A number; a button that calls it, for those who take calls. */
export function dialable(number, cls = '') {
  return me ? el('button', { type: 'button', class: `dialable num ${cls}`, 'data-dial': number, title: say('dial.call', number) }, number) : el('span', { class: `num ${cls}` }, number);
}

/** The field in the connection bar. */
export function dialField() {
  const field = el('input', { type: 'text', inputmode: 'tel', name: 'dial', placeholder: say('dial.number'), 'aria-label': say('dial.number'), autocomplete: 'off', maxlength: 64 });
  const again = el('button', { type: 'button', class: 'tool square', 'data-act': 'redial', 'aria-label': say('dial.again'), title: say('dial.again'), onclick: () => {
    const last = localStorage.getItem(LAST);
    if (last) { field.value = last; dial(last); } else notice(say('dial.none'));
  } }, icon('redial', true));
  return el('form', { class: 'bar-dial', role: 'search', onsubmit: event => { event.preventDefault(); dial(field.value); } }, field,
    el('button', { type: 'submit', class: 'tool square', 'data-act': 'dial', 'aria-label': say('dial.do'), title: say('dial.do') }, icon('phone', true)), again);
}

document.addEventListener('click', event => {
  const number = event.target.closest('[data-dial]')?.dataset.dial;
  if (number) { event.preventDefault(); event.stopPropagation(); dial(number); }
}, true);
