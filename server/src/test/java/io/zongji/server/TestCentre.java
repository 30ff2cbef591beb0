package io.zongji.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.ConnectionState;
import io.zongji.domain.live.LiveAgent;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.server.watchdog.Watchdog;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.slee.container.Statistics;
import io.zongji.slee.container.naming.ThreadNaming;
import io.zongji.store.demo.DemoData;
import io.zongji.store.demo.DemoPasswords;
import io.zongji.store.migration.Schema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * A whole call centre in this JVM, on loopback, with an in-memory database and the sample company: the place where calls
 * are tested. Callers dial from the trunk's address; agents are the sample's 1001 and up, with the phones 8001 and up.
 */
final class TestCentre implements AutoCloseable {

    /** Takes calls on a busy machine too, when a user would rather be told to try again. */
    private static final SipLimits PATIENT = new SipLimits(0, 0, 0);

    private static final Duration RETURN = Duration.ofSeconds(30);
    static final Duration SOON = Duration.ofSeconds(10);
    static final String PASSWORD = "test-password";
    private static final Duration NEVER = Duration.ZERO;
    private static final int FIRST_RTP_PORT = 31_000;
    private static final int LAST_RTP_PORT = 33_999;
    private static final String LOCALHOST = "127.0.0.1";
    private static final String CALLERS = "127.0.0.2";
    private static final String AGENTS = "127.0.0.3";

    private final DataSource database;
    private final Path data;
    private final InetSocketAddress sip;
    private final PhoneStack callers;
    private final PhoneStack agentPhones;
    private final CallCentre centre;
    private int nextCaller;

    /** Short times: an offer rings 2 s, no wrap-up, no announcement of the agent's number. */
    TestCentre(Path data) throws IOException, SQLException {
        this(data, freePort());
    }

    TestCentre(Path data, int sipPort) throws IOException, SQLException {
        this(data, sipPort, inMemory());
    }

    /** With what the database already has; the sample company if it has nothing. */
    TestCentre(Path data, int sipPort, DataSource database) throws IOException, SQLException {
        this(LOCALHOST, data, sipPort, database, PATIENT, RETURN, NEVER, MediaPlace.here(), RecordingSettings.USUAL);
    }

    TestCentre(Path data, SipLimits limits) throws IOException, SQLException {
        this(
                LOCALHOST,
                data,
                freePort(),
                inMemory(),
                limits,
                RETURN,
                NEVER,
                MediaPlace.here(),
                RecordingSettings.USUAL);
    }

    /** In which calls wait this long for a page that was lost. */
    TestCentre(Path data, Duration phoneReturn) throws IOException, SQLException {
        this(
                LOCALHOST,
                data,
                freePort(),
                inMemory(),
                PATIENT,
                phoneReturn,
                NEVER,
                MediaPlace.here(),
                RecordingSettings.USUAL);
    }

    /** In which the phones of signed-in agents are asked so often whether they are there; they are not asked in others. */
    static TestCentre probing(Path data, Duration phoneProbe) throws IOException, SQLException {
        return new TestCentre(
                LOCALHOST,
                data,
                freePort(),
                inMemory(),
                PATIENT,
                RETURN,
                phoneProbe,
                MediaPlace.here(),
                RecordingSettings.USUAL);
    }

    /** In which finished recordings are kept in this way. */
    TestCentre(Path data, RecordingSettings recordings) throws IOException, SQLException {
        this(LOCALHOST, data, freePort(), inMemory(), PATIENT, RETURN, NEVER, MediaPlace.here(), recordings);
    }

    /** With the media server in other processes. */
    TestCentre(Path data, MediaPlace media) throws IOException, SQLException {
        this(LOCALHOST, data, freePort(), inMemory(), PATIENT, RETURN, NEVER, media, RecordingSettings.USUAL);
    }

    /** At an address of this machine. */
    static TestCentre at(String host, Path data) throws IOException, SQLException {
        return new TestCentre(
                host, data, freePort(), inMemory(), PATIENT, RETURN, NEVER, MediaPlace.here(), RecordingSettings.USUAL);
    }

    private TestCentre(
            String host,
            Path data,
            int sipPort,
            DataSource database,
            SipLimits limits,
            Duration phoneReturn,
            Duration phoneProbe,
            MediaPlace media,
            RecordingSettings recordings)
            throws IOException, SQLException {
        this.data = data;
        this.database = database;
        Schema.migrate(database);
        boolean isNew = new DemoData(database, Clock.systemUTC())
                .install(new DemoPasswords(PASSWORD, PASSWORD, PASSWORD, PASSWORD, PASSWORD));
        if (isNew) {
            sql("update queue set offer_timeout_ms = 2000, wrap_up_ms = 0, announce_agent_number = false");
            sql("update agent set wrap_up_ms = null");
        }
        sip = new InetSocketAddress(host, sipPort);
        centre = CallCentre.start(
                new CallCentreSettings(
                        data,
                        host,
                        sip.getPort(),
                        freeTcpPort(),
                        phoneReturn,
                        phoneProbe,
                        FIRST_RTP_PORT,
                        LAST_RTP_PORT,
                        "allowed",
                        media,
                        VoiceRelays.NONE,
                        recordings,
                        limits,
                        1),
                database,
                Clock.systemUTC(),
                Host.with(ThreadNaming.install()));
        callers = PhoneStack.open(CALLERS, 0);
        agentPhones = PhoneStack.open(AGENTS, 0);
    }

    private static DataSource inMemory() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "zongji", "zongji");
    }

    /** Free for UDP and TCP, both of which SIP listens on. */
    static int freePort() throws IOException {
        while (true) {
            int port = freeTcpPort();
            try (DatagramSocket socket = new DatagramSocket(port, InetAddress.getByName(LOCALHOST))) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // Taken for UDP: the next one.
            }
        }
    }

    static int freeTcpPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOCALHOST))) {
            return socket.getLocalPort();
        }
    }

    CallCentre centre() {
        return centre;
    }

    InetSocketAddress sipAddress() {
        return sip;
    }

    /** A new caller behind the trunk. */
    synchronized SimulatedPhone caller() {
        return callers.phone(new PhoneAccount("1380000" + (1000 + nextCaller++), null, sip));
    }

    /** Somebody at the agents' address with no password: neither a trunk nor an extension. */
    SimulatedPhone stranger() {
        return agentPhones.phone(new PhoneAccount("stranger", null, sip));
    }

    /** Lets real time pass, where the very moment is what is tested. */
    void pause(Duration time) {
        await().pollDelay(time).until(() -> true);
    }

    /** The phone of agent 1001, 1002, …; registered. */
    SimulatedPhone phoneOf(int agent) {
        SimulatedPhone phone = agentPhones.phone(new PhoneAccount(Integer.toString(agent + 7000), PASSWORD, sip));
        phone.register();
        return phone.awaitRegistered(SOON);
    }

    /** The phone of an extension that was set up with the usual password; registered. */
    SimulatedPhone phone(String extension, String transport) {
        SimulatedPhone phone = agentPhones.phone(new PhoneAccount(extension, PASSWORD, sip).withTransport(transport));
        phone.register();
        return phone.awaitRegistered(SOON);
    }

    /** The agent signs in, and is idle unless somebody waits. */
    void signIn(int agent) {
        await("agent " + agent + " may sign in").atMost(SOON).until(() -> {
            ask(agent, AgentRequest.Action.SIGN_IN);
            return stateOf(agent).signedIn();
        });
    }

    /** The agent signs in, or changes the device while signed in; the answer, null when done. */
    String workAt(int agent, AgentRequest.Action action, String device) {
        return workAt(agent, action, device, false);
    }

    /** With an outside phone that stays on the line. */
    String stayAt(int agent, AgentRequest.Action action, String device) {
        return workAt(agent, action, device, true);
    }

    private String workAt(int agent, AgentRequest.Action action, String device, boolean standing) {
        try {
            return centre.agents()
                    .ask(new AgentId(Integer.toString(agent)), action, null, null, device, standing)
                    .get(5, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("The ACD did not answer", e);
        }
    }

    /** Asks as the agent's screen does; the answer, null when done. */
    String ask(int agent, AgentRequest.Action action) {
        return ask(agent, action, null);
    }

    void rest(int agent, String reason) {
        assertThat(ask(agent, AgentRequest.Action.REST, reason)).isNull();
    }

    private String ask(int agent, AgentRequest.Action action, String reason) {
        try {
            return centre.agents()
                    .ask(new AgentId(Integer.toString(agent)), action, reason)
                    .get(5, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("The ACD did not answer", e);
        }
    }

    AgentState stateOf(int agent) {
        return agent(agent).state();
    }

    LiveAgent agent(int agent) {
        return centre.liveBoard().snapshot().agents().stream()
                .filter(each -> each.agent().value().equals(Integer.toString(agent)))
                .findFirst()
                .orElseThrow();
    }

    void awaitState(int agent, AgentState state) {
        await("agent " + agent + " is " + state).atMost(SOON).until(() -> stateOf(agent) == state);
    }

    int waiting() {
        return centre.liveBoard().snapshot().queues().stream()
                .mapToInt(queue -> queue.waiting().size())
                .sum();
    }

    /** What the live view shows of the caller of the only call. */
    ConnectionState callersLeg() {
        return centre.liveBoard().snapshot().calls().get(0).legs().get(0).state();
    }

    long answeredToday() {
        return centre.liveBoard().snapshot().queues().stream()
                .mapToLong(queue -> queue.today().answered())
                .sum();
    }

    void awaitWaiting(int count) {
        await(count + " callers wait").atMost(SOON).until(() -> waiting() == count);
    }

    /** The records of all calls so far, oldest first; waits until there are so many and all are finished. */
    List<Map<String, Object>> awaitRecords(int count) {
        await(count + " finished calls").atMost(SOON).until(() -> {
            centre.awaitRecords(SOON);
            return rows("select id from call_record where outcome is not null").size() == count;
        });
        return rows("select * from call_record order by started_at, id");
    }

    /** The books of the only call's recording; waits until they are closed. */
    Map<String, Long> ledger() {
        String query = "select talk_ms, recorded_ms, paused_ms, declined_ms, missing_ms from recording_ledger";
        await("the ledger is closed").atMost(SOON).until(() -> rows(query).size() == 1);
        Map<String, Long> ledger = new LinkedHashMap<>();
        rows(query).get(0).forEach((name, millis) -> ledger.put(name, (Long) millis));
        return ledger;
    }

    List<Map<String, Object>> rows(String query) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (row.next()) {
                Map<String, Object> values = new LinkedHashMap<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.put(row.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), row.getObject(i));
                }
                rows.add(values);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Changes the set-up; in force at once. */
    void setUp(String... statements) {
        try {
            for (String statement : statements) {
                sql(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        centre.configuration().reload();
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    Path recording(String file) {
        return data.resolve("recordings").resolve(file);
    }

    /** A prompt of this name: a pure tone that lasts so long. */
    void prompt(String name, int hertz, Duration length) {
        int rate = 8000;
        byte[] samples = new byte[(int) (length.toMillis() * rate / 1000 * 2)];
        ByteBuffer pcm = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; pcm.hasRemaining(); at++) {
            pcm.putShort((short) (8000 * Math.sin(2 * Math.PI * hertz * at / rate)));
        }
        AudioFormat format = new AudioFormat(rate, 16, 1, true, false);
        try (AudioInputStream audio =
                new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2)) {
            Path folder = Files.createDirectories(data.resolve("prompts").resolve("zh"));
            AudioSystem.write(
                    audio,
                    AudioFileFormat.Type.WAVE,
                    folder.resolve(name + ".wav").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a recording of at least a second is on disk. */
    void awaitRecordedSecond(Duration atMost) {
        await("a second of recording").atMost(atMost).until(() -> {
            try (Stream<Path> files = Files.walk(data.resolve("recordings"))) {
                return files.anyMatch(file ->
                        file.toString().endsWith(".wav") && file.toFile().length() > 16_000);
            }
        });
    }

    /** Waits until nothing is left of any call: only the ACD and the registrations may live. */
    void awaitNothingLeft() {
        await("nothing is left of the calls").atMost(Duration.ofSeconds(40)).untilAsserted(this::assertNothingLeft);
    }

    /** The watchdog has found nothing so far, and finds nothing of what is left now however long it is left. */
    void assertAllFits() {
        Watchdog watchdog = centre.watchdog();
        watchdog.look(Instant.now());
        watchdog.look(Instant.now().plus(Duration.ofHours(1)));
        assertThat(watchdog.differences()).isEmpty();
        assertThat(watchdog.found().values()).containsOnly(0L);
    }

    Footprint footprint() {
        return Footprint.of(centre.slee(), FIRST_RTP_PORT, LAST_RTP_PORT);
    }

    private void assertNothingLeft() {
        Statistics now = centre.slee().statistics();
        Map<String, Integer> left = new LinkedHashMap<>();
        now.entities().forEach((sbb, count) -> {
            boolean stays = Set.of("AcdSbb", "RegistrarSbb", "TrunkWatchSbb", "TrunkRegistrarSbb")
                    .contains(sbb.getName());
            if (count > 0 && !stays) {
                left.put(sbb.getName(), count);
            }
        });
        now.activities().forEach((source, count) -> {
            if (count > 0 && (source.equals("SipRA") || source.equals("MediaRA"))) {
                left.put(source, count);
            }
        });
        if (!left.isEmpty() || now.queueLength() > 0) {
            throw new AssertionError("left over: " + left + ", queue " + now.queueLength());
        }
    }

    @Override
    public void close() {
        callers.close();
        agentPhones.close();
        centre.close();
        if (database instanceof JdbcConnectionPool pool) {
            pool.dispose();
        }
    }
}
