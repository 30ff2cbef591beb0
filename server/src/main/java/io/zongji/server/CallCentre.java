package io.zongji.server;

import io.zongji.domain.config.Trunk;
import io.zongji.domain.live.LiveBoard;
import io.zongji.domain.phone.PhoneTokens;
import io.zongji.domain.phone.PinTries;
import io.zongji.domain.phone.StandingLegs;
import io.zongji.domain.trunk.TrunkHealth;
import io.zongji.domain.trunk.TrunkRegistrations;
import io.zongji.ra.store.CallCentreResources;
import io.zongji.ra.store.OutsideLines;
import io.zongji.ra.store.PhoneRules;
import io.zongji.ra.store.StoreRegistry;
import io.zongji.server.deployment.JmxTrail;
import io.zongji.server.deployment.SleeAdministration;
import io.zongji.server.deployment.UnitFolder;
import io.zongji.server.metrics.Metrics;
import io.zongji.server.watchdog.Repairs;
import io.zongji.server.watchdog.Watchdog;
import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.inspection.ActivitySummary;
import io.zongji.slee.container.inspection.Inspection;
import io.zongji.store.alarm.QueueAlarmTable;
import io.zongji.store.audit.AuditLog;
import io.zongji.store.config.ChosenDevices;
import io.zongji.store.config.ConfigurationCache;
import io.zongji.store.config.Seal;
import io.zongji.store.journal.CallHistory;
import io.zongji.store.journal.DurableJournal;
import io.zongji.store.message.MessageTable;
import io.zongji.store.recording.RecordingFiles;
import io.zongji.store.recording.RecordingKeeper;
import io.zongji.store.recording.RecordingProblems;
import io.zongji.store.recovery.AgentPages;
import io.zongji.store.recovery.ChosenQueues;
import io.zongji.store.recovery.Recovery;
import io.zongji.store.recovery.RecoveryResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import javax.slee.facilities.AlarmFacility;
import javax.slee.management.SubsystemNotification;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything behind the portal, put together: database, journal, recovery of the last run, SLEE. One place that knows the
 * order in which things start and stop. Needs no application server; whole calls are tested with it in a plain JVM.
 */
public final class CallCentre implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CallCentre.class);
    private static final Duration DATABASE_PATIENCE = Duration.ofSeconds(60);
    private static final Duration LAST_CALLS = Duration.ofSeconds(3);
    private static final Duration LAST_STANDING_LEGS = Duration.ofSeconds(2);
    private static final Duration LAST_REGISTRATIONS = Duration.ofSeconds(3);

    private final ConfigurationCache configuration;
    private final DurableJournal journal;
    private final CallHistory history;
    private final LiveBoard liveBoard;
    private final StoreRegistry.Registration store;
    private final SleeContainer slee;
    private final SleeAdministration deployment;
    private final AgentDesk agents;
    private final CallDesk calls;
    private final PageLines pageLines;
    private final RecordingFiles recordings;
    private final RecordingCare recordingCare;
    private final AuditLog audit;
    private final Seal seal;
    private final TrunkHealth trunks;
    private final TrunkRegistrations registrations = new TrunkRegistrations();
    private final StandingLegs standingLegs = new StandingLegs();
    private final QueueWatch queueWatch;
    private final MessageTable messages;
    private final Readiness readiness;
    private final Metrics metrics;
    private final Watchdog watchdog;

    private CallCentre(CallCentreSettings settings, DataSource database, Clock clock, Host host) throws IOException {
        Path spool = settings.data().resolve("recordings");
        Files.createDirectories(spool);
        recordings = settings.recordings().files(spool);
        Files.createDirectories(settings.data().resolve("prompts"));
        configuration = ConfigurationCache.of(database);
        liveBoard = new LiveBoard(configuration.get(), clock);
        configuration.onChange(liveBoard::configure);
        Path unitFolder = settings.data().resolve("units");
        UnitFolder units = new UnitFolder(unitFolder, SleeContainer.class.getClassLoader());
        journal = DurableJournal.open(settings.data().resolve("journal"), database);
        RecoveryResult lastRun =
                new Recovery(database, journal, clock).run(new RecordingsAfterCrash(spool), DATABASE_PATIENCE);
        history = new CallHistory(database);
        history.since(startOfDay(clock), liveBoard::accept);
        journal.subscribe(liveBoard::accept);
        String name = "zongji-" + settings.sipPort();
        PhoneTokens tokens = new PhoneTokens(clock, new SecureRandom());
        DialledCodes codes = new DialledCodes(configuration, liveBoard);
        PhoneRules phones = new PhoneRules(tokens, settings.phoneReturn(), settings.phoneProbe(), codes);
        seal = Seal.of(settings.data().resolve("seal.key"));
        trunks = trunkHealth(clock);
        OutsideLines outside = new OutsideLines(trunks, registrations, seal::open, standingLegs);
        store = StoreRegistry.offer(name, new CallCentreResources(configuration, journal, clock, phones, outside));
        audit = new AuditLog(database);
        try {
            slee = Slee.start(settings, name, clock, host, units, new JmxTrail(audit::write, host.manager(), clock));
        } catch (RuntimeException e) {
            store.close();
            journal.close();
            audit.close();
            throw e;
        }
        EventInlet inlet = new EventInlet(slee.connectionFactory());
        OpenCalls openCalls = new OpenCalls(slee, inlet, liveBoard);
        slee.beforeStop(() -> windUp(openCalls, inlet));
        deployment = SleeAdministration.restore(slee, units, unitFolder.resolve("state.json"));
        calls = new CallDesk(inlet, liveBoard);
        agents = desk(inlet, database, lastRun, clock);
        codes.carriedOutBy(agents, new GuestSignIns(configuration, agents, new PinTries(clock), audit::write, clock));
        pageLines = new PageLines(configuration, tokens, inlet, settings.webSocket(), settings.relays(), clock);
        agents.restore(lastRun.agents());
        slee.afterStart(this::startedAgain);
        recordingCare = care(settings.recordings(), database, clock);
        messages = new MessageTable(database);
        queueWatch = new QueueWatch(liveBoard, configuration, new QueueAlarmTable(database), clock);
        watchdog = watch(new SleeRepairs(slee, inlet, liveBoard, journal, clock), clock);
        raiseTrunkAlarms();
        metrics = new Metrics(
                slee,
                liveBoard,
                journal,
                recordingCare::openProblems,
                audit::lost,
                watchdog::found,
                trunks::states,
                settings.rtpPorts(),
                clock);
        readiness = new Readiness(slee, database, spool, settings.leastFreeMegabytes(), clock);
    }

    /** Knows of the trunks that are set up, and of no others any more. */
    private TrunkHealth trunkHealth(Clock clock) {
        TrunkHealth health = new TrunkHealth(clock);
        configuration.onChange(changed ->
                health.keepOnly(changed.trunks().stream().map(Trunk::name).collect(Collectors.toSet())));
        return health;
    }

    private void raiseTrunkAlarms() {
        TrunkAlarms alarms = new TrunkAlarms(slee.alarms().facilityFor(new SubsystemNotification("Trunk")));
        trunks.onChange(alarms::changed);
        registrations.onChange(alarms::changed, alarms::registeredNoMore);
    }

    /** No carrier is to send further calls, and those that are up end in order. */
    private void windUp(OpenCalls openCalls, EventInlet inlet) {
        new SignOff(registrations, LAST_REGISTRATIONS).leave();
        openCalls.endAll(LAST_CALLS);
        new OpenStandingLegs(standingLegs, inlet).endAll(LAST_STANDING_LEGS);
    }

    private void startedAgain() {
        registrations.leave(false);
        agents.restore(liveBoard.snapshot().agents());
    }

    /** With what agents chose before the last run ended. */
    private AgentDesk desk(EventInlet inlet, DataSource database, RecoveryResult lastRun, Clock clock) {
        AbsentPages pages = new AbsentPages(
                new AgentPages(database), agent -> liveBoard.state(agent).signedIn());
        AgentDevices devices = new AgentDevices(configuration, new ChosenDevices(database), liveBoard, clock);
        devices.restore(lastRun.agents());
        journal.subscribe(devices::accept);
        return new AgentDesk(inlet, liveBoard, new ChosenQueues(database), pages, devices, calls);
    }

    private RecordingCare care(RecordingSettings settings, DataSource database, Clock clock) {
        return new RecordingCare(
                new RecordingKeeper(database, recordings, clock, settings.checkEvery(), settings.keepFor()),
                new RecordingProblems(database),
                slee.alarms().facilityFor(new SubsystemNotification("Recording")));
    }

    private Watchdog watch(Repairs repairs, Clock clock) {
        AlarmFacility alarms = slee.alarms().facilityFor(new SubsystemNotification("Watchdog"));
        return new Watchdog(slee, liveBoard, repairs, alarms).begin(clock);
    }

    /** The board counts since midnight, however often the server was started since. */
    private Instant startOfDay(Clock clock) {
        ZoneId zone = configuration.get().settings().zone();
        return clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    /**
     * Starts a call centre.
     *
     * @param database has the current schema
     * @throws CallCentreException when a part of it cannot start; nothing is left running then
     */
    public static CallCentre start(CallCentreSettings settings, DataSource database, Clock clock, Host host) {
        try {
            CallCentre callCentre = new CallCentre(settings, database, clock, host);
            log.info("Calls are taken at sip:{}:{}", settings.sipAddress(), settings.sipPort());
            return callCentre;
        } catch (IOException e) {
            throw new CallCentreException("The data folder " + settings.data() + " cannot be used: " + e, e);
        }
    }

    public ConfigurationCache configuration() {
        return configuration;
    }

    public DurableJournal journal() {
        return journal;
    }

    /** The events of calls, also of those that are over. */
    public CallHistory history() {
        return history;
    }

    public LiveBoard liveBoard() {
        return liveBoard;
    }

    /** What agents ask from their screens. */
    public AgentDesk agents() {
        return agents;
    }

    /** What agents and supervisors ask of calls that are up. */
    public CallDesk calls() {
        return calls;
    }

    /** How we stand with the carriers at which we register. */
    public TrunkRegistrations registrations() {
        return registrations;
    }

    /** How it stands with the phones outside that stay on the line between calls. */
    public StandingLegs standingLegs() {
        return standingLegs;
    }

    /** Which trunks work. */
    public TrunkHealth trunks() {
        return trunks;
    }

    /** Keeps passwords that must be read again. */
    public Seal seal() {
        return seal;
    }

    /** How pages become agents' phones. */
    public PageLines pageLines() {
        return pageLines;
    }

    /** Opens recordings and messages. */
    public RecordingFiles recordings() {
        return recordings;
    }

    /** Looks after finished recordings. */
    public RecordingCare recordingCare() {
        return recordingCare;
    }

    /** What supervisors write to agents. */
    public MessageTable messages() {
        return messages;
    }

    /** Alarms of queues. */
    public QueueWatch queueWatch() {
        return queueWatch;
    }

    /** Keeps who did what to whom. */
    public AuditLog audit() {
        return audit;
    }

    /** What administrators install and set up in the SLEE while it runs. */
    public SleeAdministration deployment() {
        return deployment;
    }

    /** For operators and tests: what is alive. */
    public SleeContainer slee() {
        return slee;
    }

    /** For operators: the SLEE explains itself. */
    public Inspection inspection() {
        return slee.inspection();
    }

    /**
     * Ends an activity of an RA that seems forgotten; the RA ends what it stands for, a call's leg for example.
     *
     * @return false if it is there no more, or belongs to no RA
     */
    public boolean endActivity(ActivitySummary activity) {
        return SleeRepairs.end(slee, activity);
    }

    /** Finds and repairs what does not fit together. */
    public Watchdog watchdog() {
        return watchdog;
    }

    /** Whether calls can be taken. */
    public Readiness readiness() {
        return readiness;
    }

    /** All figures of this moment, in the text format of Prometheus. */
    public String metrics() {
        return metrics.text();
    }

    /** Waits until the database has all that happened so far; false when it took longer. */
    public boolean awaitRecords(Duration atMost) throws InterruptedException {
        return journal.awaitApplied(atMost);
    }

    /** Ends the calls that are up, tells their parties why, and stops; within about five seconds. */
    @Override
    public void close() {
        watchdog.close();
        metrics.close();
        queueWatch.close();
        recordingCare.close();
        slee.close();
        store.close();
        journal.close();
        audit.close();
    }
}
