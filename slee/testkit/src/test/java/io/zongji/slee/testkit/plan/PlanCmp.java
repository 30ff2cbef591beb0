package io.zongji.slee.testkit.plan;

/** One entry of a dialling plan. */
public interface PlanCmp {
    String getPrefix();

    void setPrefix(String prefix);

    int getCost();

    void setCost(int cost);

    String[] getTrunks();

    void setTrunks(String[] trunks);
}
