package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;

/** The names under which activity contexts are bound in the activity context naming facility. */
public final class ActivityNames {

    /** The ACD's activity: tasks and agent requests are fired here. */
    public static final String ACD = "acd";

    private ActivityNames() {}

    /** The activity on which everything that concerns one call is fired. */
    public static String call(CallId call) {
        return "call/" + call.value();
    }

    /**
     * The call that a phone of ours has made or answered, by its dialog.
     *
     * @param tag the phone's own
     */
    public static String dialog(String sipCallId, String tag) {
        return "dialog/" + sipCallId + "/" + tag;
    }

    /** The activity that holds the registration of one extension while it is registered. */
    public static String registration(String extension) {
        return "registration/" + extension;
    }

    /** The activity of an agent's standing leg, while the agent's phone is on it. */
    public static String standingLeg(AgentId agent) {
        return "standing-leg/" + agent.value();
    }
}
