package io.zongji.simulator;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.Dialog;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** What a phone asks for by REFER in one call, and what it is told of it (RFC 3515). */
final class Referral {

    private static final Pattern STATUS_LINE = Pattern.compile("SIP/2\\.0 (\\d{3}) ");

    private final List<Integer> statuses = new CopyOnWriteArrayList<>();

    /** The {@code Refer-To} of a number at the phone's server. */
    static String to(SimulatedPhone phone, String target) throws ParseException {
        return "<" + address(phone, target) + ">";
    }

    /** The {@code Refer-To} of the party of another call of the phone (RFC 3891). */
    static String to(SimulatedPhone phone, PhoneCall other) throws ParseException {
        Dialog dialog = other.earlyDialog();
        String replaces = other.id().replace("@", "%40") + "%3Bto-tag%3D" + dialog.getRemoteTag() + "%3Bfrom-tag%3D"
                + dialog.getLocalTag();
        return "<" + address(phone, other.peer()) + "?Replaces=" + replaces + ">";
    }

    private static Object address(SimulatedPhone phone, String user) throws ParseException {
        PhoneAccount account = phone.account();
        return phone.stack().messages().uri(user, account.server(), account.transport());
    }

    /** Those of the answer and of what NOTIFY reports, in order. */
    List<Integer> statuses() {
        return List.copyOf(statuses);
    }

    void answered(Response response) {
        statuses.add(response.getStatusCode());
    }

    /** Takes a NOTIFY, which says how far the other call is; true when it has succeeded. */
    boolean told(Request notify) {
        Matcher fragment = STATUS_LINE.matcher(new String(notify.getRawContent(), StandardCharsets.US_ASCII));
        if (!fragment.lookingAt()) {
            return false;
        }
        int status = Integer.parseInt(fragment.group(1));
        statuses.add(status);
        return status / 100 == 2;
    }
}
