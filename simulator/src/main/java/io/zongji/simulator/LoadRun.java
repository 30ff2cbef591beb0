package io.zongji.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Many calls to a call centre, with callers who hang up at every stage, as a program and for tests. Every call is judged: it
 * has to be answered, to end as its caller wanted, and whoever talks has to hear the right party.
 */
public final class LoadRun {

    private static final String CALLERS_ADDRESS = "127.0.0.2";
    private static final String AGENTS_ADDRESS = "127.0.0.3";
    private static final Duration REGISTRATION = Duration.ofSeconds(120);
    private static final Duration AFTERMATH = Duration.ofSeconds(45);

    private final LoadSettings settings;
    private final PhoneStack callers;
    private final PhoneStack agents;
    private final Random random;
    private final Random refusals;
    private final Map<String, LoadCaller> active = new ConcurrentHashMap<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final Sound[] voices = new Sound[20];
    private final CountDownLatch left;
    private Duration longestOffer = Duration.ZERO;
    private int begun;

    private LoadRun(LoadSettings settings, PhoneStack callers, PhoneStack agents) {
        this.settings = settings;
        this.callers = callers;
        this.agents = agents;
        this.random = new Random(settings.seed());
        this.refusals = new Random(settings.seed() + 1);
        this.left = new CountDownLatch(settings.calls());
        for (int i = 0; i < voices.length; i++) {
            voices[i] = Sound.tone(callerHertz(i));
        }
    }

    /** Prints what became of the calls; exit status 0 if all went well, 1 if not, 2 for wrong options. */
    public static void main(String[] arguments) throws Exception {
        Logging.begin();
        LoadSettings settings;
        try {
            settings = LoadSettings.parse(arguments);
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(e.getMessage() + "\n" + LoadSettings.USAGE);
            System.exit(2);
            return;
        }
        System.out.println("seed " + settings.seed());
        LoadResult result = run(settings);
        System.out.print(result);
        System.exit(result.failures().isEmpty() ? 0 : 1);
    }

    /** Makes all calls and waits for their end. */
    public static LoadResult run(LoadSettings settings) throws IOException, InterruptedException {
        try (PhoneStack callers = PhoneStack.open(CALLERS_ADDRESS, 0);
                PhoneStack agents =
                        PhoneStack.open(AGENTS_ADDRESS, settings.agents().port())) {
            return new LoadRun(settings, callers, agents).go();
        }
    }

    LoadSettings settings() {
        return settings;
    }

    PhoneStack callers() {
        return callers;
    }

    static int callerHertz(int index) {
        return 400 + 40 * (index % 20);
    }

    void waited(Duration time) {
        longestOffer = longestOffer.compareTo(time) > 0 ? longestOffer : time;
    }

    void over(LoadCaller caller, String outcome, String failure) {
        active.remove(caller.number());
        outcomes.merge(outcome, 1, Integer::sum);
        if (failure != null) {
            failures.add(failure);
        }
        left.countDown();
    }

    private LoadResult go() throws InterruptedException {
        for (int i = 1; i <= settings.agents().count(); i++) {
            beginAgent(i);
        }
        long start = System.nanoTime();
        callers.run(() -> beginCalls(start));
        long seconds = (long) (settings.calls() / settings.callsPerSecond())
                + settings.hazards().patience().toSeconds()
                + settings.talk().toSeconds()
                + AFTERMATH.toSeconds();
        boolean all = left.await(seconds, TimeUnit.SECONDS);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        CountDownLatch told = new CountDownLatch(1);
        LoadResult[] result = new LoadResult[1];
        callers.run(() -> {
            if (!all) {
                active.values().forEach(caller -> over(caller, "never ended", caller + " never ended"));
            }
            result[0] = new LoadResult(outcomes, failures, longestOffer, took);
            told.countDown();
        });
        told.await();
        return result[0];
    }

    /** Begins the calls that are due, and comes back for the next. */
    private void beginCalls(long start) {
        double due = (System.nanoTime() - start) / 1e9 * settings.callsPerSecond();
        while (begun < settings.calls() && begun <= due) {
            LoadCaller caller = new LoadCaller(this, begun, random);
            active.put(caller.number(), caller);
            PhoneAccount account = new PhoneAccount(caller.number(), null, settings.server());
            SimulatedPhone phone = callers.phone(account).saying(voices[begun % voices.length]);
            begun++;
            caller.begin(phone);
        }
        if (begun < settings.calls()) {
            callers.later(Duration.ofMillis(2), () -> beginCalls(start));
        }
    }

    private void beginAgent(int index) {
        boolean registers = settings.agents().password() != null;
        String user = registers ? Integer.toString(DemoSettings.FIRST_EXTENSION - 1 + index) : "a" + index;
        int hertz = 1500 + 30 * (index % 40);
        SimulatedPhone phone = agents.phone(
                        new PhoneAccount(user, settings.agents().password(), settings.server()))
                .saying(Sound.tone(hertz))
                .onCall(this::agentsAnswer)
                .listener(new PhoneListener() {
                    @Override
                    public void ringing(PhoneCall call) {
                        tell(call, LoadCaller::rings);
                    }

                    @Override
                    public void talking(PhoneCall call) {
                        tell(call, caller -> caller.answeredBy(call, hertz));
                    }
                });
        if (registers) {
            phone.register(REGISTRATION);
        }
    }

    private AnswerPlan agentsAnswer() {
        if (refusals.nextDouble() < settings.hazards().refusals()) {
            return AnswerPlan.rejectAfter(Duration.ofMillis(refusals.nextInt(400)), 486);
        }
        return AnswerPlan.after(Duration.ofMillis(refusals.nextInt(600)));
    }

    private void tell(PhoneCall agentsCall, Consumer<LoadCaller> news) {
        LoadCaller caller = active.get(agentsCall.peer());
        if (caller != null) {
            callers.run(() -> {
                if (!caller.hasEnded()) {
                    news.accept(caller);
                }
            });
        }
    }
}
