package io.zongji.server;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.Device;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.domain.journal.JournalEntry;
import io.zongji.domain.live.LiveBoard;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.store.config.ChosenDevices;
import io.zongji.store.config.ConfigurationCache;
import io.zongji.store.recovery.LastState;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which device rings for which agent: the phone of the own extension, unless the agent chose another one until signing out.
 * Sees to it that an agent has one device, and a device one agent. Thread-safe.
 */
final class AgentDevices {

    private static final Logger log = LoggerFactory.getLogger(AgentDevices.class);

    private final ConfigurationCache configuration;
    private final ChosenDevices kept;
    private final LiveBoard board;
    private final Clock clock;
    private final Map<AgentId, Instant> chosenAt = new HashMap<>();

    AgentDevices(ConfigurationCache configuration, ChosenDevices kept, LiveBoard board, Clock clock) {
        this.configuration = configuration;
        this.kept = kept;
        this.board = board;
        this.clock = clock;
    }

    /** The device chosen instead of the phone of the own extension; null for none. */
    Device chosen(AgentId agent) {
        return configuration.get().devices().chosen().get(agent);
    }

    /**
     * Chooses a device.
     *
     * @param number an extension or a number outside; null or empty for the phone of the own extension
     * @return null when done, else the code of why not
     */
    synchronized String choose(AgentId agent, String number) {
        Configuration now = configuration.get();
        String own = now.agent(agent).map(Agent::extension).orElse("");
        if (number == null || number.isEmpty() || number.equals(own)) {
            return isTaken(agent, Device.extension(own.isEmpty() ? "none" : own))
                    ? AgentRequest.DEVICE_TAKEN
                    : keep(agent, null);
        }
        boolean inside = now.extension(number).isPresent();
        Device device = inside ? Device.extension(number) : Device.outside(number);
        if (!inside && now.trunkTo(number).isEmpty()) {
            return AgentRequest.NO_SUCH_DEVICE;
        } else if (!inside && !mayBeOutside(now, agent)) {
            return AgentRequest.OUTSIDE_PHONE_NOT_PERMITTED;
        }
        return isTaken(agent, device) ? AgentRequest.DEVICE_TAKEN : keep(agent, device);
    }

    /** As {@link #choose}, without asking: the choice of before was right. */
    synchronized void putBack(AgentId agent, Device device) {
        keep(agent, device);
    }

    /** After a restart: who is not signed in works nowhere. */
    synchronized void restore(Map<AgentId, LastState> last) {
        Set.copyOf(configuration.get().devices().chosen().keySet()).stream()
                .filter(agent ->
                        !last.containsKey(agent) || !last.get(agent).state().signedIn())
                .forEach(agent -> keep(agent, null));
    }

    /** Who signs out leaves the device. */
    void accept(JournalEntry entry) {
        if (entry instanceof AgentEvent event && event.state() == AgentState.SIGNED_OUT) {
            left(event.agent(), event.at());
        }
    }

    private synchronized void left(AgentId agent, Instant at) {
        // Who has signed in again since is told of late.
        boolean newer = chosenAt.containsKey(agent) && chosenAt.get(agent).isAfter(at);
        if (!newer && chosen(agent) != null) {
            keep(agent, null);
        }
    }

    private static boolean mayBeOutside(Configuration now, AgentId agent) {
        return now.agent(agent).filter(one -> one.rights().outsidePhone()).isPresent();
    }

    private boolean isTaken(AgentId agent, Device device) {
        Configuration now = configuration.get();
        boolean chosen = now.devices().chosen().entrySet().stream()
                .anyMatch(other ->
                        !other.getKey().equals(agent) && other.getValue().equals(device));
        Optional<AgentId> sitting = device.isOutside()
                ? Optional.empty()
                : now.devices().agentAt(device.number()).map(Agent::id).filter(other -> !other.equals(agent));
        return chosen || sitting.filter(this::isSignedIn).isPresent();
    }

    private boolean isSignedIn(AgentId agent) {
        return board.state(agent).signedIn();
    }

    private String keep(AgentId agent, Device device) {
        Device before = chosen(agent);
        if (device == null ? before == null : device.equals(before)) {
            return null;
        }
        try {
            kept.keep(agent, device);
        } catch (SQLException e) {
            log.error("The device of agent {} cannot be kept", agent, e);
            return AgentRequest.UNAVAILABLE;
        }
        chosenAt.put(agent, clock.instant());
        configuration.choose(agent, device);
        return null;
    }
}
