package io.zongji.sbb.cti;

import io.zongji.sbb.events.ReplacedDialog;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.address.URI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.ReferToHeader;
import javax.sip.message.Request;

/**
 * What a REFER asks for (RFC 3515): that we call somebody in the place of the phone that sends it.
 *
 * @param target   whom to call: the user part, since phones write what domain they like
 * @param replaced the phone talks with that one already, in this dialog (RFC 3891); null when it does not
 * @param id       names the REFER in what is told of its outcome
 * @param silent   the phone does not want to be told (RFC 4488)
 */
record Referral(String target, ReplacedDialog replaced, long id, boolean silent) {

    static final String NOT_TOLD = "Refer-Sub";

    /** Empty when the request does not say whom to call, or wants anything else than a call. */
    static Optional<Referral> of(Request refer) {
        if (!(refer.getHeader(ReferToHeader.NAME) instanceof ReferToHeader to)) {
            return Optional.empty();
        }
        URI uri = to.getAddress().getURI();
        try {
            ReplacedDialog replaced = replaced(uri);
            return user(uri).map(target -> new Referral(target, replaced, idOf(refer), isSilent(refer)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The {@code Replaces} that the address brings along; null when it has none.
     *
     * @throws IllegalArgumentException when it names no dialog
     */
    private static ReplacedDialog replaced(URI uri) {
        String escaped = uri instanceof SipURI sip ? sip.getHeader("Replaces") : null;
        if (escaped == null) {
            return null;
        }
        // A plus sign is one in SIP, and no blank as in forms of the web.
        String[] parts = URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8)
                .split(";");
        Set<String> tags = new HashSet<>();
        for (String parameter : parts) {
            String[] named = parameter.strip().split("=", 2);
            if (named.length == 2 && (named[0].equalsIgnoreCase("to-tag") || named[0].equalsIgnoreCase("from-tag"))) {
                tags.add(named[1].strip());
            }
        }
        if (tags.size() != 2) {
            throw new IllegalArgumentException("Replaces: a Call-ID and two tags, was " + escaped);
        }
        return new ReplacedDialog(parts[0].strip(), tags);
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
