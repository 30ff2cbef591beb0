package io.zongji.slee.testkit.plan;

import java.io.IOException;
import javax.slee.profile.ProfileLocalObject;

/** What SBBs see of an entry. */
public interface PlanLocal extends ProfileLocalObject, PlanCmp {
    int costOf(int minutes);

    void failChecked() throws IOException;

    void raise(int by);
}
