package io.zongji.ra.sip;

import gov.nist.javax.sip.ListeningPointExt;
import gov.nist.javax.sip.Utils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Map;
import javax.sip.InvalidArgumentException;
import javax.sip.PeerUnavailableException;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.AllowHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.Header;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ServerHeader;
import javax.sip.header.SupportedHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.UserAgentHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * Completes what SBBs send: headers that every message needs and that depend on this machine (Via, Contact,
 * tags, Server). Never replaces what an SBB has set, but corrects transport and port of a Contact of ours.
 */
final class SipMessages {

    private static final String ALLOWED = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, REFER, MESSAGE, REGISTER";

    private final AddressFactory addresses;
    private final HeaderFactory headers;
    private final MessageFactory messages;
    private final SipConfiguration configuration;
    private final Map<String, ListeningPointExt> listeningPoints = new HashMap<>();
    private final Map<String, Address> contacts = new HashMap<>();
    private final ServerHeader server;
    private final UserAgentHeader userAgent;
    private final AllowHeader allow;
    private final SupportedHeader supported;

    SipMessages(SipConfiguration configuration, Iterable<ListeningPointExt> points) throws SipException {
        this.configuration = configuration;
        try {
            SipFactory factory = SipFactory.getInstance();
            factory.setPathName("gov.nist");
            addresses = factory.createAddressFactory();
            headers = factory.createHeaderFactory();
            messages = factory.createMessageFactory();
            server = headers.createServerHeader(List.of(configuration.userAgent()));
            userAgent = headers.createUserAgentHeader(List.of(configuration.userAgent()));
            allow = headers.createAllowHeader(ALLOWED);
            supported = headers.createSupportedHeader("timer, norefersub");
            for (ListeningPointExt point : points) {
                String transport = point.getTransport().toLowerCase(Locale.ROOT);
                listeningPoints.put(transport, point);
                contacts.put(transport, addresses.createAddress(localUri(transport, point.getPort())));
            }
        } catch (PeerUnavailableException | ParseException e) {
            throw new SipException("SIP factories are not available", e);
        }
    }

    AddressFactory addresses() {
        return addresses;
    }

    HeaderFactory headers() {
        return headers;
    }

    MessageFactory factory() {
        return messages;
    }

    private SipURI localUri(String transport, int port) throws ParseException {
        SipURI uri = addresses.createSipURI(null, configuration.advertisedAddress());
        uri.setPort(port);
        if (!transport.equals("udp")) {
            uri.setTransportParam(transport);
        }
        return uri;
    }

    /** Null when the transport is off. */
    SipURI localUri(String transport) {
        Address contact = contacts.get(transport.toLowerCase(Locale.ROOT));
        return contact == null ? null : (SipURI) contact.getURI().clone();
    }

    ListeningPointExt listeningPoint(String transport) {
        return listeningPoints.get(transport.toLowerCase(Locale.ROOT));
    }

    boolean isLocal(SipURI uri) {
        if (!isLocalHost(uri.getHost())) {
            return false;
        }
        int port = uri.getPort() > 0 ? uri.getPort() : 5060;
        return configuration.ports().containsValue(port);
    }

    boolean isLocalHost(String host) {
        return host.equalsIgnoreCase(configuration.advertisedAddress())
                || host.equalsIgnoreCase(configuration.bindAddress())
                || configuration.localDomains().contains(host.toLowerCase(Locale.ROOT));
    }

    ViaHeader via(String transport, String branch) throws SipException {
        ListeningPointExt point = listeningPoint(transport);
        if (point == null) {
            throw new SipException("transport " + transport + " is off");
        }
        try {
            ViaHeader via = headers.createViaHeader(
                    configuration.advertisedAddress(), point.getPort(), transport.toUpperCase(Locale.ROOT), branch);
            via.setRPort();
            return via;
        } catch (ParseException | InvalidArgumentException e) {
            throw new SipException("no Via for " + transport, e);
        }
    }

    ContactHeader contact(String transport) {
        Address contact = contacts.get(transport.toLowerCase(Locale.ROOT));
        if (contact == null) {
            contact = contacts.values().iterator().next();
        }
        return headers.createContactHeader((Address) contact.clone());
    }

    /** The first request of a dialog of ours, complete but for Via and Contact of the way that it will take. */
    Request initialRequest(String method, Address local, Address remote, CallIdHeader callId, String localTag)
            throws SipException {
        try {
            URI target = (URI) remote.getURI().clone();
            Request request = messages.createRequest(
                    target,
                    method,
                    (CallIdHeader) callId.clone(),
                    headers.createCSeqHeader(1L, method),
                    headers.createFromHeader(local, localTag),
                    headers.createToHeader(remote, null),
                    new ArrayList<>(),
                    headers.createMaxForwardsHeader(70));
            String transport = listeningPoints.containsKey("udp")
                    ? "udp"
                    : listeningPoints.keySet().iterator().next();
            request.addHeader(contact(transport));
            return request;
        } catch (ParseException | InvalidArgumentException e) {
            throw new SipException("cannot create " + method, e);
        }
    }

    Response response(int status, Request request) throws SipException {
        try {
            return messages.createResponse(status, request);
        } catch (ParseException e) {
            throw new SipException("cannot create response " + status, e);
        }
    }

    /** Makes a request ready for the hop that it goes to. */
    void complete(Request request, String transport) throws SipException {
        ViaHeader via = (ViaHeader) request.getHeader(ViaHeader.NAME);
        if (via == null || !isOurs(via.getHost(), transport)) {
            request.addFirst(via(transport, null));
        } else {
            sentByUs(via, transport);
        }
        if (isPassedOn(request)) {
            return;
        }
        completeContact(request, transport);
        tagSender((FromHeader) request.getHeader(FromHeader.NAME));
        addIfMissing(request, UserAgentHeader.NAME, userAgent);
        String method = request.getMethod();
        if (method.equals(Request.INVITE) || method.equals(Request.UPDATE)) {
            addIfMissing(request, AllowHeader.NAME, allow);
            addIfMissing(request, SupportedHeader.NAME, supported);
        }
    }

    private static void tagSender(FromHeader from) throws SipException {
        if (from.getTag() == null) {
            try {
                from.setTag(Utils.getInstance().generateTag());
            } catch (ParseException e) {
                throw new SipException("no From tag", e);
            }
        }
    }

    /** The request belongs to a dialog, which may not be ours; a REGISTER never does, whatever it says. */
    static boolean hasToTag(Request request) {
        return ((ToHeader) request.getHeader(ToHeader.NAME)).getTag() != null
                && !request.getMethod().equals(Request.REGISTER);
    }

    /** Below our Via is that of whoever sent the request: an SBB acts as a proxy. */
    static boolean isPassedOn(Message message) {
        ListIterator<?> vias = message.getHeaders(ViaHeader.NAME);
        if (vias.hasNext()) {
            vias.next();
        }
        return vias.hasNext();
    }

    private void sentByUs(ViaHeader via, String transport) throws SipException {
        try {
            via.setHost(configuration.advertisedAddress());
            ListeningPointExt point = listeningPoint(transport);
            if (point != null) {
                via.setPort(point.getPort());
                via.setTransport(transport.toUpperCase(Locale.ROOT));
            }
            via.setRPort();
        } catch (ParseException | InvalidArgumentException e) {
            throw new SipException("no Via for " + transport, e);
        }
    }

    private void completeContact(Request request, String transport) {
        ContactHeader contact = (ContactHeader) request.getHeader(ContactHeader.NAME);
        if (contact == null) {
            if (isTargetRefresh(request.getMethod())) {
                request.addHeader(contact(transport));
            }
        } else if (contact.getAddress().getURI() instanceof SipURI uri && isOurs(uri.getHost(), transport)) {
            SipURI ours = localUri(transport);
            if (ours != null) {
                replaceHop(uri, ours);
            }
        }
    }

    /** Also the address that the stack itself puts into a Contact, which is the wildcard when listening everywhere. */
    private boolean isOurs(String host, String transport) {
        String literal = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        ListeningPointExt point = listeningPoint(transport);
        return isLocalHost(host) || (point != null && literal.equals(point.getIPAddress()));
    }

    private static void replaceHop(SipURI uri, SipURI ours) {
        try {
            uri.setHost(ours.getHost());
            uri.setPort(ours.getPort());
            if (ours.getTransportParam() == null) {
                uri.removeParameter("transport");
            } else {
                uri.setTransportParam(ours.getTransportParam());
            }
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a response of a server transaction ready to be sent. */
    void complete(Response response, ServerTransactionActivity transaction) throws SipException {
        int status = response.getStatusCode();
        if (status == 100) {
            return;
        }
        ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
        if (transaction.dialog() == null && transaction.isForeign(to.getTag())) {
            return;
        }
        try {
            if (to.getTag() == null) {
                to.setTag(transaction.localTag());
            }
        } catch (ParseException e) {
            throw new SipException("no To tag", e);
        }
        Request request = transaction.getRequest();
        String method = request.getMethod();
        boolean refreshes = isTargetRefresh(method);
        if (refreshes && status < 300 && response.getHeader(ContactHeader.NAME) == null) {
            ViaHeader via = (ViaHeader) request.getHeader(ViaHeader.NAME);
            ContactHeader contact = contact(via.getTransport());
            String user = request.getRequestURI() instanceof SipURI uri ? uri.getUser() : null;
            if (user != null) {
                try {
                    ((SipURI) contact.getAddress().getURI()).setUser(user);
                } catch (ParseException e) {
                    throw new SipException("no Contact", e);
                }
            }
            response.addHeader(contact);
        }
        addIfMissing(response, ServerHeader.NAME, server);
        if ((refreshes && status / 100 == 2) || status == 405 || method.equals(Request.OPTIONS)) {
            addIfMissing(response, AllowHeader.NAME, allow);
            addIfMissing(response, SupportedHeader.NAME, supported);
        }
    }

    private static boolean isTargetRefresh(String method) {
        return switch (method) {
            case Request.INVITE, Request.UPDATE, Request.SUBSCRIBE, Request.REFER, Request.NOTIFY -> true;
            default -> false;
        };
    }

    private static void addIfMissing(Message message, String name, Header header) {
        if (message.getHeader(name) == null) {
            message.addHeader(header);
        }
    }
}
