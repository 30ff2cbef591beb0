package io.zongji.benchmarks;

/** One event at a time, from firing to the end of what its handler does. The waiting thread spins, so it is not parked. */
final class RoundTrip implements Work {
    private final Target target;
    private volatile int answered;
    private int asked;

    RoundTrip(Target target) {
        this.target = target;
    }

    @Override
    public void run(int count) {
        answered = asked;
    }

    /** Returns when the handler has run. For one caller at a time. */
    int on(int activity) {
        int number = asked + 1;
        asked = number;
        target.fire(activity, this);
        while (answered != number) {
            Thread.onSpinWait();
        }
        return number;
    }
}
