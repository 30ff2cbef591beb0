package io.zongji.simulator;

import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.InvalidArgumentException;
import javax.sip.PeerUnavailableException;
import javax.sip.SipFactory;
import javax.sip.SipProvider;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Writes the SIP messages of phones on one address. Safe for any thread. */
final class SipMessages {

    private static final String AGENT = "Zongji simulated phone";

    private final HeaderFactory headers;
    private final AddressFactory addresses;
    private final MessageFactory messages;
    private final SipProvider provider;
    private final InetSocketAddress local;

    SipMessages(SipProvider provider, InetSocketAddress local) {
        this.provider = provider;
        this.local = local;
        try {
            SipFactory factory = SipFactory.getInstance();
            headers = factory.createHeaderFactory();
            addresses = factory.createAddressFactory();
            messages = factory.createMessageFactory();
        } catch (PeerUnavailableException e) {
            throw new IllegalStateException("the SIP stack is not on the class path", e);
        }
    }

    HeaderFactory headers() {
        return headers;
    }

    CallIdHeader newCallId() {
        return provider.getNewCallId();
    }

    static String newTag() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 45), 36);
    }

    /** A URI such as {@code sip:95000@127.0.0.1:5060;transport=tcp}; the transport is left out for UDP. */
    SipURI uri(String user, InetSocketAddress host, String transport) throws ParseException {
        SipURI uri = addresses.createSipURI(user, host.getAddress().getHostAddress());
        uri.setPort(host.getPort());
        if (!transport.equals("udp")) {
            uri.setTransportParam(transport);
        }
        return uri;
    }

    SipURI parse(String uri) throws ParseException {
        return (SipURI) addresses.createURI(uri);
    }

    /** The address of record: no port, no parameters. */
    Address identity(String user, String host) throws ParseException {
        return addresses.createAddress(addresses.createSipURI(user, host));
    }

    ContactHeader contact(String user, String transport) throws ParseException {
        return headers.createContactHeader(addresses.createAddress(uri(user, local, transport)));
    }

    /** A request outside of a dialog. */
    Request request(
            String method,
            SipURI target,
            Address from,
            String fromTag,
            Address to,
            CallIdHeader callId,
            long sequence,
            String transport)
            throws ParseException, InvalidArgumentException {
        ViaHeader via = headers.createViaHeader(local.getAddress().getHostAddress(), local.getPort(), transport, null);
        Request request = messages.createRequest(
                target,
                method,
                callId,
                headers.createCSeqHeader(sequence, method),
                headers.createFromHeader(from, fromTag),
                headers.createToHeader(to, null),
                List.of(via),
                headers.createMaxForwardsHeader(70));
        request.addHeader(headers.createUserAgentHeader(List.of(AGENT)));
        return request;
    }

    Response response(int status, Request request) throws ParseException {
        return messages.createResponse(status, request);
    }

    void setSdp(Message message, String sdp) throws ParseException {
        setBody(message, "sdp", sdp);
    }

    void addHeader(Message message, String name, String value) throws ParseException {
        message.addHeader(headers.createHeader(name, value));
    }

    /** @param subtype of the type {@code application} */
    void setBody(Message message, String subtype, String body) throws ParseException {
        message.setContent(body, headers.createContentTypeHeader("application", subtype));
    }

    /** The session description in a message, or null. */
    static String sdp(Message message) {
        byte[] body = message.getRawContent();
        return body == null || body.length == 0 ? null : new String(body, java.nio.charset.StandardCharsets.UTF_8);
    }

    static String method(Response response) {
        return ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getMethod();
    }

    static long sequence(Response response) {
        return ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getSeqNumber();
    }
}
