package io.zongji.ra.sip;

import gov.nist.javax.sip.header.extensions.SessionExpires;
import java.text.ParseException;
import java.util.Iterator;
import java.util.ListIterator;
import javax.sip.InvalidArgumentException;
import javax.sip.header.AllowHeader;
import javax.sip.header.ExtensionHeader;
import javax.sip.header.Header;
import javax.sip.header.RequireHeader;
import javax.sip.header.SupportedHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * The agreement of RFC 4028 for one session: how long it lives without a refresh, and who refreshes.
 *
 * @param seconds the session interval; 0 for none
 * @param weRefresh whether the refresh is ours to send
 */
record SessionTimer(int seconds, boolean weRefresh) {

    static final SessionTimer NONE = new SessionTimer(0, false);
    private static final String TIMER = "timer";
    private static final String MIN_SE = "Min-SE";

    /** Asks the peer for a session timer; it shall refresh, for it knows its media and we cannot re-offer for an SBB. */
    static void offer(Request invite, int seconds) {
        if (seconds > 0 && invite.getHeader(SessionExpires.NAME) == null) {
            invite.addHeader(header(seconds, "uas"));
        }
    }

    /** Puts our answer to the peer's wish into a 2xx; the peer refreshes unless it asked us to. */
    static SessionTimer answer(Request request, Response response, int ourSeconds) {
        if (ourSeconds == 0 || !lists(request, SupportedHeader.NAME, TIMER)) {
            return NONE;
        }
        SessionExpires wish = read(request);
        int seconds = wish == null ? ourSeconds : wish.getExpires();
        int least = Math.max(SipConfiguration.MINIMUM_SESSION_EXPIRES_SECONDS, number(request, MIN_SE));
        seconds = Math.max(seconds, least);
        boolean weRefresh = wish != null && "uas".equals(wish.getRefresher());
        if (response.getHeader(SessionExpires.NAME) == null) {
            response.addHeader(header(seconds, weRefresh ? "uas" : "uac"));
            if (!weRefresh) {
                response.addHeader(require());
            }
        }
        return new SessionTimer(seconds, weRefresh);
    }

    /** What a 2xx to a request of ours says. */
    static SessionTimer agreed(Response response) {
        SessionExpires answer = read(response);
        return answer == null || answer.getExpires() <= 0
                ? NONE
                : new SessionTimer(answer.getExpires(), "uac".equals(answer.getRefresher()));
    }

    /** Whether a peer takes UPDATE, by the Allow of its message. */
    static boolean allowsUpdate(Message message) {
        for (ListIterator<?> allows = message.getHeaders(AllowHeader.NAME); allows.hasNext(); ) {
            if (((AllowHeader) allows.next()).getMethod().equalsIgnoreCase(Request.UPDATE)) {
                return true;
            }
        }
        return false;
    }

    static SessionExpires header(int seconds, String refresher) {
        try {
            SessionExpires header = new SessionExpires();
            header.setExpires(seconds);
            header.setRefresher(refresher);
            return header;
        } catch (InvalidArgumentException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Header require() {
        gov.nist.javax.sip.header.Require require = new gov.nist.javax.sip.header.Require();
        try {
            require.setOptionTag(TIMER);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
        return require;
    }

    static boolean lists(Message message, String headerName, String tag) {
        for (Iterator<?> headers = message.getHeaders(headerName); headers.hasNext(); ) {
            Object header = headers.next();
            String value = header instanceof SupportedHeader supported
                    ? supported.getOptionTag()
                    : header instanceof RequireHeader require ? require.getOptionTag() : null;
            if (tag.equalsIgnoreCase(value)) {
                return true;
            }
        }
        return false;
    }

    private static SessionExpires read(Message message) {
        return message.getHeader(SessionExpires.NAME) instanceof SessionExpires header ? header : null;
    }

    private static int number(Message message, String name) {
        Header header = message.getHeader(name);
        if (header instanceof gov.nist.javax.sip.header.extensions.MinSE minimum) {
            return minimum.getExpires();
        }
        if (header instanceof ExtensionHeader extension) {
            try {
                return Integer.parseInt(extension.getValue().trim());
            } catch (NumberFormatException e) {
                return 0;
            }
        }
        return 0;
    }
}
