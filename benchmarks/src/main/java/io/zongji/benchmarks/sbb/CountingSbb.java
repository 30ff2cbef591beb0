package io.zongji.benchmarks.sbb;

import io.zongji.benchmarks.Work;
import io.zongji.slee.testkit.stub.StubEvent;
import javax.slee.ActivityContextInterface;

/** Reads and writes a CMP field for each event; another of its events is masked, so that masks are looked at. */
public abstract class CountingSbb extends MeasuredSbb {
    public abstract int getCount();

    public abstract void setCount(int count);

    public void onBegin(StubEvent event, ActivityContextInterface aci) {
        setCount(0);
    }

    public void onWork(StubEvent event, ActivityContextInterface aci) {
        int count = getCount() + 1;
        setCount(count);
        ((Work) event.payload()).run(count);
    }

    public void onMasked(StubEvent event, ActivityContextInterface aci) {
        throw new IllegalStateException("masked on attach");
    }
}
