package io.zongji.slee.testkit.plan;

/** Usage parameters of dialling plans. */
public interface PlanUsage {
    void incrementCharges(long by);
}
