package io.zongji.sbb.cti;

import java.util.Optional;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.address.URI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.ReferToHeader;
import javax.sip.message.Request;

/**
 * What a REFER asks for (RFC 3515): that we call somebody in the place of the phone that sends it.
 *
 * @param target whom to call: the user part, since phones write what domain they like
 * @param id     names the REFER in what is told of its outcome
 * @param silent the phone does not want to be told (RFC 4488)
 */
record Referral(String target, long id, boolean silent) {

    static final String NOT_TOLD = "Refer-Sub";

    /** Empty when the request does not say whom to call, or wants anything else than a call. */
    static Optional<Referral> of(Request refer) {
        if (!(refer.getHeader(ReferToHeader.NAME) instanceof ReferToHeader to)) {
            return Optional.empty();
        }
        return user(to.getAddress().getURI()).map(target -> new Referral(target, idOf(refer), isSilent(refer)));
    }

    private static Optional<String> user(URI uri) {
        if (uri instanceof TelURL tel) {
            return Optional.of((tel.isGlobal() ? "+" : "") + tel.getPhoneNumber());
        }
        return uri instanceof SipURI sip
                        && sip.getUser() != null
                        && (sip.getMethodParam() == null || sip.getMethodParam().equals(Request.INVITE))
                ? Optional.of(sip.getUser())
                : Optional.empty();
    }

    private static long idOf(Request refer) {
        return ((CSeqHeader) refer.getHeader(CSeqHeader.NAME)).getSeqNumber();
    }

    private static boolean isSilent(Request refer) {
        return refer.getHeader(NOT_TOLD) != null
                && refer.getHeader(NOT_TOLD).toString().strip().endsWith("false");
    }
}
