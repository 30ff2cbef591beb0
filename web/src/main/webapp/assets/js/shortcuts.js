/* Keys for what an agent does all day: each presses the button that is there, so that nothing can be done by key that cannot be done by hand. */
import { say, notice } from './format.js';

const KEYS = {
  KeyA: ['[data-phone=answer]', '[data-service=ANSWER]'],
  KeyH: ['[data-phone=reject]', '[data-phone=hangUp]', '[data-service=CLEAR_CONNECTION]'],
  KeyP: ['[data-service=HOLD]', '[data-service=RETRIEVE]'],
  KeyM: ['[data-phone=mute]'],
  KeyK: ['[data-phone=keys]', '[data-act=digits]'],
  KeyC: ['#find-colleague'],
  KeyT: ['input[name=deflect]', 'input[name=target]'],
  KeyU: ['#look-up'],
};

document.addEventListener('keydown', event => {
  const wanted = event.altKey && !event.ctrlKey && !event.metaKey && KEYS[event.code];
  if (!wanted) return;
  event.preventDefault();
  const target = wanted.map(one => document.querySelector(one)).find(Boolean);
  if (!target) notice(say('bar.notNow'), true, 'key');
  else if (target.matches('input')) { target.focus(); target.select(); } else target.click();
});
