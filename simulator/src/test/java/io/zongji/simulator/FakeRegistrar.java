package io.zongji.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** A registrar that checks MD5 digests by the book and remembers what it granted. All lines are busy. */
final class FakeRegistrar implements SipListener, AutoCloseable {

    private static final String REALM = "test";

    private final String password;
    private final int seconds;
    private final SipEndpoint endpoint;
    private final SipMessages messages;
    private final List<Integer> granted = new ArrayList<>();
    private int nonces;

    FakeRegistrar(String password, int seconds) throws IOException {
        this.password = password;
        this.seconds = seconds;
        endpoint = new SipEndpoint("127.0.0.4", 0);
        messages = new SipMessages(endpoint.provider(), endpoint.address());
        endpoint.start(this, new LetThrough());
    }

    InetSocketAddress address() {
        return endpoint.address();
    }

    /** The expiry asked for in each accepted request. */
    synchronized List<Integer> granted() {
        return List.copyOf(granted);
    }

    @Override
    public void processRequest(RequestEvent event) {
        Request request = event.getRequest();
        if (request.getMethod().equals(Request.ACK)) {
            return;
        }
        try {
            ServerTransaction transaction = endpoint.provider().getNewServerTransaction(request);
            transaction.sendResponse(answer(request));
        } catch (SipException | ParseException | InvalidArgumentException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized Response answer(Request request) throws ParseException, InvalidArgumentException {
        AuthorizationHeader credentials = (AuthorizationHeader) request.getHeader(AuthorizationHeader.NAME);
        Response response;
        if (credentials == null || !isRight(credentials, request)) {
            response = messages.response(Response.UNAUTHORIZED, request);
            WWWAuthenticateHeader challenge = messages.headers().createWWWAuthenticateHeader("Digest");
            challenge.setRealm(REALM);
            challenge.setNonce("n" + ++nonces);
            challenge.setAlgorithm("MD5");
            challenge.setQop("auth");
            response.addHeader(challenge);
        } else if (request.getMethod().equals(Request.INVITE)) {
            response = messages.response(Response.BUSY_HERE, request);
        } else {
            ExpiresHeader expires = (ExpiresHeader) request.getHeader(ExpiresHeader.NAME);
            granted.add(expires.getExpires());
            response = messages.response(Response.OK, request);
            if (expires.getExpires() > 0) {
                ContactHeader contact = (ContactHeader) ((ContactHeader) request.getHeader(ContactHeader.NAME)).clone();
                contact.setExpires(Math.min(seconds, expires.getExpires()));
                response.addHeader(contact);
            }
        }
        ((ToHeader) response.getHeader(ToHeader.NAME)).setTag("registrar");
        return response;
    }

    private boolean isRight(AuthorizationHeader given, Request request) {
        String ha1 = md5(given.getUsername() + ":" + REALM + ":" + password);
        String ha2 = md5(request.getMethod() + ":" + request.getRequestURI());
        String right = md5(ha1 + ":" + given.getNonce() + ":00000001:" + given.getCNonce() + ":auth:" + ha2);
        boolean ours = Integer.parseInt(given.getNonce().substring(1)) <= nonces;
        return ours && right.equals(given.getResponse());
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        endpoint.stop();
    }

    @Override
    public void processResponse(ResponseEvent event) {}

    @Override
    public void processTimeout(TimeoutEvent event) {}

    @Override
    public void processIOException(IOExceptionEvent event) {}

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {}

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {}
}
