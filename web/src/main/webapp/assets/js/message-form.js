/* Where a supervisor writes a message. */
import { say, el, notice, refused } from './format.js';
import { write } from './line.js';

/** A field and a button; to tells whom the text is for when it is sent. */
export function messageForm(to) {
  const text = el('textarea', { name: 'message', rows: 2, maxlength: 1000, placeholder: say('message.text'), 'aria-label': say('message.text') });
  return el('form', { class: 'message-form', onsubmit: async event => {
    event.preventDefault();
    if (!text.value.trim()) { text.focus(); notice(say('message.empty'), true, 'message'); return; }
    const refusal = await write(to(), text.value.trim());
    if (refusal !== null) { refused(refusal); return; }
    text.value = '';
    notice(say('message.sent'));
    document.dispatchEvent(new CustomEvent('message-sent'));
  } }, text, el('button', { class: 'button', 'data-act': 'send' }, say('message.send')));
}
