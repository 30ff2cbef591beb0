package io.zongji.simulator;

import java.time.Duration;

/**
 * An agent and a caller talk: they take turns of some seconds until one of them has had enough. The caller may be somebody
 * who is not simulated; then the agent speaks, listens, and leaves it to the other to hang up. On the stack's thread.
 */
final class Conversation {

    private static final Duration PATIENCE_WITH_STRANGERS = Duration.ofMinutes(5);

    private final DemoActors actors;
    private final PhoneCall agent;
    private final Sound agentVoice;
    private final PhoneCall caller;
    private final Sound callerVoice;
    private boolean agentsTurn = true;

    /** @param caller the caller's call, or null if it is not one of ours */
    Conversation(DemoActors actors, PhoneCall agent, Sound agentVoice, PhoneCall caller, Sound callerVoice) {
        this.actors = actors;
        this.agent = agent;
        this.agentVoice = agentVoice;
        this.caller = caller;
        this.callerVoice = callerVoice;
    }

    void begin() {
        turn();
        PhoneCall first = caller != null && actors.random().nextInt(100) < 70 ? caller : agent;
        actors.stack().later(caller == null ? PATIENCE_WITH_STRANGERS : length(), first::hangUp);
    }

    /** 20 to 60 s, more often short than long. */
    private Duration length() {
        double seconds = 20 - 12 * Math.log(1 - actors.random().nextDouble());
        return Duration.ofMillis((long) (Math.min(60, seconds) * 1000));
    }

    private void turn() {
        if (agent.state() == CallState.ENDED) {
            return;
        }
        agent.audio().say(agentsTurn ? agentVoice : Sound.SILENCE);
        if (caller != null) {
            caller.audio().say(agentsTurn ? Sound.SILENCE : callerVoice);
        }
        agentsTurn = !agentsTurn;
        actors.stack().later(actors.between(1800, 5000), this::turn);
    }
}
