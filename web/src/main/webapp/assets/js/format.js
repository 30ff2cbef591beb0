/* Words, times and small pieces of page that every module uses. */
const facts = JSON.parse(document.getElementById('facts')?.textContent || '{}');
export const me = facts.agent || null;
/** Whose portal session it is; empty when nobody is signed in. */
export const login = facts.login || '';
export const watches = facts.watches;
export const supervises = facts.supervises;
export const language = facts.language;
/** What may come of a conversation, as set up: code, name in the reader's language, queues that it is for (none: all). */
export const wrapUpCodes = facts.wrapUpCodes || [];
/** How long a wrap-up lasts, in ms: the agent's own time, or null, and that of each queue. */
export const wrapUpTimes = facts.agent?.wrapUp || {};
/** Why agents are busy or at rest, as set up: code, state, name in the reader's language, limit in minutes. */
export const reasons = facts.reasons || [];
/** The numbers of ours that may be shown to who is called outside. */
export const callers = facts.callers || [];
/** Queues and flows that a call can be handed to. */
export const targets = facts.targets || { queues: [], flows: [] };
const words = facts.words || {};
export const base = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

const isHan = sign => /\p{Script=Han}/u.test(sign || '');
/** The text of a key, with {0}, {1} filled in; the key itself shows a gap. */
export function say(key, ...values) {
  const text = words[key] ?? key;
  if (!values.length) return text;
  return text.replace(/( ?)\{(\d)\}( ?)/g, (whole, before, n, after, at) => {
    const value = String(values[n] ?? '');
    // Chinese words stand apart from figures and foreign names, and not from each other.
    const apart = (space, one, other) => (isHan(one) && isHan(other) ? '' : space);
    return apart(before, text[at - 1], value[0]) + value + apart(after, value.at(-1), text[at + whole.length]);
  });
}
export const knows = key => key in words;

let offset = 0;
/** The server's clock: durations are right even when this computer's clock is not. */
export const serverNow = () => Date.now() + offset;
export function learnTime(now) { offset = now - Date.now(); }

/** m:ss, with hours only when there are any. */
export function duration(ms) {
  const s = Math.max(0, Math.floor(ms / 1000));
  const two = n => String(n).padStart(2, '0');
  return s < 3600 ? `${Math.floor(s / 60)}:${two(s % 60)}` : `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}
export const clock = at => new Date(at).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });

/** A moment of which the time since is shown; tick() keeps all of them current. */
export function since(at, cls = 'num') {
  const span = el('span', { class: cls });
  if (at) { span.dataset.since = at; span.textContent = duration(serverNow() - at); }
  return span;
}
/** The time left until a moment; empty when it is over. */
export function until(at, text) {
  const span = el('span', { class: 'muted', 'data-until': at, 'data-text': text });
  showLeft(span, serverNow());
  return span;
}
function showLeft(span, now) {
  const left = Number(span.dataset.until) - now, text = left > 0 ? span.dataset.text.replace('{0}', duration(left + 999)) : '';
  if (span.textContent !== text) span.textContent = text;
}
export function tick() {
  const now = serverNow();
  for (const span of document.querySelectorAll('[data-until]')) showLeft(span, now);
  for (const span of document.querySelectorAll('[data-since]')) {
    const text = duration(now - Number(span.dataset.since));
    if (span.textContent !== text) span.textContent = text;
  }
}

const SVG = 'http://www.w3.org/2000/svg';
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined) node.setAttribute(name, value);
  node.append(...children);
  return node;
}
export function icon(name, small) {
  return svg('svg', { class: small ? 'icon small' : 'icon', 'aria-hidden': 'true' }, svg('use', { href: `${base}/assets/icons.svg#${name}` }));
}
export function empty(title, text, action) {
  return el('div', { class: 'empty' }, el('strong', {}, title), el('p', {}, text), action || null);
}

/** The look of an agent's state; the same everywhere. */
export const LOOK = { IDLE: 'is-ready', OFFERED: 'is-ringing', TALKING: 'is-talking', WRAP_UP: 'is-wrap', BUSY: 'is-away', REST: 'is-away', LOST: 'is-lost', SIGNED_OUT: 'is-away' };
/** The look of a call's stage and of a leg's connection state. */
export const STAGE_LOOK = { SETUP: 'is-away', IVR: 'is-away', WAITING: 'is-ringing', RINGING: 'is-ringing', TALKING: 'is-talking', ON_HOLD: 'is-away', ENDED: 'is-away' };
export const LEG_LOOK = { NULL: 'is-away', INITIATED: 'is-away', ALERTING: 'is-ringing', CONNECTED: 'is-talking', HOLD: 'is-away', QUEUED: 'is-ringing', FAIL: 'is-lost' };

/** Shows a notice at the lower right; problems stay longer, lasting ones until they are dismissed. One of the same tag or words replaces the earlier one. */
export function notice(text, problem, tag, lasting) {
  const box = document.getElementById('notices');
  if (!box) return;
  if (tag) dismiss(tag);
  for (const one of [...box.children]) if (one.firstChild.textContent === (text.textContent ?? text)) one.remove();
  const close = el('button', { type: 'button', 'aria-label': say('bar.close'), onclick: () => note.remove() }, icon('close', true));
  const note = el('div', { class: problem ? 'notice is-lost' : 'notice', 'data-tag': tag || null }, el('p', {}, text), close);
  box.append(note);
  while (box.children.length > 3) box.firstChild.remove();
  place(box);
  if (!lasting) setTimeout(() => note.remove(), problem ? 12000 : 5000);
}

/** Takes notices away that are true no more. */
export function dismiss(tag) { document.querySelectorAll(`.notice[data-tag="${tag}"]`).forEach(note => note.remove()); }

let lastPressed = null;
addEventListener('pointerdown', event => { lastPressed = event.target; }, true);

/** Nothing lies over what one is typing, nor over the buttons that were pressed last: the box goes where it is out of the way. */
function place(box) {
  const kept = [document.activeElement?.closest('input, textarea, select, form, button'), lastPressed?.isConnected ? lastPressed.closest('form, .controls, .agent-buttons, .agent-part, .sheet, li, button') : null].filter(Boolean)
    .map(node => node.getBoundingClientRect());
  for (const where of ['', 'up', 'aside']) {
    box.className = `notices ${where}`.trim();
    const own = box.getBoundingClientRect();
    if (!kept.some(one => own.left < one.right && one.left < own.right && own.top < one.bottom && one.top < own.bottom)) return;
  }
  box.className = 'notices';
}

/** Tells why something was not done: by the reader's words for the code or sentence of the refusal, else by itself. */
export function refused(refusal, tag) {
  const key = 'refusal.' + refusal.replace(/[^A-Za-z]+/g, '_');
  notice(knows(key) ? say(key) : say('refusal.other', refusal), true, tag);
}

let pressed = null;
const late = new Map();
addEventListener('pointerdown', event => { pressed = event.target; }, true);
function release() {
  pressed = null;
  const draws = [...late.values()];
  late.clear();
  draws.forEach(draw => draw());
}
// After the click, which comes after these.
for (const type of ['pointerup', 'pointercancel']) addEventListener(type, () => setTimeout(release), true);
addEventListener('pointermove', event => { if (pressed && !event.buttons) release(); }, true);

/** Whether the mouse button is down on something here: it would be lost when that is drawn anew. Then it is drawn when the button is up. */
export function isPressed(box, draw) {
  if (!pressed || !box.contains(pressed)) { late.delete(box); return false; }
  late.set(box, draw);
  return true;
}

/** Gives back the focus to what takes the place of what has it: the one with the same data, or at the same place. */
function focusOf(node) {
  const focused = document.activeElement;
  if (focused === node) return fresh => fresh.focus();
  if (!node.contains(focused)) return () => {};
  const same = JSON.stringify(focused.dataset), at = [...node.querySelectorAll(focused.tagName)].indexOf(focused);
  return fresh => {
    const all = [...fresh.querySelectorAll(focused.tagName)];
    const next = all.find(one => JSON.stringify(one.dataset) === same) || all[at] || all[0];
    if (next) next.focus(); else holdFocus(fresh);
  };
}

/** Who works by keyboard goes on from here, where what had the focus has gone. */
export function holdFocus(box) {
  if (box.tabIndex < 0) box.setAttribute('tabindex', '-1');
  box.focus({ preventScroll: true });
}

/** Makes the children of a box equal to these [key, signature, make] entries; what did not change is left alone. */
export function patch(box, entries) {
  if (isPressed(box, () => patch(box, entries))) return;
  const old = new Map();
  for (const child of [...box.children]) {
    if (child.dataset.key === undefined) child.remove(); else old.set(child.dataset.key, child);
  }
  let at = box.firstElementChild;
  for (const [key, signature, make] of entries) {
    let node = old.get(key);
    if (node && node.dataset.signature !== signature) {
      const fresh = make(), focus = focusOf(node);
      if (at === node) at = fresh;
      node.replaceWith(fresh);
      node = fresh;
      focus(node);
    } else if (!node) {
      node = make();
    }
    node.dataset.key = key;
    node.dataset.signature = signature;
    old.delete(key);
    if (at === node) at = node.nextElementSibling; else box.insertBefore(node, at);
  }
  const bereft = [...old.values()].some(node => node.contains(document.activeElement));
  old.forEach(node => node.remove());
  if (bereft) holdFocus(box.childElementCount ? box : box.parentElement);
}

/** Why an agent gets no calls, in the reader's language: a reason that is set up, or one of the system's own; empty in states that need none. */
export function reasonOf(agent) {
  if (!['BUSY', 'REST', 'LOST', 'SIGNED_OUT'].includes(agent?.state)) return '';
  const chosen = reasons.find(reason => reason.code === agent?.reason && reason.use === agent.state);
  if (chosen) return chosen.name;
  const key = 'state.reason.' + (agent?.reason || '').replace(/[^A-Za-z]+/g, '_');
  return knows(key) ? say(key) : agent?.reason || '';
}

/** Whether one of ours makes the call, and has not reached anybody; a call that was made may be handed on and ring again. */
export const dialling = call => call.direction !== 'INBOUND' && ['SETUP', 'RINGING'].includes(call.stage) && !call.legs.some(leg => leg.role === 'caller' && leg.answered);
/** Which part somebody has in a call: who is none of the customer and no agent is some other party, an outside number for one. */
export const roleOf = leg => ['caller', 'supervisor'].includes(leg.role || 'caller') || leg.agent ? leg.role || 'caller' : 'other';
/** The number of the one an agent talks with: who called, or who is called. */
export const customerOf = call => call.direction === 'OUTBOUND' || call.direction === 'INTERNAL' && call.agent === me?.id ? call.to : call.from;
/** Whether three or more talk with each other, nobody on hold; supervisors are not counted. */
export const isConference = call => call.stage === 'TALKING' && call.legs.filter(leg => leg.role !== 'supervisor' && !leg.ended && leg.state === 'CONNECTED').length > 2;
/** Whether the agent has picked up, and is told of the call before the caller is put through. */
export const isAnnouncing = call => call.stage === 'RINGING' && call.legs.some(leg => leg.announcing && !leg.ended);
/** What a call does now, in one word. */
export const stageWord = call => say(isConference(call) ? 'stage.CONFERENCE' : isAnnouncing(call) ? 'stage.ANNOUNCING' : 'stage.' + call.stage);
/** What a party does: a phone that cannot be heard and is waited for counts more than that it was connected. */
export const legWord = leg => say(leg.suspended ? 'leg.SUSPENDED' : leg.announcing ? 'leg.ANNOUNCING' : 'leg.' + leg.state);
