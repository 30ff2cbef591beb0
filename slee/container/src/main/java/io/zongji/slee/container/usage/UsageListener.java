package io.zongji.slee.container.usage;

/** Is told of changes of parameters whose notifications are enabled, on the thread that made the change: be quick. */
public interface UsageListener {
    /**
     * A parameter changed.
     *
     * @param set the set's name; null for the unnamed set
     * @param value the counter's new value, or the sample
     */
    void updated(String set, UsageParameter parameter, long value);
}
