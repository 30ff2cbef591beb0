package io.zongji.ra.sip.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.ra.sip.auth.DigestAuthenticator.Result;
import io.zongji.ra.sip.auth.DigestAuthenticator.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

class DigestAuthenticatorTest {

    private static final String REALM = "zongji";
    private static final String URI = "sip:zongji";
    private final MutableClock clock = MutableClock.of(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private final DigestAuthenticator authenticator =
            new DigestAuthenticator(REALM, clock, Duration.ofMinutes(5), DigestAlgorithm.SHA_256, DigestAlgorithm.MD5);
    private final DigestAuthenticator.Ha1Lookup lookup =
            (user, algorithm) -> user.equals("1001") ? algorithm.ha1("1001", REALM, "secret") : null;

    private String nonce() {
        String challenge = authenticator.challenges(false).get(0);
        int from = challenge.indexOf("nonce=\"") + 7;
        return challenge.substring(from, challenge.indexOf('"', from));
    }

    private static String answer(DigestAlgorithm algorithm, String user, String password, String nonce, String nc) {
        String response =
                algorithm.response(algorithm.ha1(user, REALM, password), "REGISTER", URI, nonce, nc, "c", "auth");
        return "Digest username=\"" + user + "\",realm=\"" + REALM + "\",nonce=\"" + nonce + "\",uri=\"" + URI
                + "\",response=\"" + response + "\",algorithm=" + algorithm.token() + ",cnonce=\"c\",qop=auth,nc="
                + nc;
    }

    private Verdict verify(String authorization) {
        return authenticator.verify("REGISTER", authorization, lookup);
    }

    @Test
    void theExampleOfRfc2617ComesOut() {
        String ha1 = DigestAlgorithm.MD5.ha1("Mufasa", "testrealm@host.com", "Circle Of Life");
        assertThat(DigestAlgorithm.MD5.response(
                        ha1,
                        "GET",
                        "/dir/index.html",
                        "dcd98b7102dd2f0e8b11d0f600bfb0c093",
                        "00000001",
                        "0a4f113b",
                        "auth"))
                .isEqualTo("6629fae49393a05397450978507c4ef1");
    }

    @Test
    void theExamplesOfRfc7616ComeOut() {
        String nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
        String cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
            String ha1 = algorithm.ha1("Mufasa", "http-auth@example.org", "Circle of Life");
            assertThat(algorithm.response(ha1, "GET", "/dir/index.html", nonce, "00000001", cnonce, "auth"))
                    .isEqualTo(
                            algorithm == DigestAlgorithm.MD5
                                    ? "8ca523f5e9506fed4657c9700eebdbec"
                                    : "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
        }
    }

    @Test
    void theBestAlgorithmIsOfferedFirst() {
        List<String> challenges = authenticator.challenges(true);
        assertThat(challenges)
                .hasSize(2)
                .allMatch(text -> text.contains("qop=\"auth\"") && text.endsWith("stale=true"));
        assertThat(challenges.get(0)).contains("algorithm=SHA-256");
        assertThat(challenges.get(1)).contains("algorithm=MD5");
    }

    @Test
    void theRightPasswordIsAcceptedWithEitherAlgorithm() {
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
            Verdict verdict = verify(answer(algorithm, "1001", "secret", nonce(), "00000001"));
            assertThat(verdict).isEqualTo(new Verdict(Result.ACCEPTED, "1001"));
        }
    }

    @Test
    void theWrongPasswordAndTheUnknownUserAreRejected() {
        assertThat(verify(answer(DigestAlgorithm.MD5, "1001", "wrong", nonce(), "00000001"))
                        .result())
                .isEqualTo(Result.REJECTED);
        assertThat(verify(answer(DigestAlgorithm.MD5, "1002", "secret", nonce(), "00000001"))
                        .result())
                .isEqualTo(Result.REJECTED);
    }

    @Test
    void anAnswerCannotBeUsedTwiceButTheNextCountCan() {
        String nonce = nonce();
        String first = answer(DigestAlgorithm.MD5, "1001", "secret", nonce, "00000001");
        assertThat(verify(first).isAccepted()).isTrue();
        assertThat(verify(first).result()).isEqualTo(Result.STALE);
        assertThat(verify(answer(DigestAlgorithm.MD5, "1001", "secret", nonce, "00000002"))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void anOldNonceIsStaleAndAForeignOneToo() {
        String old = nonce();
        clock.add(Duration.ofSeconds(301));
        assertThat(verify(answer(DigestAlgorithm.MD5, "1001", "secret", old, "00000001"))
                        .result())
                .isEqualTo(Result.STALE);
        assertThat(verify(answer(DigestAlgorithm.MD5, "1001", "secret", "made-up", "00000001"))
                        .result())
                .isEqualTo(Result.STALE);
    }

    @Test
    void anAnswerForAnotherMethodIsRejected() {
        String authorization = answer(DigestAlgorithm.MD5, "1001", "secret", nonce(), "00000001");
        assertThat(authenticator.verify("INVITE", authorization, lookup).result())
                .isEqualTo(Result.REJECTED);
    }

    @Test
    void aClientWithoutQopMayUseANonceOnce() {
        String nonce = nonce();
        String ha1 = DigestAlgorithm.MD5.ha1("1001", REALM, "secret");
        String response = DigestAlgorithm.MD5.response(ha1, "REGISTER", URI, nonce, null, null, null);
        String authorization = "Digest username=\"1001\", realm=\"" + REALM + "\", nonce=\"" + nonce + "\", uri=\""
                + URI + "\", response=\"" + response + "\"";
        assertThat(verify(authorization).isAccepted()).isTrue();
        assertThat(verify(authorization).result()).isEqualTo(Result.STALE);
    }

    @Test
    void unreadableValuesAreRejected() {
        for (String text : List.of(
                "",
                "Basic abc",
                "Digest",
                "Digest =",
                "Digest username",
                "Digest username=\"1001",
                "Digest ,,,=,",
                "Digest username=\"1001\", username=\"x\"",
                "Digest username=\"1001\", nc=zz, qop=auth")) {
            assertThat(verify(text).result()).as(text).isEqualTo(Result.REJECTED);
        }
    }

    @Test
    void countersOfOldNoncesAreForgotten() {
        NonceBook book = new NonceBook(clock, Duration.ofSeconds(10), new byte[32]);
        for (int i = 0; i < 100; i++) {
            book.use(book.newNonce(), 1);
        }
        clock.add(Duration.ofSeconds(30));
        book.use(book.newNonce(), 1);
        assertThat(book.remembered()).isEqualTo(1);
    }

    @Test
    void aRealmThatCannotBeQuotedIsRefused() {
        assertThatThrownBy(() -> new DigestAuthenticator("a\"b", clock, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
