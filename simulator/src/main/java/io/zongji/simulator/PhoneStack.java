package io.zongji.simulator;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.SIPMessageValve;
import io.zongji.media.rtp.PortRange;
import io.zongji.media.rtp.RtpLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sip.ClientTransaction;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipStack;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.address.SipURI;
import javax.sip.header.CallIdHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One address with many phones: a SIP stack, a thread that does what phones do, and one clock for everybody's RTP. Safe for
 * any thread.
 */
public final class PhoneStack implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PhoneStack.class);
    private static final int FIRST_RTP_PORT = 10_000;
    private static final int LAST_RTP_PORT = 19_998;
    private static final Duration PORT_REST = Duration.ofSeconds(5);

    private final SipEndpoint endpoint;
    private final SipMessages messages;
    private final RtpLoop loop = RtpLoop.start("simulator-rtp");
    private final PortRange ports;
    private final ScheduledThreadPoolExecutor thread;
    private final Map<String, SimulatedPhone> phones = new ConcurrentHashMap<>();
    private final Map<CallKey, PhoneCall> calls = new ConcurrentHashMap<>();
    private final Map<String, IncomingCall> ringing = new ConcurrentHashMap<>();

    private record CallKey(String callId, String localTag) {}

    /** What is done on the stack's thread. */
    @FunctionalInterface
    interface Action {
        void run() throws SipException, ParseException, InvalidArgumentException;
    }

    private PhoneStack(String host, int port, int firstRtpPort, int lastRtpPort) throws IOException {
        ports = new PortRange(InetAddress.getByName(host), firstRtpPort, lastRtpPort, PORT_REST, System::nanoTime);
        endpoint = new SipEndpoint(host, port);
        messages = new SipMessages(endpoint.provider(), endpoint.address());
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "simulator-phones");
            made.setDaemon(true);
            return made;
        });
        thread.setRemoveOnCancelPolicy(true);
        // What still comes while the stack stops is of no interest.
        thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        endpoint.start(new Events(), new VanishedPhones());
    }

    /**
     * Listens on an address.
     *
     * @param host numeric, for example 127.0.0.2
     * @param port for UDP and TCP; 0 for any free port
     */
    public static PhoneStack open(String host, int port) throws IOException {
        return open(host, port, FIRST_RTP_PORT, LAST_RTP_PORT);
    }

    /** Listens on an address, with these ports for RTP. */
    public static PhoneStack open(String host, int port, int firstRtpPort, int lastRtpPort) throws IOException {
        return new PhoneStack(host, port, firstRtpPort, lastRtpPort);
    }

    /** Where the phones are reached. */
    public InetSocketAddress address() {
        return endpoint.address();
    }

    /** A new phone; its user must be unique here. */
    public SimulatedPhone phone(PhoneAccount account) {
        SimulatedPhone phone = new SimulatedPhone(this, account);
        if (phones.putIfAbsent(account.user(), phone) != null) {
            throw new IllegalArgumentException("account: there is a phone " + account.user() + " already");
        }
        return phone;
    }

    /** A new phone without a server: it is called, and calls, by whole SIP URIs. */
    public SimulatedPhone phone(String user) {
        return phone(new PhoneAccount(user, null, null));
    }

    /** Removes a phone without active calls, so that its name can be used again. */
    public void remove(SimulatedPhone phone) {
        phones.remove(phone.account().user(), phone);
    }

    /** The URI by which this stack's phone of that name is called directly. */
    public String uriOf(SimulatedPhone phone) {
        return "sip:" + phone.account().user() + "@" + address().getAddress().getHostAddress() + ":"
                + address().getPort();
    }

    /** How many calls there are now. */
    public int callCount() {
        return calls.size();
    }

    /** Runs something later on the phones' thread; it must not block. */
    public ScheduledFuture<?> later(Duration delay, Runnable what) {
        return thread.schedule(
                () -> {
                    try {
                        what.run();
                    } catch (RuntimeException e) {
                        log.warn("A phone failed", e);
                    }
                },
                delay.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /** Hangs up, unregisters and stops; waits up to two seconds for the answers. */
    @Override
    public void close() {
        phones.values().forEach(phone -> {
            if (!phone.isVanished()) {
                phone.hangUp();
                if (phone.isRegistered()) {
                    phone.unregister();
                }
            }
        });
        awaitQuiet(Duration.ofSeconds(2));
        thread.shutdown();
        calls.values().forEach(call -> call.audio().close());
        endpoint.stop();
        loop.close();
    }

    private void awaitQuiet(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        try {
            // Whoever hangs up last wakes nobody, so this looks now and then.
            while (System.nanoTime() < until
                    && (!calls.isEmpty() || phones.values().stream().anyMatch(SimulatedPhone::isRegistered))) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    SipMessages messages() {
        return messages;
    }

    InetSocketAddress rtpAddress(int port) {
        return new InetSocketAddress(address().getAddress(), port);
    }

    PhoneAudio openAudio() throws IOException {
        return PhoneAudio.open(loop, ports);
    }

    /** Runs something on the phones' thread. */
    void run(Action action) {
        thread.execute(() -> {
            try {
                action.run();
            } catch (SipException | ParseException | InvalidArgumentException | RuntimeException e) {
                log.info("A phone failed: {}", e.toString());
                log.debug("A phone failed", e);
            }
        });
    }

    ClientTransaction transaction(Request request, Transactor owner) throws SipException {
        ClientTransaction transaction = endpoint.provider().getNewClientTransaction(request);
        transaction.setApplicationData(owner);
        return transaction;
    }

    void remember(PhoneCall call) {
        calls.put(new CallKey(call.id(), call.localTag()), call);
        if (call instanceof IncomingCall incoming) {
            ringing.put(incoming.branch(), incoming);
        }
    }

    void forget(PhoneCall call) {
        calls.remove(new CallKey(call.id(), call.localTag()), call);
        if (call instanceof IncomingCall incoming) {
            ringing.remove(incoming.branch());
        }
    }

    static String branch(Request request) {
        return ((ViaHeader) request.getHeader(ViaHeader.NAME)).getBranch();
    }

    private SimulatedPhone called(Request request) {
        return request.getRequestURI() instanceof SipURI uri && uri.getUser() != null
                ? phones.get(uri.getUser())
                : null;
    }

    private PhoneCall find(Message message, String localTag) {
        String callId = ((CallIdHeader) message.getHeader(CallIdHeader.NAME)).getCallId();
        return localTag == null ? null : calls.get(new CallKey(callId, localTag));
    }

    private static String toTag(Message message) {
        return ((ToHeader) message.getHeader(ToHeader.NAME)).getTag();
    }

    private static String fromTag(Message message) {
        return ((FromHeader) message.getHeader(FromHeader.NAME)).getTag();
    }

    /** Hands the stack's events to the phones' thread, in order. */
    private final class Events implements SipListener {

        @Override
        public void processRequest(RequestEvent event) {
            Request request = event.getRequest();
            try {
                ServerTransaction transaction = event.getServerTransaction();
                if (transaction == null && !request.getMethod().equals(Request.ACK)) {
                    transaction = endpoint.provider().getNewServerTransaction(request);
                }
                ServerTransaction made = transaction;
                run(() -> take(request, made));
            } catch (SipException e) {
                log.debug("Not a new request: {}", e.getMessage());
            }
        }

        private void take(Request request, ServerTransaction transaction)
                throws SipException, ParseException, InvalidArgumentException {
            String tag = toTag(request);
            PhoneCall call = find(request, tag);
            if (call != null && !request.getMethod().equals(Request.CANCEL)) {
                call.request(request, transaction);
                return;
            }
            switch (request.getMethod()) {
                case Request.ACK -> log.trace("An ACK of a refusal");
                case Request.CANCEL -> {
                    transaction.sendResponse(messages.response(Response.OK, request));
                    IncomingCall cancelled = ringing.get(branch(request));
                    if (cancelled != null) {
                        cancelled.cancelled();
                    }
                }
                case Request.INVITE -> invited(request, transaction, tag);
                case Request.OPTIONS -> {
                    SimulatedPhone phone = called(request);
                    int status = phone == null ? Response.OK : phone.optionsStatus();
                    transaction.sendResponse(messages.response(status, request));
                }
                case Request.BYE -> transaction.sendResponse(messages.response(Response.OK, request));
                default -> transaction.sendResponse(messages.response(Response.NOT_IMPLEMENTED, request));
            }
        }

        private void invited(Request request, ServerTransaction transaction, String tag)
                throws SipException, ParseException, InvalidArgumentException {
            SimulatedPhone phone = called(request);
            if (tag != null) {
                transaction.sendResponse(messages.response(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, request));
            } else if (phone == null) {
                transaction.sendResponse(messages.response(Response.NOT_FOUND, request));
            } else {
                phone.called(request, transaction);
            }
        }

        @Override
        public void processResponse(ResponseEvent event) {
            Response response = event.getResponse();
            ClientTransaction transaction = event.getClientTransaction();
            if (transaction != null && transaction.getApplicationData() instanceof Transactor owner) {
                run(() -> owner.response(response, event.getDialog()));
            } else if (find(response, fromTag(response)) instanceof OutgoingCall call
                    && SipMessages.method(response).equals(Request.INVITE)
                    && response.getStatusCode() / 100 == 2) {
                run(() -> call.answeredAgain(response));
            }
        }

        @Override
        public void processTimeout(TimeoutEvent event) {
            ClientTransaction transaction = event.getClientTransaction();
            if (transaction != null && transaction.getApplicationData() instanceof Transactor owner) {
                String method = transaction.getRequest().getMethod();
                run(() -> owner.noAnswer(method));
            }
        }

        @Override
        public void processIOException(IOExceptionEvent event) {
            log.debug("No connection to {}:{}", event.getHost(), event.getPort());
        }

        @Override
        public void processTransactionTerminated(TransactionTerminatedEvent event) {
            // Nothing hangs on it.
        }

        @Override
        public void processDialogTerminated(DialogTerminatedEvent event) {
            // Calls end by requests and responses, not by the stack's bookkeeping.
        }
    }

    /** Drops what is sent to phones that have vanished, before the stack would answer it. */
    private final class VanishedPhones implements SIPMessageValve {

        @Override
        public boolean processRequest(SIPRequest request, MessageChannel channel) {
            SimulatedPhone phone = called(request);
            return phone == null || !phone.isVanished();
        }

        @Override
        public boolean processResponse(Response response, MessageChannel channel) {
            FromHeader from = (FromHeader) response.getHeader(FromHeader.NAME);
            if (from == null || !(from.getAddress().getURI() instanceof SipURI uri) || uri.getUser() == null) {
                return true;
            }
            SimulatedPhone phone = phones.get(uri.getUser());
            return phone == null || !phone.isVanished();
        }

        @Override
        public void init(SipStack stack) {
            // Nothing to prepare.
        }

        @Override
        public void destroy() {
            // Nothing to free.
        }
    }

    List<SimulatedPhone> phones() {
        return List.copyOf(phones.values());
    }
}
