package io.zongji.benchmarks.media;

import io.zongji.media.codec.Codec;

/** What the phones of a measurement send, one packet every 20 ms. */
enum Sound {
    /** A-law whose first bytes tell when it was sent, so that the delay of what is forwarded can be read from it. */
    STAMPED,
    /** A-law silence. */
    SILENT,
    /** Silence; the first of each group of phones clicks now and then, and the others tell when they hear it. */
    CLICKS,
    /** The first of each pair speaks Opus, the second A-law. */
    OPUS_AND_PCMA,
    /** A-law in secure RTP. */
    SECURE;

    /** The codec of one phone. */
    Codec codec(int phone) {
        return this == OPUS_AND_PCMA && phone % 2 == 0 ? Codec.OPUS : Codec.PCMA;
    }
}
