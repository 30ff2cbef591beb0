/* The PIN by which the agent signs in at any desk phone. It goes to the server and is never shown. */
import { base, el, me, notice, say } from './format.js';

async function send(request, there, done) {
  const answer = await fetch(`${base}/api/me/pin`, request).catch(() => null);
  if (answer?.ok) me.pin = there;
  notice(say(answer?.ok ? done : 'device.pin.failed'), !answer?.ok, 'pin');
}
const save = pin => send({ method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ pin }) }, true, 'device.pin.done');
const remove = () => send({ method: 'DELETE' }, false, 'device.pin.removed');

function open() {
  const field = (name, label) => el('input', { type: 'password', inputmode: 'numeric', name, maxlength: 10, autocomplete: 'new-password', 'aria-label': label, placeholder: label });
  const first = field('pin', say('device.pin.new')), again = field('again', say('device.pin.again'));
  const bad = el('p', { class: 'problem', role: 'alert', hidden: true }, say('device.pin.bad'));
  const form = el('form', { method: 'dialog' }, el('h2', { id: 'pin-title' }, say('device.pin')),
    el('div', { class: 'device-kinds' }, first, again), el('p', { class: 'hint' }, say('device.pin.hint')), bad,
    el('div', { class: 'filters-do' }, el('button', { class: 'button primary', value: 'yes' }, say('device.pin.save')), el('button', { class: 'button quiet', value: 'no', formnovalidate: true }, say('bar.queues.cancel')),
      me.pin ? el('button', { class: 'button quiet push', value: 'remove', formnovalidate: true }, say('device.pin.remove')) : ''));
  form.addEventListener('submit', event => {
    if (event.submitter?.value === 'yes' && (!/^[0-9]{4,10}$/.test(first.value) || first.value !== again.value)) { event.preventDefault(); bad.hidden = false; }
  });
  const sheet = el('dialog', { class: 'sheet', 'data-choice': 'pin', 'aria-labelledby': 'pin-title' }, form);
  sheet.addEventListener('close', () => { sheet.remove(); ({ yes: () => save(first.value), remove })[sheet.returnValue]?.(); });
  document.body.append(sheet);
  sheet.showModal();
}

/** Opens the form for it. */
export const pinButton = () => el('button', { type: 'button', class: 'button quiet push', 'data-act': 'pin', onclick: open }, say(me.pin ? 'device.pin.change' : 'device.pin.set'));
