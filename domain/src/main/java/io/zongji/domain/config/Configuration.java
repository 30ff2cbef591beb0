package io.zongji.domain.config;

import io.zongji.domain.AgentId;
import io.zongji.domain.FlowId;
import io.zongji.domain.QueueId;
import io.zongji.domain.TenantId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.flow.Flow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that is set up, as it was at one moment. Immutable and safe to share; look-ups are by hash except where a
 * network or a wildcard must be compared. References between parts need not hold (a queue that an agent serves may be
 * gone): look-ups then find nothing.
 */
public final class Configuration {
    private final TenantId tenant;
    private final long version;
    private final Settings settings;
    private final Map<String, DialledNumber> dialledNumbers;
    private final Map<String, Extension> extensions;
    private final Map<AgentId, Agent> agents;
    private final Map<String, Agent> agentsByExtension;
    private final Map<QueueId, Queue> queues;
    private final Map<FlowId, Flow> flows;
    private final Map<String, Trunk> trunks;
    private final Map<String, Trunk> trunksByDigestUser;
    private final Map<String, Trunk> trunksByContact;
    private final Map<String, BlacklistEntry> blacklist;
    private final List<BlacklistEntry> wildcards;
    private final Map<String, StateReason> stateReasons;
    private final Map<String, WrapUpCode> wrapUpCodes;
    private final Devices devices;
    private final Map<AgentId, String> pins;

    private Configuration(Builder parts) {
        tenant = parts.tenant;
        version = parts.version;
        settings = parts.settings;
        dialledNumbers = index("dialled number", parts.dialledNumbers, DialledNumber::number);
        extensions = index("extension", parts.extensions, Extension::number);
        agents = index("agent", parts.agents, Agent::id);
        agentsByExtension = index(
                "agent's extension",
                parts.agents.stream()
                        .filter(agent -> !agent.extension().isBlank())
                        .toList(),
                Agent::extension);
        queues = index("queue", parts.queues, Queue::id);
        flows = index("flow", parts.flows, Flow::id);
        trunks = index("trunk", parts.trunks, Trunk::name);
        trunksByDigestUser = index(
                "trunk's digest user",
                parts.trunks.stream()
                        .filter(trunk -> trunk.digestUser() != null)
                        .toList(),
                Trunk::digestUser);
        trunksByContact = index(
                "trunk's contact",
                parts.trunks.stream()
                        .filter(trunk -> trunk.registration() != null)
                        .toList(),
                Trunk::contactUser);
        blacklist = index("blacklist entry", parts.blacklist, BlacklistEntry::number);
        stateReasons = index("reason", parts.stateReasons, StateReason::code);
        wrapUpCodes = index("wrap-up code", parts.wrapUpCodes, WrapUpCode::code);
        wildcards = parts.blacklist.stream().filter(BlacklistEntry::wildcard).toList();
        devices = new Devices(parts.devices, agents, agentsByExtension);
        pins = Map.copyOf(parts.pins);
    }

    private Configuration(Configuration same, Map<AgentId, Device> chosen) {
        tenant = same.tenant;
        version = same.version;
        settings = same.settings;
        dialledNumbers = same.dialledNumbers;
        extensions = same.extensions;
        agents = same.agents;
        agentsByExtension = same.agentsByExtension;
        queues = same.queues;
        flows = same.flows;
        trunks = same.trunks;
        trunksByDigestUser = same.trunksByDigestUser;
        trunksByContact = same.trunksByContact;
        blacklist = same.blacklist;
        wildcards = same.wildcards;
        stateReasons = same.stateReasons;
        wrapUpCodes = same.wrapUpCodes;
        devices = new Devices(chosen, agents, agentsByExtension);
        pins = same.pins;
    }

    /** The same set-up, of the same version, with other devices: agents choose them all day. */
    public Configuration withDevices(Map<AgentId, Device> chosen) {
        return new Configuration(this, chosen);
    }

    public static Builder builder() {
        return new Builder();
    }

    public TenantId tenant() {
        return tenant;
    }

    /** Rises with every change. */
    public long version() {
        return version;
    }

    public Settings settings() {
        return settings;
    }

    public Collection<DialledNumber> dialledNumbers() {
        return dialledNumbers.values();
    }

    public Collection<Extension> extensions() {
        return extensions.values();
    }

    public Collection<Agent> agents() {
        return agents.values();
    }

    public Collection<Queue> queues() {
        return queues.values();
    }

    public Collection<Flow> flows() {
        return flows.values();
    }

    public Collection<Trunk> trunks() {
        return trunks.values();
    }

    public Collection<BlacklistEntry> blacklist() {
        return blacklist.values();
    }

    /** Why agents are busy or at rest, in the order in which they choose. */
    public Collection<StateReason> stateReasons() {
        return stateReasons.values();
    }

    /** What may come of a conversation, in the order in which agents choose. */
    public Collection<WrapUpCode> wrapUpCodes() {
        return wrapUpCodes.values();
    }

    /** What rings for whom. */
    public Devices devices() {
        return devices;
    }

    /** The hash of the PIN by which the agent signs in at any phone; empty for one who has none. */
    public Optional<String> pinHash(AgentId agent) {
        return Optional.ofNullable(pins.get(agent));
    }

    /** The reason of that code, if agents may give it for the state. */
    public Optional<StateReason> stateReason(AgentState use, String code) {
        return Optional.ofNullable(stateReasons.get(code)).filter(reason -> reason.use() == use);
    }

    public Optional<DialledNumber> dialledNumber(String number) {
        return Optional.ofNullable(dialledNumbers.get(PhoneNumber.normalise(number)));
    }

    public Optional<Extension> extension(String number) {
        return Optional.ofNullable(extensions.get(number));
    }

    public Optional<Agent> agent(AgentId id) {
        return Optional.ofNullable(agents.get(id));
    }

    public Optional<Agent> agentByJobNumber(String number) {
        return agents.values().stream()
                .filter(agent -> agent.jobNumber().equals(number))
                .findFirst();
    }

    public Optional<Agent> agentByExtension(String number) {
        return Optional.ofNullable(agentsByExtension.get(number));
    }

    public Optional<Queue> queue(QueueId id) {
        return Optional.ofNullable(queues.get(id));
    }

    public Optional<Flow> flow(FlowId id) {
        return Optional.ofNullable(flows.get(id));
    }

    public Optional<Trunk> trunk(String name) {
        return Optional.ofNullable(trunks.get(name));
    }

    /** The first trunk in order of set-up that calls from this address, a literal. */
    public Optional<Trunk> trunkByAddress(String address) {
        return trunks.values().stream()
                .filter(trunk -> trunk.addresses().stream().anyMatch(network -> network.contains(address)))
                .findFirst();
    }

    /** The trunk at whose carrier we have registered a contact with this user part. */
    public Optional<Trunk> trunkByContact(String user) {
        return Optional.ofNullable(trunksByContact.get(user));
    }

    /** The trunks over which this number may be called: by priority, and then in order of set-up. */
    public List<Trunk> trunksTo(String number) {
        return trunks.values().stream()
                .filter(trunk -> trunk.outbound() != null && trunk.outbound().takes(number))
                .sorted(Comparator.comparingInt(trunk -> trunk.outbound().priority()))
                .toList();
    }

    /** The first of {@link #trunksTo}. */
    public Optional<Trunk> trunkTo(String number) {
        return trunksTo(number).stream().findFirst();
    }

    public Optional<Trunk> trunkByDigestUser(String user) {
        return Optional.ofNullable(trunksByDigestUser.get(user));
    }

    /**
     * The secret that a digest user proves to know: an extension's or a trunk's HA1.
     *
     * @return empty when there is no such user, or it has no password
     */
    public Optional<String> ha1(String digestUser) {
        return extension(digestUser).map(Extension::ha1).or(() -> trunkByDigestUser(digestUser)
                .map(Trunk::ha1));
    }

    /** The agents that serve a queue, in order of set-up. */
    public List<Agent> agentsOf(QueueId queue) {
        return agents.values().stream()
                .filter(agent -> agent.membership(queue).isPresent())
                .toList();
    }

    /** The entry that keeps this caller out now, if any. */
    public Optional<BlacklistEntry> blocked(String caller, Instant now) {
        String number = PhoneNumber.normalise(caller);
        BlacklistEntry exact = blacklist.get(number);
        if (exact != null && exact.inForce(now)) {
            return Optional.of(exact);
        }
        return wildcards.stream()
                .filter(entry -> entry.inForce(now) && entry.matches(number))
                .findFirst();
    }

    private static <K, V> Map<K, V> index(String kind, List<V> values, Function<V, K> key) {
        Map<K, V> map = new LinkedHashMap<>();
        for (V value : values) {
            if (map.put(key.apply(value), value) != null) {
                throw new IllegalArgumentException(kind + " " + key.apply(value) + " is there twice");
            }
        }
        return Collections.unmodifiableMap(map);
    }

    /** Collects the parts; keys must be unique when built. */
    public static final class Builder {
        private final List<DialledNumber> dialledNumbers = new ArrayList<>();
        private final List<Extension> extensions = new ArrayList<>();
        private final List<Agent> agents = new ArrayList<>();
        private final List<Queue> queues = new ArrayList<>();
        private final List<Flow> flows = new ArrayList<>();
        private final List<Trunk> trunks = new ArrayList<>();
        private final List<BlacklistEntry> blacklist = new ArrayList<>();
        private final List<StateReason> stateReasons = new ArrayList<>();
        private final List<WrapUpCode> wrapUpCodes = new ArrayList<>();
        private final Map<AgentId, Device> devices = new LinkedHashMap<>();
        private final Map<AgentId, String> pins = new HashMap<>();
        private TenantId tenant = TenantId.DEFAULT;
        private long version;
        private Settings settings = Settings.DEFAULT;

        private Builder() {}

        public Builder tenant(TenantId value) {
            tenant = Objects.requireNonNull(value, "tenant");
            return this;
        }

        public Builder version(long value) {
            version = value;
            return this;
        }

        public Builder settings(Settings value) {
            settings = Objects.requireNonNull(value, "settings");
            return this;
        }

        public Builder add(DialledNumber... values) {
            dialledNumbers.addAll(List.of(values));
            return this;
        }

        public Builder add(Extension... values) {
            extensions.addAll(List.of(values));
            return this;
        }

        public Builder add(Agent... values) {
            agents.addAll(List.of(values));
            return this;
        }

        public Builder add(Queue... values) {
            queues.addAll(List.of(values));
            return this;
        }

        public Builder add(Flow... values) {
            flows.addAll(List.of(values));
            return this;
        }

        public Builder add(Trunk... values) {
            trunks.addAll(List.of(values));
            return this;
        }

        public Builder add(BlacklistEntry... values) {
            blacklist.addAll(List.of(values));
            return this;
        }

        public Builder add(StateReason... values) {
            stateReasons.addAll(List.of(values));
            return this;
        }

        public Builder add(WrapUpCode... values) {
            wrapUpCodes.addAll(List.of(values));
            return this;
        }

        public Builder devices(Map<AgentId, Device> chosen) {
            devices.putAll(chosen);
            return this;
        }

        /** The hashes of agents' PINs. */
        public Builder pins(Map<AgentId, String> hashes) {
            pins.putAll(hashes);
            return this;
        }

        public Configuration build() {
            return new Configuration(this);
        }
    }
}
