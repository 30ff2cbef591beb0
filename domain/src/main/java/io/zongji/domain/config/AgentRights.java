package io.zongji.domain.config;

/**
 * What an agent may do about being in queues.
 *
 * @param online       may sign in; taken away by a forced sign-out until an administrator gives it back
 * @param chooseQueues chooses the queues when signing in, where the enterprise leaves it to the agent
 * @param resetQueues  may choose other queues while signed in
 * @param outsidePhone may have calls rung at a phone outside
 */
public record AgentRights(boolean online, boolean chooseQueues, boolean resetQueues, boolean outsidePhone) {
    /** May sign in to all queues, and change them. */
    public static final AgentRights USUAL = new AgentRights(true, false, true, false);
}
