package io.zongji.server.watchdog;

import java.time.Duration;

/** In what the parts of the call centre may differ. */
public enum DifferenceKind {
    /** The agent is said to talk in a call that is gone. */
    AGENT_WITHOUT_CALL("agentWithoutCall", Duration.ofSeconds(15)),
    /** The agent's phone is in a call, and the ACD would offer the agent another. Told, not repaired: nobody is cut off. */
    CALL_WITHOUT_AGENT("callWithoutAgent", Duration.ofSeconds(15)),
    /** The live view has a call that nothing in the SLEE serves. */
    CALL_WITHOUT_ENTITY("callWithoutEntity", Duration.ofSeconds(15)),
    /** Legs live on whose call is over. SIP may keep one for half a minute, to hear the answer to its last request. */
    ENTITY_WITHOUT_CALL("entityWithoutCall", Duration.ofSeconds(120)),
    /** A media connection or recorder that belongs to no leg. */
    MEDIA_WITHOUT_LEG("mediaWithoutLeg", Duration.ofSeconds(15)),
    /** A SIP dialog or transaction that belongs to no leg; a transaction may last half a minute. */
    SIP_WITHOUT_LEG("sipWithoutLeg", Duration.ofSeconds(120));

    private final String code;
    private final Duration grace;

    DifferenceKind(String code, Duration grace) {
        this.code = code;
        this.grace = grace;
    }

    /** The name in figures, alarms and interfaces. */
    public String code() {
        return code;
    }

    /** For so long the parts may differ, since each hears of the others a little later. */
    public Duration grace() {
        return grace;
    }
}
