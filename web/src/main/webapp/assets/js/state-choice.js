/* What an agent chooses along with a state: the reason for being busy or at rest, the queues to be in. */
import { me, reasons, say, el } from './format.js';
import { menuButton } from './menu.js';

/** A button that lists the reasons of a state, or asks at once when there are none. */
export function reasonButton(state, label, ask, look = { class: 'button' }) {
  const own = reasons.filter(reason => reason.use === state);
  const open = el('button', { type: 'button', ...look, 'data-ask': state, 'aria-haspopup': own.length ? 'menu' : null }, label, own.length ? ' ▾' : '');
  if (!own.length) { open.addEventListener('click', () => ask('')); return open; }
  const menu = el('div', { class: 'menu', hidden: true, role: 'menu' },
    ...own.map(reason => el('button', { type: 'button', role: 'menuitem', 'data-reason': reason.code, onclick: () => { menu.hidden = true; ask(reason.code); } },
      reason.name, reason.minutes ? el('small', { class: 'muted num' }, ' ', say('bar.minutes', reason.minutes)) : '')));
  return menuButton(open, menu);
}

/** Whether the agent chooses queues at sign-in, and whether they may be changed later. */
export const choosesQueues = Boolean(me?.signIn?.choose && me.signIn.queues.length);
export const resetsQueues = Boolean(me?.signIn?.reset && me.signIn.queues.length > 1);

const KEPT = 'zongji-queues';
const before = () => { try { return JSON.parse(localStorage.getItem(KEPT)) || null; } catch { return null; } };

/** Asks which queues; the promise gives their ids, or null when the agent thought better of it. */
export function chooseQueues(title) {
  return new Promise(resolve => {
    const last = before();
    const boxes = me.signIn.queues.map(queue => el('label', { class: 'check' },
      el('input', { type: 'checkbox', name: 'queue', value: queue.id, checked: !last || last.includes(queue.id) }), ' ', queue.name));
    const none = el('p', { class: 'problem', role: 'alert', hidden: true }, say('bar.queues.none'));
    const form = el('form', { method: 'dialog' }, el('h2', { id: 'queues-title' }, say(title)), el('div', { class: 'queue-boxes' }, ...boxes), none,
      el('div', { class: 'filters-do' }, el('button', { class: 'button primary', value: 'yes' }, say('bar.queues.do')),
        el('button', { class: 'button quiet', value: 'no', formnovalidate: true }, say('bar.queues.cancel'))));
    const sheet = el('dialog', { class: 'sheet', 'data-choice': 'queues', 'aria-labelledby': 'queues-title' }, form);
    const chosen = () => [...form.querySelectorAll('input:checked')].map(box => box.value);
    form.addEventListener('submit', event => {
      if (event.submitter?.value === 'yes' && !chosen().length) { event.preventDefault(); none.hidden = false; }
    });
    sheet.addEventListener('close', () => {
      const queues = sheet.returnValue === 'yes' ? chosen() : null;
      if (queues) localStorage.setItem(KEPT, JSON.stringify(queues));
      sheet.remove();
      resolve(queues);
    });
    document.body.append(sheet);
    sheet.showModal();
  });
}
