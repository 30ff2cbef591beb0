package io.zongji.server;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.journal.Journal;
import io.zongji.domain.live.LiveBoard;
import io.zongji.sbb.events.AgentRelease;
import io.zongji.server.watchdog.Repairs;
import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.inspection.ActivitySummary;
import io.zongji.slee.container.inspection.EntityTreeDetail.EntityNode;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;

/** Repairs by the ordinary means: events to services, entries in the journal, ends of activities. */
final class SleeRepairs implements Repairs {

    private final SleeContainer slee;
    private final EventInlet inlet;
    private final LiveBoard board;
    private final Journal journal;
    private final Clock clock;

    SleeRepairs(SleeContainer slee, EventInlet inlet, LiveBoard board, Journal journal, Clock clock) {
        this.slee = slee;
        this.inlet = inlet;
        this.board = board;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void release(AgentId agent, CallId call) {
        inlet.fire(new AgentRelease(agent, call));
    }

    @Override
    public void close(CallId call) {
        board.cutOff(call, Cause.TEMPORARY_FAILURE, clock.instant()).ifPresent(journal::append);
    }

    @Override
    public void endTree(int tree) {
        slee.inspection().entityTree(tree).ifPresent(found -> {
            Set<Integer> activities = new HashSet<>();
            if (found.root() != null) {
                collect(found.root(), activities);
            }
            activities.forEach(id -> slee.inspection().activity(id).ifPresent(one -> endActivity(one.activity())));
        });
    }

    private static void collect(EntityNode entity, Set<Integer> activities) {
        activities.addAll(entity.activities());
        entity.children().forEach(child -> collect(child, activities));
    }

    @Override
    public void endActivity(ActivitySummary activity) {
        end(slee, activity);
    }

    /** Ends an activity of an RA; false when it is there no more, or is none of an RA's. */
    static boolean end(SleeContainer slee, ActivitySummary activity) {
        return slee.resourceAdaptorEntity(activity.raEntity())
                .map(entity -> entity.removeActivity(activity.handle()) > 0)
                .orElse(false);
    }
}
