package io.zongji.slee.testkit.probe;

import javax.slee.EventContext;

/** What a probe does in a handler; fired as the payload of a stub event, or set for events that carry none. */
@FunctionalInterface
public interface Script {
    void run(ProbeSbb sbb, ProbeAci aci, EventContext event) throws Exception;
}
