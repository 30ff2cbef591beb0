package io.zongji.ra.sip.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Challenges requests and checks the answers (RFC 7616 for SIP by RFC 3261 section 22 and RFC 8760): quality
 * of protection {@code auth}, nonces that expire, counters that cannot be replayed. Needs no password, only
 * its hash. Thread-safe; one instance for a realm.
 */
public final class DigestAuthenticator {

    /** Finds the stored hash of a user. */
    @FunctionalInterface
    public interface Ha1Lookup {
        /** {@link DigestAlgorithm#ha1} of this user in hex, or null when there is none for the algorithm. */
        String ha1(String user, DigestAlgorithm algorithm);
    }

    /** What came out of a check. */
    public enum Result {
        /** User and password are right. */
        ACCEPTED,
        /** The password is right but the nonce is used up: challenge again with {@code stale}. */
        STALE,
        /** Wrong, unreadable, another realm, or unknown user; callers need not know which. */
        REJECTED
    }

    /**
     * The result for one Authorization value.
     *
     * @param result what was found
     * @param user the user name that was claimed; null when unreadable
     */
    public record Verdict(Result result, String user) {
        /** Whether the request may go on as {@link #user()}. */
        public boolean isAccepted() {
            return result == Result.ACCEPTED;
        }
    }

    private final String realm;
    private final List<DigestAlgorithm> algorithms;
    private final NonceBook nonces;

    /**
     * An authenticator with a secret of its own: nonces from before a restart are stale.
     *
     * @param nonceLife how long a nonce is good for; phones are challenged again after it
     * @param algorithms in order of preference; MD5 when empty
     */
    public DigestAuthenticator(String realm, Clock clock, Duration nonceLife, DigestAlgorithm... algorithms) {
        this(realm, clock, nonceLife, newSecret(), algorithms);
    }

    DigestAuthenticator(String realm, Clock clock, Duration nonceLife, byte[] secret, DigestAlgorithm... algorithms) {
        if (realm.isBlank() || realm.contains("\"") || realm.contains("\\")) {
            throw new IllegalArgumentException("no realm: " + realm);
        }
        if (nonceLife.isNegative() || nonceLife.isZero()) {
            throw new IllegalArgumentException("nonces must live for some time, not " + nonceLife);
        }
        this.realm = realm;
        this.algorithms = algorithms.length == 0 ? List.of(DigestAlgorithm.MD5) : List.of(algorithms);
        this.nonces = new NonceBook(clock, nonceLife, secret);
    }

    private static byte[] newSecret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /** The realm in all challenges. */
    public String realm() {
        return realm;
    }

    /** Values for WWW-Authenticate (or Proxy-Authenticate) headers of a 401 (407), one for each algorithm, best first. */
    public List<String> challenges(boolean stale) {
        List<String> challenges = new ArrayList<>(algorithms.size());
        String nonce = nonces.newNonce();
        for (DigestAlgorithm algorithm : algorithms) {
            challenges.add("Digest realm=\"" + realm + "\", nonce=\"" + nonce + "\", algorithm=" + algorithm.token()
                    + ", qop=\"auth\"" + (stale ? ", stale=true" : ""));
        }
        return challenges;
    }

    /**
     * Checks the value of an Authorization (or Proxy-Authorization) header, that is what follows the colon.
     *
     * @param method of the request, in upper case
     */
    public Verdict verify(String method, String authorization, Ha1Lookup lookup) {
        DigestCredentials credentials = DigestCredentials.parse(authorization);
        String user = credentials == null ? null : credentials.get("username");
        if (user == null) {
            return new Verdict(Result.REJECTED, null);
        }
        return new Verdict(result(method, credentials, user, lookup), user);
    }

    private Result result(String method, DigestCredentials given, String user, Ha1Lookup lookup) {
        DigestAlgorithm algorithm = DigestAlgorithm.of(given.get("algorithm"));
        String nonce = given.get("nonce");
        String uri = given.get("uri");
        String response = given.get("response");
        String qop = given.get("qop");
        long count = qop == null ? 1 : count(given.get("nc"));
        boolean readable = algorithms.contains(algorithm)
                && realm.equals(given.get("realm"))
                && nonce != null
                && uri != null
                && response != null
                && (qop == null || (qop.equals("auth") && count > 0 && given.get("cnonce") != null));
        if (!readable) {
            return Result.REJECTED;
        }
        String ha1 = lookup.ha1(user, algorithm);
        if (ha1 == null) {
            return Result.REJECTED;
        }
        String expected = algorithm.response(ha1, method, uri, nonce, given.get("nc"), given.get("cnonce"), qop);
        if (!sameText(expected, response)) {
            return Result.REJECTED;
        }
        boolean usable = nonces.isOurs(nonce) && nonces.isFresh(nonce) && nonces.use(nonce, count);
        return usable ? Result.ACCEPTED : Result.STALE;
    }

    private static boolean sameText(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }

    private static long count(String nc) {
        if (nc == null || nc.length() != 8) {
            return 0;
        }
        try {
            return Long.parseLong(nc, 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
