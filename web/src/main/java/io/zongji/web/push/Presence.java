package io.zongji.web.push;

import io.zongji.domain.AgentId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Which agents have a page, or a line of a program that acts for them, that can be heard: each says something every few seconds,
 * whatever it shows. Who was heard once and then not for a while is lost; who never was, such as an agent with a telephone
 * alone, has nothing to lose. Thread-safe; told the time.
 */
final class Presence {
    /** Longer than a page takes to reload, short enough that a caller is hardly offered to nobody. */
    static final long PATIENCE_MS = 12_000;

    private final Consumer<AgentId> lost;
    private final Consumer<AgentId> back;
    private final Map<AgentId, Long> heard = new HashMap<>();
    /** Nobody is lost before. */
    private long notBefore = Long.MIN_VALUE;

    /** Tells of the first page or line of an agent, of the loss of the last, and of the first one after that. Both must be quick. */
    Presence(Consumer<AgentId> lost, Consumer<AgentId> back) {
        this.lost = lost;
        this.back = back;
    }

    /** A page or a line of the agent has said something. */
    synchronized void heard(AgentId agent, long nowMillis) {
        if (heard.put(agent, nowMillis) == null) {
            back.accept(agent);
        }
    }

    /**
     * To be asked every second or so.
     *
     * @param loads whether a page could load now. While none can, nobody is lost by reloading it, and all have the whole
     *              patience again afterwards
     */
    synchronized void check(long nowMillis, boolean loads) {
        if (!loads) {
            notBefore = nowMillis + PATIENCE_MS;
        }
        if (nowMillis < notBefore) {
            return;
        }
        heard.entrySet().removeIf(entry -> {
            boolean silent = nowMillis - entry.getValue() > PATIENCE_MS;
            if (silent) {
                lost.accept(entry.getKey());
            }
            return silent;
        });
    }
}
