package io.zongji.web.events;

import io.zongji.domain.CallId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.web.Newest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The trails of the latest calls; an earlier one's is made from its events again when it is asked for. Thread-safe. */
final class CallTrails {
    private final Function<CallId, List<CallEvent>> history;
    private final Map<CallId, CallTrail> trails;

    /**
     * @param history gives a call's events from the first on
     * @param most    how many are kept: more than there are calls at a time
     */
    CallTrails(Function<CallId, List<CallEvent>> history, int most) {
        this.history = history;
        this.trails = Newest.byUse(most);
    }

    /** Takes the next event of a call. */
    void apply(CallEvent event) {
        boolean known;
        synchronized (this) {
            known = event.sequence() == 1 || trails.containsKey(event.call());
        }
        CallTrail trail = known ? new CallTrail() : ofHistory(event.call());
        synchronized (this) {
            CallTrail there = trails.putIfAbsent(event.call(), trail);
            (there == null ? trail : there).apply(event);
        }
    }

    /** Asks the trail of the event's call, as far as the call has come. */
    boolean test(CallEvent event, Predicate<CallTrail> question) {
        CallTrail trail;
        synchronized (this) {
            trail = trails.get(event.call());
        }
        if (trail == null) {
            CallTrail made = ofHistory(event.call());
            synchronized (this) {
                CallTrail there = trails.putIfAbsent(event.call(), made);
                trail = there == null ? made : there;
            }
        }
        synchronized (this) {
            return question.test(trail);
        }
    }

    private CallTrail ofHistory(CallId call) {
        CallTrail trail = new CallTrail();
        history.apply(call).forEach(trail::apply);
        return trail;
    }
}
