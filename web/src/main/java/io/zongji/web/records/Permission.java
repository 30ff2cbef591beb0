package io.zongji.web.records;

import io.zongji.store.entity.CallRow;
import io.zongji.web.SignedInUser;

/** Who may see and hear which call. */
public final class Permission {
    private Permission() {}

    /** Supervisors, inspectors and administrators every call, agents those they took or were offered last. */
    public static boolean toSee(SignedInUser user, CallRow call) {
        return user != null
                && (user.watches() || user.takesCalls() && user.agent().equals(call.getAgentId()));
    }

    /** Messages are for those who give them to somebody to call back. */
    public static boolean toHearMessages(SignedInUser user) {
        return user != null && user.watches();
    }

    /** A file that leaves the house is another matter than one that is heard here. */
    public static boolean toDownload(SignedInUser user) {
        return user != null && user.watches();
    }
}
