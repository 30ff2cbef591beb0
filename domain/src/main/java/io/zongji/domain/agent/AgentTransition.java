package io.zongji.domain.agent;

/** One cell of the table: what an action means in a state. */
public sealed interface AgentTransition {

    /** Go to that state. */
    record Move(AgentState state) implements AgentTransition {}

    /** Stay, and go to that state when the call is over. */
    record Reserve(AgentState state) implements AgentTransition {}

    /** Go to the state that the settings name: for signing in, or for after a rest. */
    record AsSetUp() implements AgentTransition {}

    /** Go to the reserved state; without one to that state, or to wrap-up after a call when there is a wrap-up time. */
    record AsReserved(AgentState usual) implements AgentTransition {}

    /** Stay, for longer than was meant. */
    record Prolong() implements AgentTransition {}

    /** Nothing changes and nobody is told: the news is no news in this state. */
    record Ignore() implements AgentTransition {}

    /** Not allowed. */
    record Refuse(String reason) implements AgentTransition {}
}
