package io.zongji.media.sdp;

import io.zongji.media.srtp.MasterKey;
import io.zongji.media.srtp.SrtpProfile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The keys that we send with, one a profile. They stay the same for the whole session, so that its stream goes on. */
final class OurKeys {
    private final Map<SrtpProfile, MasterKey> keys = new EnumMap<>(SrtpProfile.class);

    MasterKey of(SrtpProfile profile) {
        return keys.computeIfAbsent(profile, any -> MasterKey.random());
    }

    /** What we offer, best first. */
    List<CryptoLine> offer() {
        List<CryptoLine> lines = new ArrayList<>();
        for (SrtpProfile profile : SrtpProfile.values()) {
            lines.add(new CryptoLine(profile.ordinal() + 1, profile, of(profile)));
        }
        return lines;
    }

    /** Our line in answer to theirs: the same tag and profile, our key. */
    CryptoLine answer(CryptoLine theirs) {
        return new CryptoLine(theirs.tag(), theirs.profile(), of(theirs.profile()));
    }

    /** Whether an answered line takes one of ours up. */
    boolean offered(CryptoLine answered) {
        return answered.tag() == answered.profile().ordinal() + 1;
    }

    Protection.Sdes with(CryptoLine theirs) {
        return new Protection.Sdes(theirs.profile(), of(theirs.profile()), theirs.key());
    }
}
