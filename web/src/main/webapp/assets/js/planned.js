/* What an agent's state becomes when the call that is on is over: as the agent asked for it in any tab, or as somebody else has set it. Holds as
   long as that call is on, also when the page is loaded anew. */
import { me } from './format.js';

const KEPT = `zongji-planned-${me?.id}`;
const kept = () => JSON.parse(localStorage.getItem(KEPT) || '{}');

/** What it waits for the end of: a call, or having been lost. */
const waitsFor = agent => agent?.call || agent?.since || '';

/** From now on; `id` names what was told perhaps more than once, and counts once. */
export function plan(action, agent, id = '') {
  const of = waitsFor(agent);
  if (of && (!id || kept().id !== id)) localStorage.setItem(KEPT, JSON.stringify({ action, of, id }));
  document.dispatchEvent(new Event('planned'));
}

/** What was asked for; null when nothing. */
export const planned = agent => (waitsFor(agent) && kept().of === waitsFor(agent) ? kept().action : null);

addEventListener('storage', ({ key }) => { if (key === KEPT) document.dispatchEvent(new Event('planned')); });
