package io.zongji.slee.testkit.probe;

/** Usage parameters of the probe. */
public interface ProbeUsage {
    void incrementCalls(long by);

    long getCalls();

    void sampleDelay(long millis);
}
