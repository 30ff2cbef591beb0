package io.zongji.server.watchdog;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.slee.container.inspection.ActivitySummary;

/** What can be done about differences. Each does no harm when there is nothing to do any more. */
public interface Repairs {

    /** The agent is not on this call any more. */
    void release(AgentId agent, CallId call);

    /** The call is over; its record says that something of ours failed. */
    void close(CallId call);

    /** All that the tree of entities serves is ended. */
    void endTree(int tree);

    void endActivity(ActivitySummary activity);
}
