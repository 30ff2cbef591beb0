/* The state that pages show of an agent, and the one to come: who is only being rung by a colleague or a supervisor's transfer does not talk yet. */
import { say, reasonOf } from './format.js';

/** The agent's state, but OFFERED while none of the agent's phones in the call was answered. */
export const shownState = agent => (agent.rings ? 'OFFERED' : agent.state);

/** What follows when the call is over, or the phone is back: "Then Rest (lunch)". */
export function nextWords(agent) {
  const reason = reasonOf({ state: agent.next, reason: agent.nextReason });
  return say('state.next', say('state.' + agent.next)) + (reason ? ` (${reason})` : '');
}
