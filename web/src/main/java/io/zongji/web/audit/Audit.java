package io.zongji.web.audit;

import io.zongji.domain.CallId;
import io.zongji.server.CallCentre;
import io.zongji.store.audit.AuditAction;
import io.zongji.store.audit.AuditEntry;
import io.zongji.web.Actor;
import io.zongji.web.access.SignInDelays;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Where the portal reports what people do to others and to the set-up. Returns at once; see {@link io.zongji.store.audit.AuditLog}. */
@ApplicationScoped
public class Audit {
    /** The outcome of tries that have to wait. */
    public static final String TOO_MANY_FAILURES = "tooManyFailures";

    private final Clock clock = Clock.systemUTC();

    private final RefusedSignIns strangers = new RefusedSignIns(
            (login, address, detail) -> write(login, address, AuditAction.SIGN_IN_FAILED, "", "", "refused", detail));

    @Inject
    private CallCentre callCentre;

    private ScheduledExecutorService minutes;

    @PostConstruct
    void start() {
        minutes = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "portal-strangers");
            thread.setDaemon(true);
            return thread;
        });
        minutes.scheduleAtFixedRate(strangers::endMinute, 1, 1, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        minutes.shutdownNow();
        strangers.endMinute();
    }

    /** Something was done, and it is about no call. */
    public void done(Actor actor, AuditAction action, String subject, String detail) {
        write(actor.login(), actor.address(), action, subject, "", AuditEntry.DONE, detail);
    }

    /**
     * Something was asked of a call.
     *
     * @param subject the agent it is about; empty when none
     * @param refusal the code of why not; null when it was done
     */
    public void ofCall(Actor actor, AuditAction action, CallId call, String subject, String refusal, String detail) {
        write(
                actor.login(),
                actor.address(),
                action,
                subject,
                call.value(),
                refusal == null ? AuditEntry.DONE : refusal,
                detail);
    }

    /**
     * Something was asked that is about no call.
     *
     * @param refusal the code of why not; null when it was done
     */
    public void asked(Actor actor, AuditAction action, String subject, String refusal, String detail) {
        write(actor.login(), actor.address(), action, subject, "", refusal == null ? AuditEntry.DONE : refusal, detail);
    }

    /**
     * Something was done with what is kept of a call.
     *
     * @param subject what of it; empty for all
     */
    public void about(Actor actor, AuditAction action, String subject, String call) {
        write(actor.login(), actor.address(), action, subject, call, AuditEntry.DONE, "");
    }

    /** Somebody who is not signed in gave this name, or this token. */
    public void refusedStranger(String login, String address) {
        strangers.add(login, address);
    }

    /** Somebody who is not signed in has failed so often that further tries have to wait. */
    public void slowedDown(String login, String address, Duration wait) {
        write(login, address, AuditAction.SIGN_IN_FAILED, "", "", TOO_MANY_FAILURES, SignInDelays.seconds(wait) + " s");
    }

    private void write(
            String login,
            String address,
            AuditAction action,
            String subject,
            String call,
            String outcome,
            String detail) {
        callCentre
                .audit()
                .write(new AuditEntry(clock.instant(), login, address, action, subject, call, outcome, detail));
    }
}
