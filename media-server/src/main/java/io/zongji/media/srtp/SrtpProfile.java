package io.zongji.media.srtp;

import java.util.Arrays;
import java.util.Optional;

/** The protections we know. Names are those of crypto suites in SDP (RFC 4568, 6.2). RTCP tags always have 80 bits. */
public enum SrtpProfile {
    AES_CM_128_HMAC_SHA1_80(10, 1),
    AES_CM_128_HMAC_SHA1_32(4, 2);

    private final int tagLength;
    private final int dtlsNumber;

    SrtpProfile(int tagLength, int dtlsNumber) {
        this.tagLength = tagLength;
        this.dtlsNumber = dtlsNumber;
    }

    /** Bytes of the tag behind an RTP packet. */
    public int tagLength() {
        return tagLength;
    }

    /** The number in the use_srtp extension (RFC 5764, 4.1.2). */
    public int dtlsNumber() {
        return dtlsNumber;
    }

    public static Optional<SrtpProfile> bySuite(String name) {
        return Arrays.stream(values())
                .filter(profile -> profile.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
