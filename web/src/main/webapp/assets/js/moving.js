/* A call that is to go on at another phone of the agent: that one is rung, and the bar says so until it is answered or is not. What
   happens is read off the legs of the call, so that it is told after a reload too. */
import { me, say, el, notice, base } from './format.js';
import { board, onChange, ask } from './line.js';

let wanted = '', shown = null;

const legs = () => [...board.calls.values()].flatMap(call => call.legs.filter(leg => leg.agent === me.id));
const rings = leg => leg.moves && !leg.answered && !leg.ended;
/** Whether a call is up that would go on at another phone. */
export const talks = () => legs().some(leg => leg.answered && !leg.ended);

/** The number that is about to be rung; nobody but the agent is told it. */
export function wants(number) { wanted = number; }

/** Tells the page which device the server knows of. */
export async function askDevice() {
  const answer = await fetch(`${base}/api/me`, { cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return;
  const { device, deviceMode, standingLeg } = await answer.json();
  if (device) document.dispatchEvent(new CustomEvent('device', { detail: { number: device, mode: deviceMode, leg: standingLeg } }));
}

const place = el('span', { class: 'moving', role: 'status' });
/** Where the bar tells of it. */
export const movingPlace = () => place;

const phone = () => wanted || say('device.other');
function show(leg) {
  shown = leg.id;
  place.replaceChildren(el('span', { class: 'chip is-ringing pulse' }, say('device.ringing', phone())),
    el('button', { type: 'button', class: 'button quiet', 'data-act': 'stay', onclick: () => ask('CHOOSE_DEVICE', '', undefined, ...current()) }, say('device.stay')));
}
let current = () => [];
/** What the agent goes back to who wants to stay: gives its number and mode. */
export function stayAt(device) { current = device; }

function over(leg) {
  if (leg?.answered) { notice(say('device.moved', phone()), false, 'device'); askDevice(); } else if (leg) notice(say({ busy: 'device.busy', cancelled: 'device.stays' }[leg.cause] || 'device.notTaken', phone()), leg.cause !== 'cancelled', 'device');
  shown = null;
  place.replaceChildren();
}

if (me) {
  onChange(() => {
    const all = legs(), ringing = all.find(rings);
    // Another phone may ring instead of the one before.
    if (shown && shown !== ringing?.id) over(ringing ? null : all.find(leg => leg.id === shown));
    if (ringing && shown !== ringing.id) show(ringing);
  });
}
