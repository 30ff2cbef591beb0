/* The state that pages show of an agent: who is only being rung by a colleague or a supervisor's transfer does not talk yet. */

/** The agent's state, but OFFERED while none of the agent's phones in the call was answered. */
export const shownState = agent => (agent.rings ? 'OFFERED' : agent.state);
