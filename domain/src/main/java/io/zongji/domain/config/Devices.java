package io.zongji.domain.config;

import io.zongji.domain.AgentId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What rings for whom at one moment. An agent is known by the own extension wherever the agent works; the device is where that
 * number rings. One agent has one device, and at a phone sits one agent. Immutable.
 */
public final class Devices {
    private final Map<AgentId, Device> chosen;
    private final Map<AgentId, Agent> agents;
    private final Map<String, Agent> byExtension;
    private final Map<String, Agent> guests = new HashMap<>();

    Devices(Map<AgentId, Device> chosen, Map<AgentId, Agent> agents, Map<String, Agent> byExtension) {
        this.chosen = Map.copyOf(chosen);
        this.agents = agents;
        this.byExtension = byExtension;
        this.chosen.forEach((id, device) -> {
            if (!device.isOutside() && agents.containsKey(id)) {
                guests.put(device.number(), agents.get(id));
            }
        });
    }

    /** The devices that agents chose instead of the phone of the own extension. */
    public Map<AgentId, Device> chosen() {
        return chosen;
    }

    /** What rings for the agent; empty for one who has no extension and chose nothing. */
    public Optional<Device> of(AgentId agent) {
        return Optional.ofNullable(chosen.get(agent)).or(() -> Optional.ofNullable(agents.get(agent))
                .map(Agent::extension)
                .filter(own -> !own.isBlank())
                .map(Device::extension));
    }

    /** The agent for whom a chosen device rings; empty for a phone that nobody has chosen. */
    public Optional<AgentId> userOf(Device device) {
        return chosen.entrySet().stream()
                .filter(one -> one.getValue().equals(device))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What rings when this extension is called: its own phone, unless it is the number of an agent who works elsewhere. */
    public Device at(String extension) {
        return Optional.ofNullable(byExtension.get(extension))
                .flatMap(agent -> of(agent.id()))
                .orElseGet(() -> Device.extension(extension));
    }

    /** Who works at the phone of this extension; empty for nobody's phone, and for the own one of an agent who works elsewhere. */
    public Optional<Agent> agentAt(String extension) {
        return Optional.ofNullable(guests.get(extension)).or(() -> Optional.ofNullable(byExtension.get(extension))
                .filter(owner -> !chosen.containsKey(owner.id())));
    }

    /** The number under which one who is called by this extension is known: of a guest at the phone, the guest's own. */
    public String addressOf(String extension) {
        boolean ownerElsewhere = Optional.ofNullable(byExtension.get(extension))
                .filter(owner -> chosen.containsKey(owner.id()))
                .isPresent();
        return ownerElsewhere ? extension : callerAt(extension);
    }

    /** The number under which one who calls from this phone is known. */
    public String callerAt(String extension) {
        return Optional.ofNullable(guests.get(extension))
                .map(Agent::extension)
                .filter(own -> !own.isBlank())
                .orElse(extension);
    }
}
