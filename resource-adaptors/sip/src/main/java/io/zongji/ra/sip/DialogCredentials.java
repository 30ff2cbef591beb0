package io.zongji.ra.sip;

import gov.nist.javax.sip.header.extensions.SessionExpires;
import io.zongji.ra.sip.auth.DigestAnswer;
import java.text.ParseException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sip.SipException;
import javax.sip.header.Header;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Who we are in one dialog: signs its requests, and repeats those that were refused for want of fresh credentials. */
final class DialogCredentials {

    /** Credentials are wrong, or two proxies ask in turn without end. */
    private static final int MOST_CHALLENGES = 3;

    private final SipDialogActivity dialog;
    private final String user;
    private final Supplier<String> password;
    private DigestAnswer answer;
    private int challenges;

    DialogCredentials(SipDialogActivity dialog, DigestAnswer answered, String user, Supplier<String> password) {
        this.dialog = dialog;
        this.answer = answered;
        this.user = user;
        this.password = password;
    }

    /** Adds what the peer has asked for; nothing before it has. */
    synchronized void sign(Request request) throws SipException {
        String secret = answer == null ? null : password.get();
        if (secret == null) {
            return;
        }
        answer = answer.next();
        try {
            answer.addTo(request, user, secret, dialog.core.messages().headers());
        } catch (ParseException e) {
            throw new SipException("credentials cannot be written", e);
        }
    }

    /** Whether the response only asked for credentials, and the request is on its way again with them. */
    boolean repeated(ClientTransactionActivity refused, Response response) {
        if (refused == dialog.first() || !takeUp(response)) {
            return false;
        }
        try {
            Request again = dialog.createRequest(refused.getRequest());
            Header timer = refused.getRequest().getHeader(SessionExpires.NAME);
            if (timer != null) {
                again.setHeader((Header) timer.clone());
            }
            dialog.send(again, refused.ownOutcome());
            return true;
        } catch (SipException | RuntimeException e) {
            dialog.core.log().debug("{} cannot be sent again with credentials", refused, e);
            return false;
        }
    }

    private synchronized boolean takeUp(Response response) {
        int status = response.getStatusCode();
        boolean asked = status == Response.UNAUTHORIZED || status == Response.PROXY_AUTHENTICATION_REQUIRED;
        if (!asked && status >= Response.OK) {
            challenges = 0;
        }
        Optional<DigestAnswer> next =
                asked && challenges < MOST_CHALLENGES ? DigestAnswer.to(response) : Optional.empty();
        if (next.isEmpty()) {
            return false;
        }
        challenges++;
        answer = next.get();
        return true;
    }
}
