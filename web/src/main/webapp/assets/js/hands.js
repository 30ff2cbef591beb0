/* Agents who ask for help: raised hands on the team page, to be taken with one click; a notice on a supervisor's other pages. */
import { me, supervises, say, el, icon, since, notice, patch, refused, base, customerOf } from './format.js';
import { board, onChange, hand } from './line.js';
import { hands } from './hand-state.js';
import { join } from './call-control.js';
import { beep } from './alarms.js';

let known = new Set();
const key = one => one.agent + one.since;

/** The hand stays up until somebody is on the way into the call: a phone that was mistyped helps nobody. */
async function take(one) {
  const call = board.calls.get(one.call);
  if (call && !await join(call, 'LISTEN')) return;
  const refusal = await hand({ take: one.agent });
  if (refusal !== null) refused(refusal);
}

function row(one) {
  const agent = board.agents.get(one.agent), call = board.calls.get(one.call);
  return el('div', { class: 'alarm is-ringing pulse', 'data-hand': one.agent }, icon('hand'), el('strong', {}, say('hand.asks', agent?.name || one.agent)),
    call ? el('span', { class: 'num' }, customerOf(call) || say('live.withheld')) : el('span', { class: 'muted' }, say('hand.noCall')), since(one.since, 'num muted'),
    el('button', { type: 'button', class: 'button primary', 'data-act': 'take-hand', onclick: () => take(one) }, icon('listen', true), say(call ? 'hand.listen' : 'hand.take')));
}

function draw() {
  if (!board.ready) return;
  const box = document.getElementById('hands'), others = hands.filter(one => supervises && one.agent !== me?.id);
  if (box) patch(box, others.map(one => [key(one), JSON.stringify([one, board.agents.get(one.agent)?.name, board.calls.has(one.call)]), () => row(one)]));
  const fresh = others.filter(one => !known.has(key(one)));
  known = new Set(others.map(key));
  if (fresh.length) beep();
  if (!box) fresh.forEach(one => notice(el('a', { href: `${base}/team.xhtml` }, say('hand.asks', board.agents.get(one.agent)?.name || one.agent)), true));
}

document.addEventListener('hands', draw);
onChange(draw);
