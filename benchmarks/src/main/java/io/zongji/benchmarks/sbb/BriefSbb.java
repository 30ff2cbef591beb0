package io.zongji.benchmarks.sbb;

import io.zongji.benchmarks.Work;
import io.zongji.slee.testkit.stub.StubEvent;
import javax.slee.ActivityContextInterface;

/** Has a new root entity for each event, which detaches in the handler and so is removed with the same transaction. */
public abstract class BriefSbb extends MeasuredSbb {
    public abstract int getCount();

    public abstract void setCount(int count);

    public void onWork(StubEvent event, ActivityContextInterface aci) {
        setCount(1);
        aci.detach(context().getSbbLocalObject());
        ((Work) event.payload()).run(getCount());
    }
}
