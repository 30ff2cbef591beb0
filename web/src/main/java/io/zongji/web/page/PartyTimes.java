package io.zongji.web.page;

import io.zongji.store.entity.LegRow;

/** One party's line of the table that says how everybody in a call spent the time. */
public final class PartyTimes {
    private final String name;
    private final LegRow leg;

    PartyTimes(String name, LegRow leg) {
        this.name = name;
        this.leg = leg;
    }

    public String getName() {
        return name;
    }

    /** The leg, whose times are known. */
    public LegRow getLeg() {
        return leg;
    }
}
