package io.zongji.domain.config;

/** Whether agents choose their queues when they sign in: the enterprise's rule (座席签入技能方式). */
public enum SkillSignIn {
    /** As each agent's own parameter says. */
    AGENT_DECIDES,
    /** Everybody is in all queues that they serve. */
    ALL_AUTOMATIC,
    /** Everybody chooses. */
    ALL_CHOSEN;

    /** Whether this agent chooses at sign-in. */
    public boolean chooses(Agent agent) {
        return switch (this) {
            case AGENT_DECIDES -> agent.rights().chooseQueues();
            case ALL_AUTOMATIC -> false;
            case ALL_CHOSEN -> true;
        };
    }
}
