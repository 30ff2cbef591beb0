/* Whose card lies on the desk: the customer's of the call, then of the last call until the next one, or one that was looked up. */
import { say, el, icon, base, empty, customerOf, login } from './format.js';
import { CustomerForm, drafts } from './customer-card.js';
import { one, pick } from './customers.js';

const KEPT = `zongji-desk-customer-${login}`;
const byId = id => document.getElementById(id);
let form = null, about = null, known = () => {};

/** Tells whether a card is shown; `named` hears the customer as soon as it is known, null when it is nobody. */
export function showCustomerOf(call, state, named) {
  known = named;
  const last = lastCall(), internal = call?.direction === 'INTERNAL';
  if (call) {
    if (last?.call !== call.id) sessionStorage.setItem(KEPT, JSON.stringify({ call: call.id, number: customerOf(call), queue: call.queue, internal }));
    if (internal) putAway();
    else if (last?.call !== call.id) lay({ number: customerOf(call) }, call.id);
    else if (!form) lay({ number: last.number }, call.id);
  } else if (!form) {
    // The card of the last call stays for the wrap-up, also after a reload.
    if (last && !last.internal && state === 'WRAP_UP') lay({ number: last.number }, last.call); else own();
  }
  return Boolean(form);
}

/** The call that is written of: the one in hand, after it the last one; null when there was none. */
export const lastCall = () => JSON.parse(sessionStorage.getItem(KEPT) || 'null');

/** A colleague is no customer: nobody's card lies there. */
function putAway() {
  if (!form) return;
  form = null;
  known(null);
  byId('customer').replaceChildren();
  byId('customer-card').hidden = true;
  chips();
}

function lay(subject, call) {
  form = new CustomerForm({ ...subject, changed: customer => {
    known(customer);
    chips();
    contacts(subject.number || customer?.numbers[0] || '', call);
  } });
  form.node.addEventListener('input', chips);
  byId('customer').replaceChildren(form.node);
  byId('customer-card').hidden = false;
  byId('contacts-title').textContent = say('desk.helps');
  byId('contacts').replaceChildren();
  chips();
}

/** What was typed for others and is not on the server: a click brings it back. */
function chips() {
  const left = drafts().filter(key => key !== form?.subject);
  byId('drafts').replaceChildren(...left.map(key => el('button', { type: 'button', class: 'chip is-wrap', onclick: () => bringBack(key) }, icon('s-WRAP_UP'), say('customer.draft', isRecord(key) ? '' : key))));
}

/** Records have the ids of the server; numbers never look like them. */
const isRecord = key => /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(key);

async function bringBack(key) {
  try { lay(isRecord(key) ? { customer: await one(key) } : { number: key }); } catch { /* The line says that it is lost; what was typed stays. */ }
}

/** Another customer's card, whoever is on the phone. */
export async function lookUp() {
  const found = await pick(say('customer.lookUp'));
  if (found) lay({ customer: found });
}
byId('look-up')?.addEventListener('click', lookUp);

async function list(query) {
  const answer = await fetch(`${base}/desk/contacts?${query}`);
  return answer.ok ? answer.json() : [];
}

function contact(one, caller) {
  return el(one.mine ? 'a' : 'div', { class: 'contact', href: one.mine ? `${base}/call.xhtml?id=${encodeURIComponent(one.id)}` : null, target: one.mine ? '_blank' : null },
    el('span', { class: 'num' }, caller ? one.time : one.from || say('live.withheld')), el('span', {}, say('outcome.' + one.outcome)),
    el('span', { class: 'muted' }, [caller ? one.agent : one.time, one.queue].filter(Boolean).join(' · ')), el('span', { class: 'muted num' }, one.talk));
}

async function contacts(number, call) {
  const mine = about = `number=${encodeURIComponent(number)}&except=${encodeURIComponent(call || '')}`;
  const found = number ? await list(mine).catch(() => []) : [];
  if (mine !== about) return;
  byId('contacts').replaceChildren(...found.map(one => contact(one, true)), found.length ? '' : el('p', { class: 'muted' }, say('desk.noContacts')));
}

let asked = false;
async function own() {
  if (asked) return;
  asked = true;
  const found = await list('own=').catch(() => { asked = false; return []; });
  if (form) return;
  byId('contacts-title').textContent = say('desk.helps.own');
  byId('contacts').replaceChildren(...found.map(one => contact(one, false)), found.length ? '' : empty(say('desk.noOwn'), say('desk.noOwn.text')));
}
