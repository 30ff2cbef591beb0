/* The state that pages show of an agent: who is only being rung by a colleague or a supervisor's transfer does not talk yet. */
import { board } from './line.js';

/** The agent's state, but OFFERED while none of the agent's phones in the call was answered. */
export function shownState(agent) {
  const legs = agent.state === 'TALKING' ? board.calls.get(agent.call)?.legs.filter(leg => leg.agent === agent.id && !leg.ended) || [] : [];
  return legs.length && legs.every(leg => leg.state === 'ALERTING') ? 'OFFERED' : agent.state;
}
