package io.zongji.ra.sip;

import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.MessageProcessorFactory;
import gov.nist.javax.sip.stack.OIOMessageProcessorFactory;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;

/**
 * Blocking sockets for UDP and TCP, NIO for WebSocket: the stack's NIO TCP loses the first messages of an
 * outgoing connection, and WebSocket exists only with NIO. Public because the stack creates it by name.
 */
public final class TransportMix implements MessageProcessorFactory {

    private final MessageProcessorFactory blocking = new OIOMessageProcessorFactory();

    @Override
    public MessageProcessor createMessageProcessor(
            SIPTransactionStack stack, InetAddress address, int port, String transport) throws IOException {
        return transport.toLowerCase(Locale.ROOT).equals("ws")
                ? new WebSockets(address, stack, port)
                : blocking.createMessageProcessor(stack, address, port, transport);
    }
}
