package io.zongji.media.sdp;

import io.zongji.media.dtls.Fingerprint;
import io.zongji.media.ice.IceCredentials;
import io.zongji.media.srtp.MasterKey;
import io.zongji.media.srtp.SrtpProfile;
import java.util.Objects;

/** How the packets of an agreement are protected. */
public sealed interface Protection {

    /** Not at all. */
    record Plain() implements Protection {}

    /**
     * By keys in the descriptions (RFC 4568).
     *
     * @param ours   what we send with
     * @param theirs what they send with
     */
    record Sdes(SrtpProfile profile, MasterKey ours, MasterKey theirs) implements Protection {
        public Sdes {
            Objects.requireNonNull(profile, "profile");
            Objects.requireNonNull(ours, "ours");
            Objects.requireNonNull(theirs, "theirs");
        }
    }

    /**
     * By keys that a DTLS handshake makes over a path that ICE found (RFC 5764, RFC 8445).
     *
     * @param certificate what theirs must be
     */
    record Dtls(IceCredentials ours, IceCredentials theirs, Fingerprint certificate) implements Protection {
        public Dtls {
            Objects.requireNonNull(ours, "ours");
            Objects.requireNonNull(theirs, "theirs");
            Objects.requireNonNull(certificate, "certificate");
        }
    }
}
