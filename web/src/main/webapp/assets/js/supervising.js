/* What every page of a supervisor shows on top while the supervisor takes part in a call: how, in which call, and the way out. */
import { me, say, el, icon, since, patch, customerOf } from './format.js';
import { board } from './line.js';
import { ask, join, ownPhone } from './call-control.js';

const MODES = ['LISTEN', 'WHISPER', 'BARGE_IN'];
const LOOKS = { LISTEN: 'is-talking', WHISPER: 'is-wrap', BARGE_IN: 'is-lost' };
const number = party => (party || '').replace(/^sips?:/, '').replace(/[@;].*$/, '');

/** Whether a supervisor sits there, also one who has taken the call over, and talks in the agent's place; who takes calls besides has that one in hand. */
const supervisors = leg => leg.role === 'supervisor' || !me && Boolean(leg.name);

/** The supervisor's own leg in a call, and the call; null when there is none. */
export function own() {
  const phone = ownPhone();
  if (!phone) return null;
  for (const call of board.calls.values()) {
    const leg = call.legs.find(one => supervisors(one) && !one.ended && one.state !== 'NULL' && number(one.party) === phone);
    if (leg) return { call, leg };
  }
  return null;
}

export function supervising() {
  const box = document.getElementById('supervising'), mine = own();
  patch(box, mine ? [['bar', JSON.stringify([mine.call.id, mine.call.agent, mine.leg.role, mine.leg.mode, mine.leg.state]), () => mine.leg.role === 'supervisor' ? bar(mine) : taken(mine)]] : []);
}

/** The call is the supervisor's now: all that is left is to end it. */
function taken({ call }) {
  return el('section', { class: 'supervising is-lost', 'data-supervising': 'INTERCEPT' }, icon('s-TALKING'), el('strong', {}, say('team.supervising.INTERCEPT')),
    el('span', { class: 'num' }, customerOf(call) || say('live.withheld')), since(call.since),
    el('button', { type: 'button', class: 'button primary push', 'data-act': 'leave', onclick: () => ask(call, 'CLEAR_CONNECTION', { device: ownPhone() }) }, say('serve.CLEAR_CONNECTION')));
}

function bar({ call, leg }) {
  const agent = board.agents.get(call.agent), talks = leg.state === 'CONNECTED', mode = leg.mode || 'LISTEN';
  const choose = one => el('button', { type: 'button', 'aria-pressed': String(one === mode), 'data-mode': one, disabled: !talks, onclick: () => join(call, one) }, say('serve.' + one));
  return el('section', { class: `supervising ${LOOKS[mode]}`, 'data-supervising': mode },
    icon('listen'), el('strong', {}, say(talks ? 'team.supervising.' + mode : 'team.supervising.rings')),
    el('span', { class: 'num' }, say('team.supervising.with', agent?.name || call.agent || '–', customerOf(call) || say('live.withheld'))), since(call.since),
    el('div', { class: 'segments', role: 'group', 'aria-label': say('team.supervising.mode') }, ...MODES.map(choose)),
    el('button', { type: 'button', class: 'button primary', 'data-act': 'leave', onclick: () => ask(call, 'CLEAR_CONNECTION', { device: ownPhone() }) }, say('team.leave')));
}
