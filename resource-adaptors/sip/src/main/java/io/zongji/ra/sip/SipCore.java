package io.zongji.ra.sip;

import gov.nist.javax.sip.message.SIPRequest;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.sip.ClientTransaction;
import javax.sip.ListeningPoint;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.Timeout;
import javax.sip.TimeoutEvent;
import javax.sip.address.Hop;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import javax.sip.header.RecordRouteHeader;
import javax.sip.message.Request;
import javax.slee.SLEEException;
import javax.slee.TransactionRequiredLocalException;
import javax.slee.UnrecognizedEventException;
import javax.slee.facilities.FacilityException;
import javax.slee.resource.ActivityFlags;
import javax.slee.resource.ActivityIsEndingException;
import javax.slee.resource.EventFlags;
import javax.slee.resource.FireEventException;
import javax.slee.resource.FireableEventType;
import javax.slee.resource.ResourceAdaptorContext;
import javax.slee.resource.SleeEndpoint;
import javax.slee.resource.StartActivityException;
import javax.slee.resource.UnrecognizedActivityHandleException;
import net.java.slee.resource.sip.DialogTimeoutEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running RA entity: the stack below, the SLEE above, and the activities between them. What is sent to
 * the SLEE goes through here. Thread-safe.
 */
final class SipCore {

    static final int EVENT_FLAGS =
            EventFlags.REQUEST_PROCESSING_FAILED_CALLBACK | EventFlags.REQUEST_EVENT_UNREFERENCED_CALLBACK;
    private static final int ACTIVITY_FLAGS =
            ActivityFlags.REQUEST_ENDED_CALLBACK | ActivityFlags.REQUEST_ACTIVITY_UNREFERENCED_CALLBACK;
    /** Before the sender of a non-INVITE request gives up (64*T1). */
    private static final long ANSWER_NANOS = TimeUnit.SECONDS.toNanos(25);

    private static final int WORKERS = 8;
    private static final Logger LOG = LoggerFactory.getLogger(SipCore.class);

    private final SipConfiguration configuration;
    private final SleeEndpoint endpoint;
    private final SipEvents events;
    private final LongSupplier nanoTime;
    private final ListeningStack listening;
    private final SipProvider stackProvider;
    private final SipMessages messages;
    private final AckCache acks;
    private final AdmissionControl admission;
    private final Traffic traffic = new Traffic();
    private final SleeProvider provider;
    private final Flows flows;
    private final AtomicLong handles = new AtomicLong();
    private final AtomicInteger dialogs = new AtomicInteger();
    private final Map<SipActivityHandle, SipActivity> activities = new ConcurrentHashMap<>();
    private final Queue<ServerTransactionActivity> unanswered = new ConcurrentLinkedQueue<>();
    private final DefaultAnswers answers = new DefaultAnswers(this);
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            WORKERS, WORKERS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), SipCore::thread);
    private volatile Forks forks;
    private final SecureRandom random = new SecureRandom();

    SipCore(SipConfiguration configuration, ResourceAdaptorContext context, SipEvents events, LongSupplier nanoTime)
            throws SipException {
        this.configuration = configuration;
        this.endpoint = context.getSleeEndpoint();
        this.events = events;
        this.nanoTime = nanoTime;
        this.acks = new AckCache(nanoTime);
        this.admission = new AdmissionControl(configuration, dialogs::get, nanoTime);
        this.listening = new ListeningStack(configuration);
        this.stackProvider = listening.provider();
        this.messages = new SipMessages(configuration, listening.points());
        this.provider = new SleeProvider(this);
        this.flows = new Flows(this, listening.webSockets());
        workers.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "zongji-sip-worker");
        thread.setDaemon(true);
        return thread;
    }

    static SipEvents lookUp(ResourceAdaptorContext context) throws UnrecognizedEventException, FacilityException {
        return new SipEvents(context.getEventLookupFacility());
    }

    void start() throws SipException {
        StackListener listener = new StackListener(this);
        forks = listener.forks();
        wantedChanged();
        listening.start(
                listener,
                new AdmissionValve(
                        admission,
                        traffic,
                        acks,
                        listening.stack(),
                        stackProvider::sendRequest,
                        new LateAnswer(this)::refuse,
                        listener::passOn));
    }

    /** Services have come or gone. */
    void wantedChanged() {
        Forks.tellApart(listening.stack(), events.isWanted(events.forked()));
    }

    Forks forks() {
        return forks;
    }

    /** No new calls; those that are up are ended towards their peers. */
    void close() {
        admission.close();
        for (SipActivity activity : activities.values()) {
            if (activity instanceof SipDialogActivity dialog) {
                dialog.hangUp();
            }
        }
    }

    void stop() {
        workers.shutdownNow();
        listening.stop();
    }

    SipConfiguration configuration() {
        return configuration;
    }

    SipEvents events() {
        return events;
    }

    SipMessages messages() {
        return messages;
    }

    AckCache acks() {
        return acks;
    }

    AdmissionControl admission() {
        return admission;
    }

    SleeProvider provider() {
        return provider;
    }

    SipFlows flows() {
        return flows;
    }

    SipProvider stackProvider() {
        return stackProvider;
    }

    Logger log() {
        return LOG;
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }

    SipActivityHandle newHandle() {
        return newHandle("sip");
    }

    SipActivityHandle newHandle(String kind) {
        return new SipActivityHandle(kind, handles.incrementAndGet());
    }

    String newTag() {
        return Long.toHexString(random.nextLong());
    }

    SipActivity activity(SipActivityHandle handle) {
        return activities.get(handle);
    }

    Collection<SipActivity> activities() {
        return activities.values();
    }

    SipStatistics statistics() {
        return new SipStatistics(
                traffic.requests(), traffic.repeated(), traffic.responses(), admission.refused(), dialogs.get());
    }

    /** Everything that must be gone some time after the last call. */
    String held() {
        return "activities=" + activities.size() + " dialogs=" + dialogs.get() + " stackDialogs="
                + listening.stack().getDialogs().size() + " server="
                + listening.stack().getServerTransactionTableSize() + " client="
                + listening.stack().getClientTransactionTableSize() + " acks=" + acks.size() + " unanswered="
                + unanswered.size();
    }

    // Transactions

    /** Creates the stack's transaction for a request to send, the request completed for the way that it takes. */
    ClientTransactionActivity newClientTransaction(Request request, ClientTransactionActivity.Outcome ownOutcome)
            throws SipException {
        if (!request.getMethod().equals(Request.CANCEL)) {
            Hop hop = listening.stack().getRouter((SIPRequest) request).getNextHop(request);
            if (hop == null) {
                throw new SipException("no way to " + request.getRequestURI());
            }
            String transport = hop.getTransport() == null ? ListeningPoint.UDP : hop.getTransport();
            if (messages.listeningPoint(transport) == null) {
                throw new SipException("transport " + transport + " is off, needed for " + request.getRequestURI());
            }
            messages.complete(request, transport);
        }
        ClientTransaction transaction = stackProvider.getNewClientTransaction(request);
        return new ClientTransactionActivity(this, transaction, request, ownOutcome);
    }

    /**
     * Where to send requests of a dialog that came in from a peer whose Contact is not where it is: behind
     * NAT, or on a connection that it opened. Null when the Contact can be used or a proxy is in the way.
     */
    Flow flowBehindNat(Request received) {
        if (received.getHeader(RecordRouteHeader.NAME) != null
                || !(received.getHeader(ContactHeader.NAME) instanceof ContactHeader contact)
                || !(contact.getAddress().getURI() instanceof SipURI uri)) {
            return null;
        }
        Flow flow = Flow.of(received);
        int port = uri.getPort() > 0 ? uri.getPort() : 5060;
        boolean direct = flow.host().equals(uri.getHost())
                && (flow.port() == port || flow.transport().equals("udp"));
        return direct ? null : flow;
    }

    // Activities

    /** From the network; false when the SLEE cannot take it. */
    boolean begin(SipActivity activity) {
        try {
            register(activity);
            endpoint.startActivity(activity.handle(), activity, ACTIVITY_FLAGS);
            return true;
        } catch (StartActivityException | IllegalStateException | SLEEException e) {
            LOG.debug("The SLEE refused {}", activity, e);
            admission.sleeRefused();
            forget(activity.handle());
            return false;
        }
    }

    /** From an SBB's call: events wait until the SBB's transaction has ended. */
    void beginSuspended(SipActivity activity) throws SipException {
        try {
            register(activity);
            try {
                endpoint.startActivitySuspended(activity.handle(), activity, ACTIVITY_FLAGS);
            } catch (TransactionRequiredLocalException e) {
                endpoint.startActivity(activity.handle(), activity, ACTIVITY_FLAGS);
            }
        } catch (StartActivityException | IllegalStateException | SLEEException e) {
            forget(activity.handle());
            throw new SipException("the SLEE refused " + activity, e);
        }
    }

    private void register(SipActivity activity) {
        activities.put(activity.handle(), activity);
        if (activity instanceof SipDialogActivity) {
            dialogs.incrementAndGet();
        }
        activity.started();
    }

    void forget(SipActivityHandle handle) {
        SipActivity gone = activities.remove(handle);
        if (gone instanceof SipDialogActivity) {
            dialogs.decrementAndGet();
        }
    }

    void end(SipActivity activity) {
        if (activity.endOnce()) {
            try {
                endpoint.endActivity(activity.handle());
            } catch (RuntimeException e) {
                LOG.debug("{} was unknown to the SLEE when it ended", activity, e);
                forget(activity.handle());
            }
        }
    }

    /** False when nobody will see the event. */
    boolean fire(SipActivity activity, FireableEventType type, Object event, int flags) {
        try {
            endpoint.fireEvent(activity.handle(), type, event, activity.eventAddress(), null, flags);
            return true;
        } catch (UnrecognizedActivityHandleException | ActivityIsEndingException e) {
            LOG.debug("Event {} for {}, which is over", type.getEventType(), activity);
            return false;
        } catch (FireEventException | SLEEException e) {
            LOG.debug("The SLEE refused event {} for {}", type.getEventType(), activity, e);
            admission.sleeRefused();
            return false;
        } catch (RuntimeException e) {
            LOG.warn("Event {} could not be fired for {}", type.getEventType(), activity, e);
            return false;
        }
    }

    void fireDialogTimeout(SipDialogActivity dialog) {
        if (events.isWanted(events.dialogTimeout())) {
            fire(dialog, events.dialogTimeout(), new DialogTimeoutEvent(dialog), 0);
        }
    }

    void fireTransactionTimeout(SipActivity on, ClientTransactionActivity transaction, Timeout timeout) {
        if (events.isWanted(events.transactionTimeout())) {
            fire(on, events.transactionTimeout(), new TimeoutEvent(provider, transaction, timeout), 0);
        }
    }

    /** The activity of a stack's server transaction, or null if it is not ours. */
    static ServerTransactionActivity of(ServerTransaction transaction) {
        return transaction != null && transaction.getApplicationData() instanceof ServerTransactionActivity activity
                ? activity
                : null;
    }

    /**
     * Does on a thread of its own what no router thread shall wait for (a connection), or what must not happen inside a
     * call-back of the SLEE (ending activities while it settles a transaction).
     */
    void apart(Runnable work) {
        try {
            workers.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("Too late, the resource adaptor has stopped", e);
        }
    }

    /** Sees to it that the request is answered in time. */
    void awaitAnswer(ServerTransactionActivity transaction) {
        unanswered.add(transaction);
    }

    private void answerForgotten(long now) {
        ServerTransactionActivity oldest = unanswered.peek();
        while (oldest != null && (oldest.isAnswered() || now - oldest.receivedNanos > ANSWER_NANOS)) {
            unanswered.poll();
            answers.answer(oldest, true);
            oldest = unanswered.peek();
        }
    }

    void sweep() {
        long now = nanoTime();
        acks.sweep(now);
        answerForgotten(now);
        flows.sweep(now);
        for (SipActivity activity : activities.values()) {
            if (activity instanceof SipDialogActivity dialog && dialog.isLive()) {
                dialog.watch.sweep(now);
            }
        }
    }
}
