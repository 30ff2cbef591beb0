package io.zongji.ra.sip;

import java.util.Iterator;
import java.util.ListIterator;
import java.util.Set;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ContentLengthHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.Header;
import javax.sip.header.MaxForwardsHeader;
import javax.sip.header.RecordRouteHeader;
import javax.sip.header.RouteHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;

/** Carries a message from one dialog to another: body and all headers that do not belong to the dialog. */
final class MessageCopy {

    private static final Set<String> OF_THE_DIALOG = Set.of(
            ViaHeader.NAME,
            FromHeader.NAME,
            ToHeader.NAME,
            CallIdHeader.NAME,
            CSeqHeader.NAME,
            ContactHeader.NAME,
            RouteHeader.NAME,
            RecordRouteHeader.NAME,
            MaxForwardsHeader.NAME,
            ContentLengthHeader.NAME,
            ContentTypeHeader.NAME,
            "Session-Expires",
            "Min-SE");

    private MessageCopy() {}

    static void copy(Message from, Message to) {
        for (Iterator<?> names = from.getHeaderNames(); names.hasNext(); ) {
            String name = (String) names.next();
            if (OF_THE_DIALOG.contains(name)) {
                continue;
            }
            to.removeHeader(name);
            for (ListIterator<?> headers = from.getHeaders(name); headers.hasNext(); ) {
                to.addHeader((Header) ((Header) headers.next()).clone());
            }
        }
        ContentTypeHeader type = (ContentTypeHeader) from.getHeader(ContentTypeHeader.NAME);
        if (from.getRawContent() != null && type != null) {
            try {
                to.setContent(from.getRawContent(), (ContentTypeHeader) type.clone());
            } catch (java.text.ParseException e) {
                throw new IllegalArgumentException("body cannot be copied", e);
            }
        }
    }
}
