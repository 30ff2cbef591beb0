package io.zongji.slee.testkit.plan;

import java.util.Collection;
import javax.slee.profile.ProfileLocalObject;
import javax.slee.profile.ProfileTable;

/** The static queries of dialling plans. */
public interface PlanTable extends ProfileTable {
    Collection<ProfileLocalObject> queryRoute(String number);

    Collection<ProfileLocalObject> queryCheap(int from, int to);

    Collection<ProfileLocalObject> queryFirstTwo();
}
