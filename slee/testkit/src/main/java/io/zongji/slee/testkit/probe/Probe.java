package io.zongji.slee.testkit.probe;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.slee.InitialEventSelector;
import javax.slee.SbbID;
import javax.slee.ServiceID;

/**
 * What all probes write and read: a journal of handlers and callbacks, each line "SBB what", and scripts for events
 * without payload. Static, since tests cannot reach SBB objects: reset it before each test.
 */
public final class Probe {
    public static final String VENDOR = "io.zongji.testkit";

    private static final List<String> JOURNAL = new CopyOnWriteArrayList<>();
    private static final List<Throwable> FAILED_ASSERTIONS = new CopyOnWriteArrayList<>();
    private static final Map<String, Script> SCRIPTS = new ConcurrentHashMap<>();
    private static volatile UnaryOperator<InitialEventSelector> selector = choice -> choice;

    private Probe() {}

    public static void reset() {
        JOURNAL.clear();
        FAILED_ASSERTIONS.clear();
        SCRIPTS.clear();
        selector = choice -> choice;
    }

    /** One of the probe services, by the names in {@code services/probe-services.xml}. */
    public static ServiceID service(String name) {
        return new ServiceID(name, VENDOR, "1.0");
    }

    public static SbbID sbb(String name) {
        return new SbbID(name, VENDOR, "1.0");
    }

    public static void note(String line) {
        JOURNAL.add(line);
    }

    /** Everything noted so far. */
    public static List<String> journal() {
        return List.copyOf(JOURNAL);
    }

    /** Lines about handlers, without life cycle callbacks. */
    public static List<String> handlers() {
        return JOURNAL.stream().filter(line -> !line.contains(" sbb")).toList();
    }

    /** Lines about one kind of callback or handler. */
    public static List<String> about(String what) {
        return JOURNAL.stream().filter(line -> line.contains(what)).toList();
    }

    /** What to do at an event or callback that brings no script: "Timer", "End", "Started11", "sbbCreate" ... */
    public static void when(String what, Script script) {
        SCRIPTS.put(what, script);
    }

    /** Assertions of scripts that failed; the SLEE takes them for failures of the SBB. */
    public static List<Throwable> failedAssertions() {
        return List.copyOf(FAILED_ASSERTIONS);
    }

    static void failed(Throwable thrown) {
        if (thrown instanceof AssertionError) {
            FAILED_ASSERTIONS.add(thrown);
        }
    }

    static Script script(String what) {
        return SCRIPTS.get(what);
    }

    /** What the initial event selector method answers. */
    public static void select(UnaryOperator<InitialEventSelector> answer) {
        selector = answer;
    }

    static InitialEventSelector select(InitialEventSelector choice) {
        return selector.apply(choice);
    }
}
