/* Agents who ask for a rest, where somebody has to allow it: on the team page to be allowed or refused, with a notice on a supervisor's
   other pages, and in the own connection bar to be taken back. */
import { me, supervises, say, el, icon, since, notice, dismiss, patch, refused, reasonOf, base } from './format.js';
import { board, onChange, onTold, takeRestBack, decideRest } from './line.js';
import { beep } from './alarms.js';

let rests = [], known = new Map();
const key = one => one.agent + one.since;
const reasonFor = one => reasonOf({ state: 'REST', reason: one.reason });
const nameOf = one => board.agents.get(one.agent)?.name || one.agent;

/** The rest that the agent here has asked for; undefined for none. */
export const ownRest = () => rests.find(one => one.agent === me?.id);

/** What the connection bar says of it, with the way out. */
export function restAsked() {
  const own = ownRest();
  if (!own) return '';
  const words = reasonFor(own) ? say('bar.rest.askedFor', reasonFor(own)) : say('bar.rest.asked');
  return el('span', { class: 'chip rest-asked', 'data-rest-asked': own.reason }, icon('s-REST'), el('span', { role: 'status', title: words }, words),
    el('button', { type: 'button', 'data-ask': 'TAKE_BACK', 'aria-label': say('bar.rest.takeBack'), title: say('bar.rest.takeBack'), onclick: takeBack }, icon('close', true)));
}

async function takeBack() {
  const refusal = await takeRestBack();
  if (refusal !== null) refused(refusal);
}

async function decide(one, allowed) {
  const answer = await decideRest(one.agent, allowed);
  if (answer.refusal) refused(answer.refusal);
  else notice(say(!allowed ? 'team.rest.refused' : answer.later ? 'team.rest.later' : 'team.rest.allowed', nameOf(one)));
}

function row(one) {
  const choice = (act, allowed, look) => el('button', { type: 'button', class: look, 'data-act': act, onclick: () => decide(one, allowed) }, say(allowed ? 'team.rest.allow' : 'team.rest.refuse'));
  return el('div', { class: 'alarm is-wrap', 'data-rest': one.agent }, icon('s-REST'), el('strong', {}, say('team.rest.asks', nameOf(one))),
    reasonFor(one) ? el('span', {}, reasonFor(one)) : '', since(one.since, 'num muted'), choice('allow-rest', true, 'button primary'), choice('refuse-rest', false, 'button'));
}

function draw() {
  if (!board.ready) return;
  const box = document.getElementById('rests'), others = rests.filter(one => one.agent !== me?.id);
  if (box) patch(box, others.map(one => [key(one), JSON.stringify([one, nameOf(one)]), () => row(one)]));
  const fresh = others.filter(one => !known.has(key(one)));
  known.forEach((one, was) => { if (!others.some(now => key(now) === was)) dismiss('rest-' + one.since); });
  known = new Map(others.map(one => [key(one), one]));
  if (fresh.length) beep();
  if (!box) fresh.forEach(one => notice(el('a', { href: `${base}/team.xhtml` }, say('team.rest.asks', nameOf(one))), false, 'rest-' + one.since, true));
}

onTold('rests', message => {
  rests = message.rests;
  document.dispatchEvent(new CustomEvent('rests'));
  if (supervises) draw();
});
if (supervises) onChange(draw);
