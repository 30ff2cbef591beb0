/* A phone outside that stays on the line between calls: whether it is there, and if not, the button that has it called again. What is
   true, the server says: asked after every change of the agent's state, and while the phone is being called. */
import { me, say, knows, el, icon, notice, refused } from './format.js';
import { board, onChange, ask } from './line.js';
import { askDevice } from './moving.js';

const LOOK = { CALLING: 'is-ringing pulse', UP: 'is-ready', DOWN: 'is-lost' };
const AGAIN = 1500;
const place = el('span', { class: 'standing', role: 'status' });
let device = null, state = '', timer = null;

/** Where the bar tells of it. */
export const standingPlace = () => place;

async function ring() {
  const refusal = await ask('CHOOSE_DEVICE', '', undefined, device.number, 'STANDING');
  if (refusal !== null) refused(refusal); else notice(say('device.standing.now', device.number));
  askDevice();
}

function draw() {
  clearTimeout(timer);
  const leg = device?.mode === 'STANDING' && state !== 'SIGNED_OUT' ? device.leg : null;
  if (!leg) { place.replaceChildren(); return; }
  if (leg.stage === 'CALLING') timer = setTimeout(askDevice, AGAIN);
  const key = 'state.reason.' + leg.why, why = knows(key) ? say(key) : '';
  place.replaceChildren(
    el('span', { class: `chip ${LOOK[leg.stage]}`, 'data-standing': leg.stage, title: why || null }, icon('phone', true), say('device.standing.' + leg.stage)),
    leg.stage === 'DOWN' ? el('button', { type: 'button', class: 'button quiet', 'data-act': 'ring', onclick: ring }, say('device.standing.ring')) : '');
}

if (me) {
  document.addEventListener('device', event => { device = event.detail; draw(); });
  onChange(() => {
    const now = board.agents.get(me.id)?.state || 'SIGNED_OUT';
    if (now === state) return;
    state = now;
    if (me.outsidePhone && now !== 'SIGNED_OUT') askDevice(); else draw();
  });
}
