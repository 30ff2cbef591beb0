package io.zongji.slee.testkit.probe;

import javax.slee.ActivityContextInterface;

/** Activity context attributes of the probe: one of its own, one shared with every SBB that has the same alias. */
public interface ProbeAci extends ActivityContextInterface {
    int getNumber();

    void setNumber(int value);

    String getShared();

    void setShared(String value);
}
