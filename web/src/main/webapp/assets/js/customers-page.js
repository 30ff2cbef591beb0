/* All customers: what is asked for stands in the address; a row opens its record beside the list. */
import { me, supervises, say, el, empty } from './format.js';
import { search, titleOf } from './customers.js';
import { CustomerForm } from './customer-card.js';
import { dialable } from './dial.js';

const SIZE = 50;
const byId = id => document.getElementById(id);
const address = new URL(location.href);
const field = byId('search').elements.query;
const rights = { edit: Boolean(me) || supervises, remove: supervises };
let shown = [], open = null;

function row(one) {
  return el('tr', { 'data-customer': one.id, 'aria-current': one.id === open ? 'true' : null, onclick: event => { if (!event.target.closest('[data-dial]')) show(one); } },
    el('td', {}, el('a', { class: 'row-link', href: '#', onclick: event => event.preventDefault() }, el('b', {}, one.name || titleOf(one)))), el('td', {}, one.company),
    el('td', {}, say('customer.level.' + one.level)), el('td', {}, ...one.numbers.flatMap(number => [dialable(number), ' '])));
}

function draw(full) {
  byId('found').replaceChildren(...shown.map(row));
  byId('found-count').textContent = shown.length ? shown.length + (full ? '+' : '') : '';
  byId('more').parentElement.hidden = !full;
  byId('none').hidden = shown.length > 0;
  byId('none').replaceChildren(empty(say('customer.search.none'), say('customer.none.text')));
}

async function find(first) {
  const asked = field.value.trim(), found = await search(asked, first, SIZE);
  if (asked !== field.value.trim()) return;
  shown = first ? [...shown, ...found] : found;
  draw(found.length === SIZE);
}

function show(customer) {
  open = customer?.id ?? null;
  const form = new CustomerForm({ customer, rights, changed: (now, removed) => {
    if (removed) { byId('record').hidden = true; open = null; }
    if (now) open = now.id;
    if (removed || now && JSON.stringify(shown.find(one => one.id === now.id)) !== JSON.stringify(now)) find(0);
  } });
  byId('record').replaceChildren(form.node);
  byId('record').hidden = false;
  byId('found').querySelectorAll('tr').forEach(tr => (tr.dataset.customer === open ? tr.setAttribute('aria-current', 'true') : tr.removeAttribute('aria-current')));
  form.node.querySelector('input')?.focus();
}

byId('search').addEventListener('submit', event => {
  event.preventDefault();
  if (field.value.trim()) address.searchParams.set('query', field.value.trim()); else address.searchParams.delete('query');
  history.replaceState(null, '', address);
  find(0);
});
byId('more').addEventListener('click', () => find(shown.length));
byId('add').hidden = !rights.edit;
byId('add').addEventListener('click', () => show(null));
field.value = address.searchParams.get('query') || '';
find(0);
