/* Messages from supervisors, at the lower right until they are read; unread ones are there again after a reload. */
import { say, el, icon, clock, patch, refused } from './format.js';
import { onTold, markRead } from './line.js';

const box = el('div', { class: 'messages', role: 'log', 'aria-live': 'assertive' });
document.getElementById('notices').before(box);

async function read(message) {
  const refusal = await markRead(message.id);
  if (refusal !== null) refused(refusal);
}

onTold('messages', told => patch(box, told.messages.map(message => [String(message.id), '', () => el('section', { class: 'notice message', 'data-message': message.id },
  icon('chat'), el('div', {}, el('p', { class: 'muted' }, say('message.from', message.from), ' · ', el('span', { class: 'num' }, clock(message.at))), el('p', { class: 'message-text' }, message.text),
    el('button', { type: 'button', class: 'button', 'data-act': 'read', onclick: () => read(message) }, say('message.read'))))])));
