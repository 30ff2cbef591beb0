package io.zongji.ra.sip.auth;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.Header;
import javax.sip.header.HeaderFactory;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Carries challenges and answers between JAIN SIP messages and a {@link DigestAuthenticator}. */
public final class DigestHeaders {

    private DigestHeaders() {}

    /** Puts the authenticator's challenges into a 401. */
    public static void challenge(
            Response unauthorized, DigestAuthenticator authenticator, boolean stale, HeaderFactory headers) {
        try {
            for (String challenge : authenticator.challenges(stale)) {
                unauthorized.addHeader(headers.createHeader(WWWAuthenticateHeader.NAME, challenge));
            }
        } catch (ParseException e) {
            throw new IllegalStateException("a challenge of ours must be readable", e);
        }
    }

    /** Checks the Authorization headers of a request; a verdict of rejection, with a null user, when there is none. */
    public static DigestAuthenticator.Verdict verify(
            Request request, DigestAuthenticator authenticator, DigestAuthenticator.Ha1Lookup lookup) {
        DigestAuthenticator.Verdict best = new DigestAuthenticator.Verdict(DigestAuthenticator.Result.REJECTED, null);
        for (String value : authorizations(request)) {
            DigestAuthenticator.Verdict verdict = authenticator.verify(request.getMethod(), value, lookup);
            if (best.user() == null || verdict.result().compareTo(best.result()) < 0) {
                best = verdict;
            }
        }
        return best;
    }

    private static List<String> authorizations(Request request) {
        List<String> values = new ArrayList<>(1);
        for (ListIterator<?> headers = request.getHeaders(AuthorizationHeader.NAME); headers.hasNext(); ) {
            String text = ((Header) headers.next()).toString();
            values.add(text.substring(text.indexOf(':') + 1).trim());
        }
        return values;
    }
}
