package io.zongji.slee.container.deploy;

import javax.slee.ComponentID;
import javax.slee.EventTypeID;
import javax.slee.SbbID;
import javax.slee.management.LibraryID;
import javax.slee.profile.ProfileSpecificationID;

/** Whatever a component refers to is in the unit or installed. */
final class ReferenceChecks {

    private ReferenceChecks() {}

    static void check(Check check) {
        if (!check.scope().complete()) {
            return;
        }
        for (ComponentID id : References.of(check.component())) {
            if (!check.scope().knows(id)) {
                check.fault(
                        rule(id),
                        "refers to " + id + ", which is neither installed nor in the unit",
                        "correct name, vendor or version, or install it first");
            }
        }
    }

    private static Rule rule(ComponentID id) {
        if (id instanceof EventTypeID) {
            return Rule.UNKNOWN_EVENT_TYPE;
        }
        if (id instanceof SbbID) {
            return Rule.UNKNOWN_SBB;
        }
        if (id instanceof LibraryID) {
            return Rule.UNKNOWN_LIBRARY;
        }
        return id instanceof ProfileSpecificationID ? Rule.UNKNOWN_PROFILE_SPEC : Rule.UNKNOWN_RA_TYPE;
    }
}
