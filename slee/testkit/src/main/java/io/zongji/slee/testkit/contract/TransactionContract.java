package io.zongji.slee.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.probe.ProbeAci;
import io.zongji.slee.testkit.probe.ProbeSbb;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.slee.ChildRelation;
import javax.slee.EventContext;
import javax.slee.SbbLocalObject;
import javax.slee.TransactionRequiredLocalException;
import javax.slee.facilities.TimerOptions;
import javax.slee.transaction.SleeTransaction;
import javax.slee.transaction.SleeTransactionManager;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What needs a transaction, and what begins one by itself. */
public interface TransactionContract extends SleeContract {
    @Test
    default void whatNeedsATransactionIsRefusedWithoutOne() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            Map<String, ThrowingCallable> needs = needTransaction(sbb, aci, event);
            SleeTransactionManager manager = sbb.resource().context().getSleeTransactionManager();
            SleeTransaction suspended = (SleeTransaction) manager.suspend();
            try {
                needs.values().removeIf(call -> catchThrowable(call) instanceof TransactionRequiredLocalException);
                assertThat(needs.keySet()).as("not refused").isEmpty();
                sbb.timers().setTimer(aci, null, now() + 60_000, new TimerOptions());
            } finally {
                manager.resume(suspended);
            }
            Probe.note("refused");
        });

        assertThat(Probe.about("refused")).hasSize(1);
        assertThat(timers()).isEqualTo(1);
        end("a");
        assertNothingIsLeft();
    }

    private static Map<String, ThrowingCallable> needTransaction(ProbeSbb sbb, ProbeAci aci, EventContext event) {
        SbbLocalObject self = sbb.self();
        ChildRelation children = sbb.getChild();
        Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
        calls.put("child relation", sbb::getChild);
        calls.put("create", children::create);
        calls.put("size", children::size);
        calls.put("fire", () -> sbb.fireBeta(new StubEvent("none"), aci, null));
        calls.put("attach", () -> aci.attach(self));
        calls.put("detach", () -> aci.detach(self));
        calls.put("isAttached", () -> aci.isAttached(self));
        calls.put("getActivity", aci::getActivity);
        calls.put("isEnding", aci::isEnding);
        calls.put("attribute", aci::getNumber);
        calls.put("set attribute", () -> aci.setNumber(1));
        calls.put("priority", () -> self.setSbbPriority((byte) 1));
        calls.put("getSbbPriority", self::getSbbPriority);
        calls.put("isIdentical", () -> self.isIdentical(self));
        calls.put("remove", self::remove);
        calls.put("mask", () -> sbb.context().maskEvent(null, aci));
        calls.put("get mask", () -> sbb.context().getEventMask(aci));
        calls.put("activities", () -> sbb.context().getActivities());
        calls.put("local object", () -> sbb.context().getSbbLocalObject());
        calls.put("rollback only", () -> sbb.context().setRollbackOnly());
        calls.put("get rollback only", () -> sbb.context().getRollbackOnly());
        calls.put("suspend", event::suspendDelivery);
        calls.put("resume", event::resumeDelivery);
        calls.put("is suspended", event::isSuspended);
        calls.put("bind", () -> sbb.names().bind(aci, "name"));
        calls.put("unbind", () -> sbb.names().unbind("name"));
        calls.put("lookup", () -> sbb.names().lookup("name"));
        calls.put("null activity", sbb::nullActivity);
        calls.put("start transacted", () -> sbb.resource().start("b", StubResource.Mode.TRANSACTED));
        calls.put("start suspended", () -> sbb.resource().start("b", StubResource.Mode.SUSPENDED));
        calls.put("end transacted", () -> sbb.resource().end("a", StubResource.Mode.TRANSACTED));
        return calls;
    }
}
