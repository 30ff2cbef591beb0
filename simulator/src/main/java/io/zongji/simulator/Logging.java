package io.zongji.simulator;

/** The log of the simulator's programs; to be set up before the first logger is made. */
final class Logging {

    private static final String FILE = "logback.configurationFile";

    private Logging() {}

    static void begin() {
        if (System.getProperty(FILE) == null) {
            System.setProperty(FILE, "simulator-logback.xml");
        }
    }
}
