package io.zongji.ra.sip;

import java.util.Timer;
import java.util.TimerTask;
import java.util.function.LongSupplier;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.slee.Address;
import javax.slee.SLEEException;
import javax.slee.UnrecognizedEventException;
import javax.slee.facilities.FacilityException;
import javax.slee.resource.ActivityHandle;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.EventFlags;
import javax.slee.resource.FailureReason;
import javax.slee.resource.FireableEventType;
import javax.slee.resource.InvalidConfigurationException;
import javax.slee.resource.Marshaler;
import javax.slee.resource.ReceivableService;
import javax.slee.resource.ResourceAdaptor;
import javax.slee.resource.ResourceAdaptorContext;
import net.java.slee.resource.sip.DialogForkedEvent;
import net.java.slee.resource.sip.SleeSipProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SIP resource adaptor (JAIN SLEE 1.1 chapter 15): life cycle, look-ups and call-backs. Answers for SBBs
 * that do not, and ends dialogs that no SBB refers to any more, so that no call is left over.
 */
public final class SipResourceAdaptor implements ResourceAdaptor {

    private static final Logger LOG = LoggerFactory.getLogger(SipResourceAdaptor.class);
    private static final long SWEEP_MILLIS = 1000;

    private final LongSupplier nanoTime;
    private ResourceAdaptorContext context;
    private SipEvents events;
    private volatile SipConfiguration configuration;
    private volatile SipCore core;
    private volatile DefaultAnswers answers;
    private TimerTask sweep;

    public SipResourceAdaptor() {
        this(System::nanoTime);
    }

    SipResourceAdaptor(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public void setResourceAdaptorContext(ResourceAdaptorContext newContext) {
        context = newContext;
        try {
            events = SipCore.lookUp(newContext);
        } catch (UnrecognizedEventException | FacilityException e) {
            throw new SLEEException("the events of the JAIN SIP type are not deployed", e);
        }
    }

    @Override
    public void unsetResourceAdaptorContext() {
        context = null;
        events = null;
    }

    @Override
    public void raVerifyConfiguration(ConfigProperties properties) throws InvalidConfigurationException {
        SipConfiguration.from(properties);
    }

    @Override
    public void raConfigure(ConfigProperties properties) {
        try {
            configuration = SipConfiguration.from(properties);
        } catch (InvalidConfigurationException e) {
            throw new SLEEException(e.getMessage(), e);
        }
    }

    @Override
    public void raConfigurationUpdate(ConfigProperties properties) {
        raConfigure(properties);
    }

    @Override
    public void raUnconfigure() {
        configuration = null;
    }

    @Override
    public void raActive() {
        try {
            SipCore started = new SipCore(configuration, context, events, nanoTime);
            answers = new DefaultAnswers(started);
            core = started;
            started.start();
            sweep = new TimerTask() {
                @Override
                public void run() {
                    sweepOnce();
                }
            };
            Timer timer = context.getTimer();
            timer.schedule(sweep, SWEEP_MILLIS, SWEEP_MILLIS);
            LOG.info("SIP on {} {}", configuration.bindAddress(), configuration.ports());
        } catch (SipException e) {
            throw new SLEEException(e.getMessage(), e);
        }
    }

    void sweepOnce() {
        SipCore running = core;
        if (running != null) {
            try {
                running.sweep();
            } catch (RuntimeException e) {
                LOG.warn("Dialogs could not be checked", e);
            }
        }
    }

    /** Gauges and counters of the stack; null while it is not running. */
    public SipStatistics statistics() {
        SipCore running = core;
        return running == null ? null : running.statistics();
    }

    /** What the stack and the RA hold now; for tests and gauges. */
    String leftInTheStack() {
        SipCore running = core;
        return running == null ? "stopped" : running.held();
    }

    @Override
    public void raStopping() {
        SipCore running = core;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public void raInactive() {
        SipCore running = core;
        if (sweep != null) {
            sweep.cancel();
            sweep = null;
        }
        core = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public Object getResourceAdaptorInterface(String className) {
        SipCore running = core;
        if (running == null) {
            return null;
        }
        if (SipFlows.class.getName().equals(className)) {
            return running.flows();
        }
        return SleeSipProvider.class.getName().equals(className) ? running.provider() : null;
    }

    @Override
    public Marshaler getMarshaler() {
        return null;
    }

    @Override
    public void serviceActive(ReceivableService service) {
        events.serviceActive(service);
        wantedChanged();
    }

    @Override
    public void serviceStopping(ReceivableService service) {
        events.serviceStopping(service);
        wantedChanged();
    }

    @Override
    public void serviceInactive(ReceivableService service) {
        events.serviceInactive(service);
        wantedChanged();
    }

    private void wantedChanged() {
        SipCore running = core;
        if (running != null) {
            running.wantedChanged();
        }
    }

    @Override
    public Object getActivity(ActivityHandle handle) {
        SipCore running = core;
        return running != null && handle instanceof SipActivityHandle ours ? running.activity(ours) : null;
    }

    @Override
    public ActivityHandle getActivityHandle(Object activity) {
        SipCore running = core;
        return running != null && activity instanceof SipActivity ours && running.activity(ours.handle()) == ours
                ? ours.handle()
                : null;
    }

    /** Dialogs and transactions that are known here end by their own timers; what is not known has ended. */
    @Override
    public void queryLiveness(ActivityHandle handle) {
        if (core != null && getActivity(handle) == null) {
            LOG.warn("The SLEE still had activity {}, which has ended", handle);
            context.getSleeEndpoint().endActivity(handle);
        }
    }

    @Override
    public void administrativeRemove(ActivityHandle handle) {
        release(handle);
    }

    @Override
    public void activityEnded(ActivityHandle handle) {
        SipCore running = core;
        if (running != null && handle instanceof SipActivityHandle ours) {
            running.forget(ours);
        }
    }

    @Override
    public void activityUnreferenced(ActivityHandle handle) {
        release(handle);
    }

    /** No SBB is interested in the activity: what it stands for must end on the wire too. */
    private void release(ActivityHandle handle) {
        SipCore running = core;
        Object activity = getActivity(handle);
        if (activity instanceof SipDialogActivity dialog) {
            running.apart(dialog::hangUp);
        } else if (activity instanceof ServerTransactionActivity transaction && !transaction.isAnswered()) {
            SipDialogActivity dialog = transaction.dialog();
            transaction.leave();
            if (dialog == null || !dialog.isLive()) {
                running.apart(() -> answers.answer(transaction, true));
            }
        }
    }

    @Override
    public void eventProcessingSuccessful(
            ActivityHandle handle,
            FireableEventType eventType,
            Object event,
            Address address,
            ReceivableService service,
            int flags) {
        SipCore running = core;
        if (running != null
                && event instanceof RequestEvent request
                && request.getServerTransaction() instanceof ServerTransactionActivity transaction) {
            running.admission().observedLag(nanoTime.getAsLong() - transaction.receivedNanos);
        }
    }

    @Override
    public void eventProcessingFailed(
            ActivityHandle handle,
            FireableEventType eventType,
            Object event,
            Address address,
            ReceivableService service,
            int flags,
            FailureReason reason) {
        SipCore running = core;
        if (running == null) {
            return;
        }
        if (reason == FailureReason.SYSTEM_OVERLOAD
                || reason == FailureReason.EVENT_QUEUE_FULL
                || reason == FailureReason.EVENT_QUEUE_TIMEOUT) {
            running.admission().sleeRefused();
        }
        if (event instanceof RequestEvent request && isUnanswered(request)) {
            running.apart(() -> answers.unhandled(request, true));
        }
        endIfAck(event);
    }

    @Override
    public void eventUnreferenced(
            ActivityHandle handle,
            FireableEventType eventType,
            Object event,
            Address address,
            ReceivableService service,
            int flags) {
        SipCore running = core;
        if (running != null && event instanceof RequestEvent request && isUnanswered(request)) {
            if (!EventFlags.hasSbbProcessedEvent(flags)) {
                running.apart(() -> answers.unhandled(request, false));
            }
        }
        if (event instanceof ResponseEvent response) {
            forget(response);
        }
        if (running != null && event instanceof DialogForkedEvent forked) {
            running.apart(() -> running.forks().settled(forked, EventFlags.hasSbbProcessedEvent(flags)));
        }
        endIfAck(event);
    }

    /** What an SBB has noted about a transaction is needed until it has seen the final response. */
    private static void forget(ResponseEvent event) {
        if (event.getResponse().getStatusCode() >= 200
                && event.getClientTransaction() instanceof ClientTransactionActivity transaction
                && transaction.dialog() != null) {
            transaction.dialog().forget(transaction);
        }
    }

    private void endIfAck(Object event) {
        SipCore running = core;
        if (running != null
                && event instanceof RequestEvent request
                && request.getServerTransaction() instanceof ServerTransactionActivity transaction
                && transaction.isAck()) {
            running.apart(() -> running.end(transaction));
        }
    }

    private static boolean isUnanswered(RequestEvent event) {
        return event.getServerTransaction() instanceof ServerTransactionActivity transaction
                && !transaction.isAnswered();
    }
}
