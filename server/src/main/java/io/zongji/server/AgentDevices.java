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
import java.util.stream.Stream;
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
    /** Those that ring for agents who move there in mid-call. */
    private final Map<AgentId, Device> reserved = new HashMap<>();

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
     * @param device as {@link #device} tells
     * @return null when done, else the code of why not
     */
    synchronized String choose(AgentId agent, Device device) {
        String refusal = refusal(agent, device);
        return refusal != null ? refusal : keep(agent, device);
    }

    /**
     * Sees to it that nobody else takes a device to which an agent moves in mid-call. One device at a time is kept for an
     * agent: another one than before, when asked again.
     *
     * @param device as {@link #device} tells
     * @return null when done, else the code of why not
     */
    synchronized String reserve(AgentId agent, Device device) {
        String refusal = refusal(agent, device);
        if (refusal == null) {
            reserved.put(agent, device);
        }
        return refusal;
    }

    /** The agent works at the reserved device from now on; false for one who has left meanwhile, or when it cannot be kept. */
    synchronized boolean arrived(AgentId agent, Device device) {
        stayed(agent, device);
        return isSignedIn(agent) && keep(agent, device) == null;
    }

    /** The reserved device was not answered. */
    synchronized void stayed(AgentId agent, Device device) {
        reserved.remove(agent, device);
    }

    /**
     * The device behind what an agent has typed.
     *
     * @param number   an extension or a number outside; null or empty for the phone of the own extension
     * @param standing whether a phone outside is to stay on the line between calls; without effect for others
     */
    Device device(AgentId agent, String number, boolean standing) {
        Configuration now = configuration.get();
        String wanted = number == null || number.isEmpty() ? ownNumber(agent) : number;
        boolean inside =
                wanted.equals(ownNumber(agent)) || now.extension(wanted).isPresent();
        if (inside) {
            return Device.extension(wanted);
        }
        return standing ? Device.standing(wanted) : Device.outside(wanted);
    }

    private Device own(AgentId agent) {
        return Device.extension(ownNumber(agent));
    }

    /** The own extension; for an agent without one a number that no device has. */
    String ownNumber(AgentId agent) {
        return configuration
                .get()
                .agent(agent)
                .map(Agent::extension)
                .filter(own -> !own.isBlank())
                .orElse("none");
    }

    /** Why the agent cannot have the device now; null when that is possible. */
    synchronized String refusal(AgentId agent, Device device) {
        Configuration now = configuration.get();
        if (device.isOutside() && now.trunkTo(device.number()).isEmpty()) {
            return AgentRequest.NO_SUCH_DEVICE;
        } else if (device.isOutside() && !mayBeOutside(now, agent)) {
            return AgentRequest.OUTSIDE_PHONE_NOT_PERMITTED;
        }
        return isTaken(agent, device) ? AgentRequest.DEVICE_TAKEN : null;
    }

    /** As {@link #choose}, without asking: the choice of before was right. */
    synchronized void putBack(AgentId agent, Device device) {
        keep(agent, device == null ? own(agent) : device);
    }

    /** After a restart: who is not signed in works nowhere. */
    synchronized void restore(Map<AgentId, LastState> last) {
        Set.copyOf(configuration.get().devices().chosen().keySet()).stream()
                .filter(agent ->
                        !last.containsKey(agent) || !last.get(agent).state().signedIn())
                .forEach(agent -> keep(agent, own(agent)));
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
            keep(agent, own(agent));
        }
    }

    private static boolean mayBeOutside(Configuration now, AgentId agent) {
        return now.agent(agent).filter(one -> one.rights().outsidePhone()).isPresent();
    }

    private boolean isTaken(AgentId agent, Device device) {
        Configuration now = configuration.get();
        boolean chosen = Stream.of(now.devices().chosen(), reserved)
                .flatMap(each -> each.entrySet().stream())
                .anyMatch(other ->
                        !other.getKey().equals(agent) && other.getValue().isSamePhone(device));
        Optional<AgentId> sitting = device.isOutside()
                ? Optional.empty()
                : now.devices().agentAt(device.number()).map(Agent::id).filter(other -> !other.equals(agent));
        return chosen || sitting.filter(this::isSignedIn).isPresent();
    }

    private boolean isSignedIn(AgentId agent) {
        return board.state(agent).signedIn();
    }

    private String keep(AgentId agent, Device wanted) {
        Device before = chosen(agent);
        // The phone of the own extension needs no choice.
        Device device = wanted.equals(own(agent)) ? null : wanted;
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
