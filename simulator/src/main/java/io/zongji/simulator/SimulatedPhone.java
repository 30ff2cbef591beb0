package io.zongji.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * A telephone: registers, calls, and does what its {@link AnswerPlan} says when called. Made by {@link PhoneStack#phone}.
 * Takes one call at a time unless told otherwise. Safe for any thread; only the methods named await block.
 */
public final class SimulatedPhone {

    /** Calls kept for {@link #awaitRinging}; where nobody asks for them they must not pile up. */
    private static final int REMEMBERED = 32;

    private static final Duration USUAL_EXPIRES = Duration.ofSeconds(300);

    private final PhoneStack stack;
    private final PhoneAccount account;
    private final Set<PhoneCall> calls = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<IncomingCall> rung = new LinkedBlockingQueue<>(REMEMBERED);
    private volatile Supplier<AnswerPlan> answering = AnswerPlan::manual;
    private volatile PhoneListener listener = new PhoneListener() {};
    private volatile Sound sound = Sound.SILENCE;
    private volatile int lines = 1;
    private volatile int refusal;
    private volatile boolean vanished;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int optionsStatus = Response.OK;
    private volatile boolean answersOnDemand;
    private volatile DigestServer demands;
    private Registration registration;

    SimulatedPhone(PhoneStack stack, PhoneAccount account) {
        this.stack = stack;
        this.account = account;
    }

    public PhoneAccount account() {
        return account;
    }

    /** What the phone's owner says in calls that begin from now on; silence if not set. */
    public SimulatedPhone saying(Sound what) {
        this.sound = Objects.requireNonNull(what, "what");
        return this;
    }

    /** What to do when called from now on; rings for ever if not set. */
    public SimulatedPhone onCall(AnswerPlan plan) {
        Objects.requireNonNull(plan, "plan");
        return onCall(() -> plan);
    }

    /** What to do when called, decided anew for each call. */
    public SimulatedPhone onCall(Supplier<AnswerPlan> plans) {
        this.answering = Objects.requireNonNull(plans, "plans");
        return this;
    }

    /**
     * Takes only calls and their ends that bring this user's credentials, as a carrier may.
     *
     * @param algorithms that it offers, for example {@code MD5}
     * @param stale      the first right answer comes too late, and is asked for again
     */
    public SimulatedPhone demanding(String user, String password, List<String> algorithms, boolean stale) {
        this.demands = new DigestServer(stack.messages(), user, password, algorithms, stale, false);
        return this;
    }

    /** Asks for credentials with a nonce of its own for every request that begins, changes or ends a call, as some carriers do. */
    public SimulatedPhone demandingEachTime(String user, String password) {
        this.demands = new DigestServer(stack.messages(), user, password, List.of("MD5"), false, true);
        return this;
    }

    /** Takes up a call when it is told to by NOTIFY, and says so while it rings. */
    public SimulatedPhone answeringOnDemand() {
        this.answersOnDemand = true;
        return this;
    }

    boolean answersOnDemand() {
        return answersOnDemand;
    }

    /** How many calls there may be at a time; one more is refused with 486. One if not set. */
    public SimulatedPhone lines(int count) {
        this.lines = count;
        return this;
    }

    /** Refuses to change a call that is up, from now on: with this status; 0 for not at all. */
    public SimulatedPhone refusingChanges(int status) {
        this.refusal = status;
        return this;
    }

    /** Answers OPTIONS with this status from now on; 200 if not set. */
    public SimulatedPhone answeringOptions(int status) {
        this.optionsStatus = status;
        return this;
    }

    /** How often it was asked by OPTIONS whether it is there. */
    public int asked() {
        return asked.get();
    }

    int optionsStatus() {
        asked.incrementAndGet();
        return optionsStatus;
    }

    int refusal() {
        return refusal;
    }

    public SimulatedPhone listener(PhoneListener told) {
        this.listener = Objects.requireNonNull(told, "told");
        return this;
    }

    /** Registers, and stays registered until {@link #unregister}, {@link #vanish} or the stack's end. */
    public void register() {
        register(USUAL_EXPIRES);
    }

    /** Registers for this time, refreshed half-way, and tries again whenever that fails. */
    public void register(Duration expires) {
        if (account.server() == null) {
            throw new IllegalStateException("no registrar: " + account);
        }
        stack.run(() -> {
            if (registration == null) {
                keepRegistration(new Registration(this, expires));
            }
            registration.begin();
        });
    }

    public void unregister() {
        stack.run(() -> {
            if (registration != null) {
                registration.end();
            }
        });
    }

    public synchronized boolean isRegistered() {
        return registration != null && registration.isActive();
    }

    public SimulatedPhone awaitRegistered(Duration atMost) {
        await("to be registered", atMost, this::isRegistered);
        return this;
    }

    public SimulatedPhone awaitUnregistered(Duration atMost) {
        await("to be unregistered", atMost, () -> !isRegistered());
        return this;
    }

    /** Waits until the registrar has refused with this status; retries go on. */
    public SimulatedPhone awaitRegistrationRefused(int status, Duration atMost) {
        await("to be refused with " + status, atMost, () -> registration != null && registration.status() == status);
        return this;
    }

    /**
     * Calls.
     *
     * @param numberOrUri a number at the account's server, or a whole SIP URI
     */
    public OutgoingCall call(String numberOrUri) {
        return call(numberOrUri, CallPlan.USUAL);
    }

    public OutgoingCall call(String numberOrUri, CallPlan plan) {
        try {
            OutgoingCall call = OutgoingCall.to(this, target(numberOrUri), plan);
            calls.add(call);
            stack.remember(call);
            stack.run(() -> beginning(call, call::begin));
            return call;
        } catch (ParseException e) {
            throw new IllegalArgumentException("numberOrUri: cannot be called: " + numberOrUri, e);
        } catch (IOException e) {
            throw new UncheckedIOException("No RTP port for a call of " + account.user(), e);
        }
    }

    /** The calls that are not over. */
    public Set<PhoneCall> calls() {
        return Set.copyOf(calls);
    }

    /** Waits for the next call to this phone that was not yet returned by this method; it rings or has ended since. */
    public IncomingCall awaitRinging(Duration atMost) {
        try {
            IncomingCall call = rung.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (call == null) {
                throw new IllegalStateException(account.user() + " waited in vain for a call");
            }
            return call;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a call", e);
        }
    }

    /** Hangs up every call. */
    public void hangUp() {
        calls.forEach(PhoneCall::hangUp);
    }

    /** Is gone from one moment to the next: ends its calls without a word and answers nothing, as if its cable was pulled. */
    public void vanish() {
        vanished = true;
        stack.run(() -> {
            if (registration != null) {
                registration.abandon();
            }
            calls.forEach(PhoneCall::vanish);
        });
    }

    /** The cable is back: answers again. It has to register anew, if it was registered. */
    public void comeBack() {
        vanished = false;
    }

    @Override
    public String toString() {
        return "phone " + account.user();
    }

    PhoneStack stack() {
        return stack;
    }

    Sound sound() {
        return sound;
    }

    boolean isVanished() {
        return vanished;
    }

    /** A call comes; on the stack's thread. */
    void called(Request invite, ServerTransaction transaction)
            throws SipException, ParseException, InvalidArgumentException {
        if (isStranger(invite)) {
            transaction.sendResponse(challenge(invite));
            return;
        }
        if (calls.size() >= lines) {
            transaction.sendResponse(stack.messages().response(Response.BUSY_HERE, invite));
            return;
        }
        try {
            IncomingCall call = IncomingCall.of(this, invite, transaction, answering.get());
            calls.add(call);
            stack.remember(call);
            beginning(call, call::begin);
        } catch (IOException e) {
            transaction.sendResponse(stack.messages().response(Response.SERVICE_UNAVAILABLE, invite));
        }
    }

    /** Whether a request lacks the credentials that this phone wants; it is then to be challenged. */
    boolean isStranger(Request request) {
        DigestServer wanted = demands;
        return wanted != null && !wanted.accepts(request);
    }

    Response challenge(Request request) throws ParseException {
        return demands.challenge(request);
    }

    void forget(PhoneCall call) {
        calls.remove(call);
    }

    void changed(PhoneCall call, CallState state) {
        switch (state) {
            case RINGING -> {
                if (call instanceof IncomingCall incoming) {
                    while (!rung.offer(incoming)) {
                        rung.poll();
                    }
                }
                listener.ringing(call);
            }
            case TALKING -> listener.talking(call);
            case ENDED -> listener.ended(call);
            default -> {
                // Nothing to tell.
            }
        }
    }

    void registrationChanged(boolean change) {
        synchronized (this) {
            notifyAll();
        }
        if (change) {
            listener.registered(this, isRegistered());
        }
    }

    private void beginning(PhoneCall call, PhoneStack.Action begin) {
        try {
            begin.run();
        } catch (SipException | ParseException | InvalidArgumentException | RuntimeException e) {
            call.finish(CallEnd.By.US, 0, e.toString());
        }
    }

    private SipURI target(String numberOrUri) throws ParseException {
        if (numberOrUri.startsWith("sip:")) {
            return stack.messages().parse(numberOrUri);
        }
        if (account.server() == null) {
            throw new IllegalArgumentException("numberOrUri: a phone without server needs a whole SIP URI");
        }
        return stack.messages().uri(numberOrUri, account.server(), account.transport());
    }

    private synchronized void keepRegistration(Registration made) {
        registration = made;
    }

    private synchronized void await(String what, Duration atMost, BooleanSupplier reached) {
        long until = System.nanoTime() + atMost.toNanos();
        try {
            while (!reached.getAsBoolean()) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime()) + 1;
                if (left <= 1) {
                    throw new IllegalStateException(account.user() + " waited in vain " + what
                            + (registration == null ? "" : ", last answer " + registration.status()));
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting " + what, e);
        }
    }
}
