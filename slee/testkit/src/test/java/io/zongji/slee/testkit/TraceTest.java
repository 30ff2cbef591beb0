package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.testkit.probe.Probe;
import java.util.ArrayList;
import java.util.List;
import javax.slee.InvalidArgumentException;
import javax.slee.SbbID;
import javax.slee.UnrecognizedComponentException;
import javax.slee.facilities.Level;
import javax.slee.facilities.TraceFacility;
import javax.slee.facilities.TraceLevel;
import javax.slee.facilities.Tracer;
import javax.slee.management.NotificationSource;
import javax.slee.management.ResourceAdaptorEntityNotification;
import javax.slee.management.SbbNotification;
import javax.slee.management.TraceMBean;
import javax.slee.management.TraceNotification;
import javax.slee.management.UnrecognizedNotificationSourceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tracers, their levels, and the notifications of what they say. The tests' logging system lets errors through. */
@SuppressWarnings("deprecation")
class TraceTest extends ManagedSleeTest {
    private static final NotificationSource STUB = new ResourceAdaptorEntityNotification("stub");

    private final TraceMBean traces = bean(TraceMBean.class, TraceMBean.OBJECT_NAME);
    private final List<TraceNotification> heard = new ArrayList<>();

    @BeforeEach
    void listen() throws Exception {
        server.addNotificationListener(
                management.getTraceMBean(),
                (notification, handback) -> heard.add((TraceNotification) notification),
                null,
                null);
    }

    private Tracer tracer(String name) {
        return stub.context().getTracer(name);
    }

    private List<String> messages() {
        return heard.stream().map(TraceNotification::getMessage).toList();
    }

    @Test
    void levelIsTheLoggingSystemsUntilItIsSet() throws Exception {
        Tracer tracer = tracer("wire.in");
        assertThat(tracer.getTraceLevel()).isEqualTo(TraceLevel.SEVERE);

        traces.setTraceLevel(STUB, "wire.in", TraceLevel.FINER);

        assertThat(tracer.getTraceLevel()).isEqualTo(TraceLevel.FINER);
        assertThat(tracer.isFinerEnabled()).isTrue();
        assertThat(tracer.isFinestEnabled()).isFalse();
        assertThat(tracer.isTraceable(TraceLevel.FINEST)).isFalse();
    }

    @Test
    void levelIsThatOfTheNearestTracerAboveThatHasOne() throws Exception {
        Tracer tracer = tracer("wire.in.headers");
        traces.setTraceLevel(STUB, "", TraceLevel.SEVERE);
        assertThat(tracer.getTraceLevel()).isEqualTo(TraceLevel.SEVERE);

        traces.setTraceLevel(STUB, "wire", TraceLevel.FINE);
        assertThat(tracer.getTraceLevel()).isEqualTo(TraceLevel.FINE);
        assertThat(tracer("other").getTraceLevel()).isEqualTo(TraceLevel.SEVERE);
        traces.setTraceLevel(STUB, "wire.in", TraceLevel.OFF);
        assertThat(tracer.isSevereEnabled()).isFalse();
        traces.unsetTraceLevel(STUB, "wire.in");

        assertThat(traces.getTraceLevel(STUB, "wire.in.headers")).isEqualTo(TraceLevel.FINE);
        assertThat(traces.getTraceLevel(STUB, "wire.never.asked.for")).isEqualTo(TraceLevel.FINE);
        assertThat(traces.getTracersSet(STUB)).containsExactly("", "wire");
        assertThat(traces.getTracersUsed(STUB)).containsExactly("other", "wire.in.headers");
    }

    @Test
    void onlyWhatPassesIsHeard() throws Exception {
        tracer("a").fine("before");
        traces.setTraceLevel(STUB, "", TraceLevel.FINE);
        RuntimeException cause = new RuntimeException("why");
        tracer("a").fine("detail", cause);
        tracer("a").finest("too much");
        traces.setTraceLevel(STUB, "a", TraceLevel.WARNING);
        tracer("a").info("not now");
        tracer("a").trace(TraceLevel.WARNING, "warned");

        assertThat(messages()).containsExactly("detail", "warned");
        TraceNotification first = heard.get(0);
        assertThat(first.getType()).isEqualTo(ResourceAdaptorEntityNotification.TRACE_NOTIFICATION_TYPE);
        assertThat(first.getNotificationSource()).isEqualTo(STUB);
        assertThat(first.getTracerName()).isEqualTo("a");
        assertThat(first.getTraceLevel()).isEqualTo(TraceLevel.FINE);
        assertThat(first.getCause()).isEqualTo(cause);
        assertThat(first.getSequenceNumber()).isLessThan(heard.get(1).getSequenceNumber());
        assertThat(first.getSource()).isEqualTo(management.getTraceMBean());
    }

    @Test
    void sbbsAreSourcesByService() throws Exception {
        services("Probe");
        NotificationSource root = new SbbNotification(Probe.service("Probe"), Probe.sbb("Root"));
        traces.setTraceLevel(root, "call", TraceLevel.FINEST);
        start("a");

        alpha("a", in("Root", (sbb, aci, event) -> {
            sbb.context().getTracer("call").finest("in all detail");
            sbb.context().getTracer("other").finest("in no detail");
        }));

        assertThat(messages()).containsExactly("in all detail");
        assertThat(heard.get(0).getNotificationSource()).isEqualTo(root);
        assertThat(traces.getTracersUsed(root)).containsExactly("call", "other");
    }

    @Test
    void whatCannotBeIsRefused() {
        NotificationSource nobody = new ResourceAdaptorEntityNotification("nobody");

        assertThatThrownBy(() -> traces.getTraceLevel(nobody, "a"))
                .isInstanceOf(UnrecognizedNotificationSourceException.class);
        assertThatThrownBy(() -> traces.setTraceLevel(nobody, "a", TraceLevel.INFO))
                .isInstanceOf(UnrecognizedNotificationSourceException.class);
        assertThatThrownBy(() -> traces.getTracersSet(nobody))
                .isInstanceOf(UnrecognizedNotificationSourceException.class);
        assertThatThrownBy(() -> traces.getTracersUsed(nobody))
                .isInstanceOf(UnrecognizedNotificationSourceException.class);
        assertThatThrownBy(() -> traces.setTraceLevel(STUB, "a..b", TraceLevel.INFO))
                .isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> traces.getTraceLevel(STUB, ".a")).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> traces.unsetTraceLevel(STUB, "")).isInstanceOf(InvalidArgumentException.class);
        assertThatThrownBy(() -> tracer("a.")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tracer("a").trace(TraceLevel.OFF, "no")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sourceIsForgottenWithItsEntity() throws Exception {
        resources.deactivateResourceAdaptorEntity("stub");
        resources.unbindLinkName("stub");
        resources.removeResourceAdaptorEntity("stub");

        assertThatThrownBy(() -> traces.getTracersUsed(STUB))
                .isInstanceOf(UnrecognizedNotificationSourceException.class);
    }

    @Test
    void facilityOf10TracesByComponent() throws Exception {
        services("Probe");
        SbbID root = Probe.sbb("Root");
        traces.setTraceLevel(root, Level.CONFIG);
        assertThat(traces.getTraceLevel(root)).isEqualTo(Level.CONFIG);
        start("a");

        alpha("a", in("Root", (sbb, aci, event) -> {
            TraceFacility facility = sbb.lookup("slee/facilities/trace", TraceFacility.class);
            assertThat(facility.getTraceLevel(root)).isEqualTo(Level.CONFIG);
            facility.createTrace(root, Level.CONFIG, "io.zongji.set-up", "ready", 4711);
            facility.createTrace(root, Level.FINE, "io.zongji.set-up", "too much", 4711);
            assertThatThrownBy(() -> facility.createTrace(root, Level.OFF, "type", "no", 0))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> facility.createTrace(Probe.sbb("Nobody"), Level.INFO, "type", "no", 0))
                    .isInstanceOf(UnrecognizedComponentException.class);
        }));

        assertThat(messages()).containsExactly("ready");
        TraceNotification trace = heard.get(0);
        assertThat(trace.getType()).isEqualTo(TraceMBean.TRACE_NOTIFICATION_TYPE);
        assertThat(trace.getMessageSource()).isEqualTo(root);
        assertThat(trace.getMessageType()).isEqualTo("io.zongji.set-up");
        assertThat(trace.getTimeStamp()).isEqualTo(4711);
    }
}
