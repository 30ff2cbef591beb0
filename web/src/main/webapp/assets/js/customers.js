/* Customers' records over REST, and a dialog in which one is found by number, name or company. */
import { say, el, base } from './format.js';

const ADDRESS = `${base}/api/customers`;

async function answer(path, method = 'GET', body) {
  const got = await fetch(ADDRESS + path, { method, cache: 'no-store', headers: body ? { 'Content-Type': 'application/json' } : {}, body: body ? JSON.stringify(body) : undefined });
  if (!got.ok && got.status !== 409) throw new Error(got.status);
  return { ok: got.ok, value: got.status === 204 ? null : await got.json() };
}

const id = one => `/${encodeURIComponent(one.id)}`;
export const ofNumber = async number => (await answer(`?number=${encodeURIComponent(number)}`)).value[0] || null;
export const one = async key => (await answer(`/${encodeURIComponent(key)}`)).value;
export const search = async (query, first = 0, size = 50) => (await answer(`?${new URLSearchParams({ query, first, size })}`)).value;
/** The four below give { ok, value }: the record, or what is in the way. */
export const create = fields => answer('', 'POST', fields);
export const change = (one, fields) => answer(id(one), 'PATCH', { ...fields, version: one.version });
export const merge = (one, other) => answer(`${id(one)}/merge`, 'POST', { other: other.id });
export const remove = one => answer(id(one), 'DELETE');

/** How a customer is called in one line. */
export const titleOf = one => [one.name, one.company].filter(Boolean).join(' · ') || one.numbers[0] || say('customer.unnamed');

/** One line of a list of customers. */
export function line(one) {
  return [el('b', {}, titleOf(one)), one.level === 'NORMAL' ? null : el('span', { class: 'chip is-wrap' }, say('customer.level.' + one.level)), el('span', { class: 'num muted' }, one.numbers.join(', '))];
}

/** Asks for one; the promise gives null when nobody was chosen. */
export function pick(title, except) {
  return new Promise(resolve => {
    let chosen = null, asked = 0;
    const list = el('ul', { class: 'pick-list', role: 'listbox', 'aria-label': title });
    const field = el('input', { type: 'search', name: 'customer', placeholder: say('customer.search.hint'), 'aria-label': say('customer.search.hint'), autocomplete: 'off', maxlength: 100 });
    const sheet = el('dialog', { class: 'sheet pick', 'aria-label': title }, el('h2', {}, title), field, list,
      el('form', { method: 'dialog', class: 'pick-close' }, el('button', { class: 'button' }, say('customer.cancel'))));
    const choose = one => { chosen = one; sheet.close(); };
    const show = async () => {
      const mine = ++asked;
      const found = (await search(field.value.trim(), 0, 20).catch(() => [])).filter(one => one.id !== except);
      if (mine !== asked) return;
      list.replaceChildren(...found.map(one => el('li', { role: 'option', tabindex: -1, 'data-customer': one.id, onclick: () => choose(one), onkeydown: event => { if (event.key === 'Enter') { event.preventDefault(); choose(one); } } }, ...line(one))),
        found.length ? '' : el('li', { class: 'muted' }, say('customer.search.none')));
    };
    let soon = null;
    field.addEventListener('input', () => { clearTimeout(soon); soon = setTimeout(show, 200); });
    sheet.addEventListener('keydown', event => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], options = [...list.querySelectorAll('[role=option]')];
      if (step && options.length) { event.preventDefault(); (options[options.indexOf(document.activeElement) + step] || (step > 0 ? options[0] : field)).focus(); }
      else if (event.key === 'Enter' && event.target === field && options.length === 1) { event.preventDefault(); options[0].click(); }
    });
    sheet.addEventListener('close', () => { sheet.remove(); resolve(chosen); });
    document.body.append(sheet);
    sheet.showModal();
    field.focus();
    show();
  });
}

/** Asks before something is destroyed; gives whether it shall be. */
export function sure(title, text, yes) {
  return new Promise(resolve => {
    const sheet = el('dialog', { class: 'sheet pick', 'aria-label': title }, el('h2', {}, title), el('p', {}, text),
      el('form', { method: 'dialog', class: 'pick-close' }, el('button', { class: 'button', value: '' }, say('customer.cancel')), el('button', { class: 'button primary', value: 'yes' }, yes)));
    sheet.addEventListener('close', () => { sheet.remove(); resolve(sheet.returnValue === 'yes'); });
    document.body.append(sheet);
    sheet.showModal();
  });
}
