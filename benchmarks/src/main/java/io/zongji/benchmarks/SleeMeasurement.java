package io.zongji.benchmarks;

import java.io.IOException;
import org.openjdk.jmh.Main;

/** Runs everything: the footprint of entities, then the JMH benchmarks, to which the arguments go. */
public final class SleeMeasurement {
    private SleeMeasurement() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0 || !arguments[0].equals("-l") && !arguments[0].equals("-h")) {
            EntityFootprint.main(arguments);
        }
        Main.main(arguments);
    }
}
