/* The softphone's controls at the lower left of every page of an agent. */
import { me, say, el, icon, duration, holdFocus } from './format.js';
import { Softphone } from './softphone.js';
import { openCheck } from './phone-check.js';
import './shortcuts.js';

const dock = document.getElementById('phone');
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const LOOK = { off: 'is-away', elsewhere: 'is-away', connecting: 'is-away', ready: 'is-ready', lost: 'is-lost', ringing: 'is-ringing', talking: 'is-talking' };
let padOpen = false;

function button(act, key, cls, onclick, pressed) {
  return el('button', { type: 'button', class: cls, 'data-phone': act, onclick, 'aria-pressed': pressed === undefined ? null : String(pressed), 'aria-keyshortcuts': key ? `Alt+${key}` : null,
    title: key ? `${say('phone.' + act)} (Alt+${key})` : null }, say('phone.' + act));
}

function meter(side) { return el('meter', { min: 0, max: 1, low: 0.05, 'data-level': side, 'aria-label': say('phone.level.' + side) }); }

function pad(phone) {
  return el('div', { class: 'phone-pad', role: 'group', 'aria-label': say('phone.pad') },
    ...KEYS.map(key => el('button', { type: 'button', 'data-digit': key, onclick: () => phone.digit(key) }, key)));
}

function draw(phone) {
  const had = dock.contains(document.activeElement), focused = document.activeElement?.dataset.phone;
  dock.className = `phone ${LOOK[phone.state]}`;
  dock.dataset.phoneState = phone.state;
  const words = el('span', { class: 'phone-state', role: 'status' }, say('phone.state.' + phone.state, phone.from));
  const parts = [el('div', { class: 'phone-line' }, icon('phone'), words,
    phone.state === 'talking' ? el('span', { class: 'num', 'data-phone-time': '' }) : null,
    el('button', { type: 'button', class: 'tiny', 'data-phone': 'check', 'aria-label': say('check.title'), title: say('check.title'), onclick: openCheck }, icon('gear', true)))];
  if (phone.state === 'ringing') parts.push(el('div', { class: 'phone-keys' }, button('answer', 'A', 'button primary', () => phone.answer()), button('reject', 'H', 'button', () => phone.hangUp())));
  else if (phone.state === 'talking') {
    parts.push(meter('ours'), meter('theirs'), el('div', { class: 'phone-keys' }, button('mute', 'M', 'button', () => phone.mute(), phone.muted),
      button('keys', 'K', 'button', () => { padOpen = !padOpen; draw(phone); }, padOpen), button('hangUp', 'H', 'button primary', () => phone.hangUp())));
    if (padOpen) parts.push(pad(phone));
  } else {
    parts.push(el('div', { class: 'phone-keys' }, phone.state === 'elsewhere' ? button('take', null, 'button', () => phone.take()) : null, button(phone.on ? 'off' : 'on', null, 'button', () => (phone.on ? phone.switchOff() : phone.switchOn()))));
  }
  dock.replaceChildren(...parts);
  // Not to another button: who pressed Enter twice would switch off what was just switched on.
  if (had) { const same = dock.querySelector(`[data-phone="${focused}"]`); if (same) same.focus(); else holdFocus(dock); }
  document.dispatchEvent(new Event('zongji-phone'));
}

function tick(phone) {
  for (const one of dock.querySelectorAll('[data-level]')) one.value = phone.sound.level(one.dataset.level);
  const time = dock.querySelector('[data-phone-time]');
  if (time) time.textContent = duration(Date.now() - phone.since);
}

if (dock && me) {
  // Where the browser cannot be a phone, the desk says why; other pages are spared it.
  dock.hidden = !Softphone.possible && !document.getElementById('in-hand');
  if (!Softphone.possible) dock.replaceChildren(el('p', { class: 'muted' }, say(me.phone ? 'phone.insecure' : 'phone.none')));
  else {
    const phone = new Softphone(draw);
    draw(phone);
    setInterval(() => tick(phone), 100);
    document.addEventListener('keydown', event => {
      if (event.key === 'Escape' && padOpen) { padOpen = false; draw(phone); }
      if (padOpen && KEYS.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.target.closest('input, textarea')) phone.digit(event.key);
    });
  }
}
