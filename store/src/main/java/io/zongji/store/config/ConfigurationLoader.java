package io.zongji.store.config;

import io.zongji.domain.AgentId;
import io.zongji.domain.FlowId;
import io.zongji.domain.QueueId;
import io.zongji.domain.TenantId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.AgentRights;
import io.zongji.domain.config.BlacklistEntry;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.Device;
import io.zongji.domain.config.DialledNumber;
import io.zongji.domain.config.Extension;
import io.zongji.domain.config.Network;
import io.zongji.domain.config.OutboundAccount;
import io.zongji.domain.config.OutboundRoute;
import io.zongji.domain.config.Queue;
import io.zongji.domain.config.QueueMembership;
import io.zongji.domain.config.Settings;
import io.zongji.domain.config.SkillSignIn;
import io.zongji.domain.config.StateReason;
import io.zongji.domain.config.TransferFallback;
import io.zongji.domain.config.Trunk;
import io.zongji.domain.config.TrunkRegistration;
import io.zongji.domain.config.WrapUpCode;
import io.zongji.domain.flow.Flow;
import io.zongji.domain.flow.FlowFormatException;
import io.zongji.domain.flow.FlowJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a tenant's whole configuration. Only published flows are part of it. What contradicts itself (a flow that cannot be read, a trunk
 * without an address, a number that is there twice) is logged and left out, so that one bad row never stops the house.
 */
public final class ConfigurationLoader {

    private static final Logger log = LoggerFactory.getLogger(ConfigurationLoader.class);

    private final DataSource database;
    private final TenantId tenant;

    public ConfigurationLoader(DataSource database, TenantId tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /**
     * Reads the configuration as it is now.
     *
     * @param version the snapshot's version
     * @throws ConfigurationException when the database cannot be read
     */
    public Configuration load(long version) {
        try (Connection connection = database.getConnection()) {
            return load(connection, version);
        } catch (SQLException e) {
            throw new ConfigurationException("The configuration of tenant " + tenant + " cannot be read", e);
        }
    }

    private Configuration load(Connection connection, long version) throws SQLException {
        return Configuration.builder()
                .tenant(tenant)
                .version(version)
                .settings(settings(connection))
                .add(extensions(connection).toArray(Extension[]::new))
                .add(agents(connection).toArray(Agent[]::new))
                .add(queues(connection).toArray(Queue[]::new))
                .add(stateReasons(connection).toArray(StateReason[]::new))
                .add(wrapUpCodes(connection).toArray(WrapUpCode[]::new))
                .add(flows(connection).toArray(Flow[]::new))
                .add(dialledNumbers(connection).toArray(DialledNumber[]::new))
                .add(trunks(connection).toArray(Trunk[]::new))
                .add(blacklist(connection).toArray(BlacklistEntry[]::new))
                .devices(devices(connection))
                .pins(pins(connection))
                .build();
    }

    private <T> List<T> read(Connection connection, String sql, Table.Reader<T> reader) throws SQLException {
        return Table.read(connection, tenant.value(), sql, reader);
    }

    private Settings settings(Connection connection) throws SQLException {
        Map<String, String> values = new HashMap<>();
        read(
                connection,
                "select name, content from setting where tenant_id = ?",
                row -> values.put(row.text("name"), row.text("content")));
        Settings usual = Settings.DEFAULT;
        try {
            return new Settings(
                    ZoneId.of(
                            values.getOrDefault(SettingNames.ZONE, usual.zone().getId())),
                    AgentState.valueOf(values.getOrDefault(
                            SettingNames.STATE_AFTER_SIGN_IN,
                            usual.stateAfterSignIn().name())),
                    values.getOrDefault(SettingNames.REALM, usual.realm()),
                    values.getOrDefault(SettingNames.LANGUAGE, usual.language()),
                    SkillSignIn.valueOf(values.getOrDefault(
                            SettingNames.SKILL_SIGN_IN, usual.skillSignIn().name())),
                    AgentState.valueOf(values.getOrDefault(
                            SettingNames.STATE_AFTER_REST,
                            usual.stateAfterRest().name())),
                    Boolean.parseBoolean(
                            values.getOrDefault(SettingNames.RESET_QUEUES, Boolean.toString(usual.resetQueues()))),
                    Boolean.parseBoolean(
                            values.getOrDefault(SettingNames.REST_APPROVAL, Boolean.toString(usual.restApproval()))),
                    Boolean.parseBoolean(values.getOrDefault(
                            SettingNames.CONFIRM_OUTSIDE, Boolean.toString(usual.confirmOutside()))));
        } catch (DateTimeException | IllegalArgumentException e) {
            log.error("The settings cannot be used, the usual ones hold: {}", e.getMessage());
            return usual;
        }
    }

    private List<Extension> extensions(Connection connection) throws SQLException {
        return read(
                connection,
                "select number, ha1_md5, fixed_contact from extension where tenant_id = ? order by number",
                row -> new Extension(row.text("number"), row.text("ha1_md5"), row.text("fixed_contact")));
    }

    private List<Agent> agents(Connection connection) throws SQLException {
        Map<String, List<QueueMembership>> memberships = new HashMap<>();
        read(
                connection,
                "select agent_id, queue_id, priority from agent_queue where tenant_id = ? order by agent_id, queue_id",
                row -> memberships
                        .computeIfAbsent(row.text("agent_id"), agent -> new ArrayList<>())
                        .add(new QueueMembership(new QueueId(row.text("queue_id")), row.number("priority"))));
        return read(
                connection,
                """
                select * from agent where tenant_id = ? order by id""",
                row -> new Agent(
                        new AgentId(row.text("id")),
                        row.text("job_number"),
                        row.text("name"),
                        row.text("extension"),
                        memberships.getOrDefault(row.text("id"), List.of()),
                        row.millis("wrap_up_ms"),
                        row.flag("auto_sign_in"),
                        row.flag("auto_answer"),
                        new AgentRights(
                                row.flag("online_right"),
                                row.flag("choose_queues"),
                                row.flag("reset_queues"),
                                row.flag("outside_phone"))));
    }

    private Map<AgentId, Device> devices(Connection connection) throws SQLException {
        Map<AgentId, Device> chosen = new HashMap<>();
        read(
                connection,
                "select agent_id, kind, number from agent_device where tenant_id = ?",
                row -> chosen.put(
                        new AgentId(row.text("agent_id")),
                        new Device(Device.Kind.valueOf(row.text("kind")), row.text("number"))));
        return chosen;
    }

    private Map<AgentId, String> pins(Connection connection) throws SQLException {
        Map<AgentId, String> hashes = new HashMap<>();
        read(
                connection,
                "select agent_id, pin_hash from agent_pin where tenant_id = ?",
                row -> hashes.put(new AgentId(row.text("agent_id")), row.text("pin_hash")));
        return hashes;
    }

    private List<Queue> queues(Connection connection) throws SQLException {
        return read(
                connection,
                "select * from queue where tenant_id = ? order by id",
                row -> new Queue(
                        new QueueId(row.text("id")),
                        row.text("name"),
                        Queue.Strategy.valueOf(row.text("strategy")),
                        row.list("announcement"),
                        row.list("music"),
                        row.millis("position_announcement_ms"),
                        row.number("max_waiting"),
                        row.millis("max_wait_ms"),
                        row.millis("offer_timeout_ms"),
                        row.millis("wrap_up_ms"),
                        row.flag("announce_agent_number"),
                        row.flag("recorded"),
                        row.flag("refuse_without_agents"),
                        row.text("language"),
                        row.number("missed_offers"),
                        TransferFallback.parse(row.text("on_transfer_failed")),
                        row.list("agent_announcement")));
    }

    private List<StateReason> stateReasons(Connection connection) throws SQLException {
        return read(
                connection,
                "select * from state_reason where tenant_id = ? order by sort_order, code",
                row -> new StateReason(
                        row.text("code"),
                        AgentState.valueOf(row.text("used_for")),
                        row.text("chinese"),
                        row.text("english"),
                        row.millis("limit_ms")));
    }

    private List<WrapUpCode> wrapUpCodes(Connection connection) throws SQLException {
        return read(
                connection,
                "select * from wrap_up_code where tenant_id = ? order by sort_order, code",
                row -> new WrapUpCode(
                        row.text("code"),
                        row.text("chinese"),
                        row.text("english"),
                        row.list("queues").stream().map(QueueId::new).collect(Collectors.toSet())));
    }

    private List<Flow> flows(Connection connection) throws SQLException {
        return read(connection, """
                select f.id, v.number, v.definition from flow f
                join flow_version v on v.flow_id = f.id and v.number = f.published_version
                where f.tenant_id = ? order by f.id""", row -> {
            try {
                Flow flow = FlowJson.read(row.text("definition"));
                return new Flow(
                        new FlowId(row.text("id")), flow.name(), row.number("number"), flow.maxSteps(), flow.nodes());
            } catch (FlowFormatException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        });
    }

    private List<DialledNumber> dialledNumbers(Connection connection) throws SQLException {
        List<DialledNumber> all = read(
                connection,
                "select number, flow_id, agent_announcement from dialled_number where tenant_id = ? order by number",
                row -> new DialledNumber(
                        row.text("number"), new FlowId(row.text("flow_id")), row.list("agent_announcement")));
        return distinct(all, DialledNumber::number);
    }

    private List<Trunk> trunks(Connection connection) throws SQLException {
        return read(
                connection,
                "select * from trunk where tenant_id = ? order by sort_order, name",
                row -> new Trunk(
                        row.text("name"),
                        row.list("networks").stream().map(Network::parse).toList(),
                        row.text("digest_user"),
                        row.text("ha1_md5"),
                        row.text("gateway"),
                        outbound(row),
                        registration(row)));
    }

    private static TrunkRegistration registration(Table row) throws SQLException {
        String registrar = row.text("registrar");
        return registrar == null
                ? null
                : new TrunkRegistration(
                        registrar,
                        new OutboundAccount(row.text("registrar_user"), row.text("registrar_secret")),
                        row.millis("registrar_expiry_ms"));
    }

    private static OutboundRoute outbound(Table row) throws SQLException {
        String gateway = row.text("outbound_gateway");
        if (gateway == null) {
            return null;
        }
        String user = row.text("outbound_user");
        return new OutboundRoute(
                gateway,
                row.list("outbound_prefixes"),
                row.text("outbound_caller"),
                row.list("outbound_permitted"),
                row.number("outbound_priority"),
                row.millis("outbound_patience_ms"),
                row.millis("outbound_probe_ms"),
                user == null ? null : new OutboundAccount(user, row.text("outbound_secret")));
    }

    private List<BlacklistEntry> blacklist(Connection connection) throws SQLException {
        List<BlacklistEntry> all = read(
                connection,
                "select number, expires_at, reason from blacklist where tenant_id = ? order by id",
                row -> new BlacklistEntry(row.text("number"), row.time("expires_at"), row.text("reason")));
        return distinct(all, BlacklistEntry::number);
    }

    /** Two spellings may mean one number; the first counts. */
    private static <T> List<T> distinct(List<T> values, Function<T, String> key) {
        Map<String, T> first = new LinkedHashMap<>();
        for (T value : values) {
            if (first.putIfAbsent(key.apply(value), value) != null) {
                log.error("{} is there twice, the first counts", value);
            }
        }
        return List.copyOf(first.values());
    }
}
