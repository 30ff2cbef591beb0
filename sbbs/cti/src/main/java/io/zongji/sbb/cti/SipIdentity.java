package io.zongji.sbb.cti;

import io.zongji.domain.config.Configuration;
import io.zongji.domain.phone.PhoneToken;
import io.zongji.domain.phone.PhoneTokens;
import io.zongji.ra.sip.auth.DigestAlgorithm;
import io.zongji.ra.sip.auth.DigestAuthenticator;
import io.zongji.ra.sip.auth.DigestHeaders;
import io.zongji.ra.store.CallCentreStore;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sip.message.Request;
import javax.sip.message.Response;
import net.java.slee.resource.sip.SleeSipProvider;

/**
 * Finds out whose request it is by digest (RFC 3261, 22.2), and asks for credentials. A phone proves that it knows its
 * password; a page proves that it knows a token of the portal.
 */
final class SipIdentity {

    /**
     * One authenticator a realm for all SBB objects of a call centre: a nonce that one object gave is checked by another.
     */
    private static final Map<Realm, DigestAuthenticator> AUTHENTICATORS = new ConcurrentHashMap<>();

    private static final Duration NONCE_LIFE = Duration.ofMinutes(5);

    private final SleeSipProvider sip;
    private final CallCentreStore store;

    SipIdentity(SleeSipProvider sip, CallCentreStore store) {
        this.sip = sip;
        this.store = store;
    }

    /**
     * Whose request it is.
     *
     * @param result what the credentials are worth; rejected when there are none
     * @param user   extension or trunk; null unless the credentials are right
     * @param holder the portal session, when a page's token was used; else null
     */
    record Caller(DigestAuthenticator.Result result, String user, String holder) {
        boolean isKnown() {
            return user != null;
        }
    }

    Caller verify(Request request) {
        Configuration configuration = store.configuration();
        PhoneTokens tokens = store.phones().tokens();
        DigestAuthenticator.Verdict verdict = DigestHeaders.verify(
                request,
                authenticator(),
                (user, algorithm) -> algorithm != DigestAlgorithm.MD5
                        ? null
                        : tokens.find(user)
                                .map(PhoneToken::secret)
                                .or(() -> configuration.ha1(user))
                                .orElse(null));
        if (!verdict.isAccepted()) {
            return new Caller(verdict.result(), null, null);
        }
        return tokens.find(verdict.user())
                .map(token -> new Caller(verdict.result(), token.extension(), token.holder()))
                .orElseGet(() -> new Caller(verdict.result(), verdict.user(), null));
    }

    /** A 401 that asks for credentials. */
    Response challenge(Request request, Caller caller) throws ParseException {
        Response response = sip.getMessageFactory().createResponse(Response.UNAUTHORIZED, request);
        boolean stale = caller.result() == DigestAuthenticator.Result.STALE;
        DigestHeaders.challenge(response, authenticator(), stale, sip.getHeaderFactory());
        return response;
    }

    private DigestAuthenticator authenticator() {
        Realm key = new Realm(store, store.configuration().settings().realm());
        return AUTHENTICATORS.computeIfAbsent(
                key, realm -> new DigestAuthenticator(realm.name(), store.clock(), NONCE_LIFE, DigestAlgorithm.MD5));
    }

    private record Realm(CallCentreStore store, String name) {}
}
