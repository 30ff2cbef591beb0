package io.zongji.store.recovery;

import io.zongji.domain.AgentId;
import java.util.Map;

/**
 * What the recovery found.
 *
 * @param callsClosed calls that had no end
 * @param recordingsRepaired recordings that were cut off and can be played now
 * @param recordingsLost recordings that were cut off and of which nothing is left
 * @param agents the last known state of every agent who ever had one
 */
public record RecoveryResult(
        int callsClosed, int recordingsRepaired, int recordingsLost, Map<AgentId, LastState> agents) {

    public RecoveryResult {
        agents = Map.copyOf(agents);
    }
}
