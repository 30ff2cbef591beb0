package io.zongji.domain.config;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;

/**
 * That we register with a trunk's carrier (RFC 3261, 10.2), which then sends calls to where we are.
 *
 * @param registrar a host or address, with a port if it is not the usual one
 * @param account   with what we register
 * @param expiry    for how long we ask to be registered; the carrier decides
 */
public record TrunkRegistration(String registrar, OutboundAccount account, Duration expiry) implements Serializable {

    /** The shortest time for which it is worth asking. */
    public static final Duration SHORTEST = Duration.ofSeconds(60);

    public TrunkRegistration {
        Objects.requireNonNull(registrar, "registrar");
        Objects.requireNonNull(account, "account");
        if (expiry.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("registrar " + registrar + ": at least " + SHORTEST + ", was " + expiry);
        }
        if (SipAddress.parse("sip:1@" + registrar)
                .filter(parsed -> !parsed.host().isEmpty())
                .isEmpty()) {
            throw new IllegalArgumentException("registrar: a host with or without a port is right, was " + registrar);
        }
    }

    /**
     * The user part of the contact that the carrier is told. Nobody else can guess it, so a call to it is the carrier's; and
     * it is the same after a restart, when the carrier still knows it.
     */
    String contactUser(String trunk) {
        try {
            byte[] secret =
                    (trunk + "\n" + account.user() + "\n" + account.sealedPassword()).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret);
            return "t" + HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JRE has SHA-256", e);
        }
    }
}
