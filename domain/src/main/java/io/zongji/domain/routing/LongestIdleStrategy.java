package io.zongji.domain.routing;

import java.util.Comparator;

/** First idle, first asked (先空先分配). */
final class LongestIdleStrategy implements SelectionStrategy {
    private static final Comparator<Candidate> ORDER =
            Comparator.comparing(Candidate::idleSince).thenComparingLong(Candidate::idleSequence);

    @Override
    public Comparator<Candidate> order() {
        return ORDER;
    }

    @Override
    public String because(Candidate chosen) {
        return "longest idle, since " + chosen.idleSince();
    }
}
