package io.zongji.ra.sip;

import gov.nist.javax.sip.stack.ConnectionOrientedMessageChannel;
import gov.nist.javax.sip.stack.NioTcpMessageChannel;
import gov.nist.javax.sip.stack.NioTcpMessageProcessor;
import gov.nist.javax.sip.stack.NioWebSocketMessageProcessor;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The stack's WebSocket listener, which keeps account of what is open: the stack itself tells nobody of an end. */
final class WebSockets extends NioWebSocketMessageProcessor {

    private final Map<Flow, NioTcpMessageChannel> open = new ConcurrentHashMap<>();
    private volatile Consumer<Flow> closed = flow -> {};

    WebSockets(InetAddress address, SIPTransactionStack stack, int port) {
        super(address, stack, port);
    }

    /** Has somebody told of every connection that ends, on the thread that reads all of them. */
    void onClose(Consumer<Flow> listener) {
        closed = listener;
    }

    boolean isOpen(Flow flow) {
        NioTcpMessageChannel channel = open.get(flow);
        return channel != null && channel.getSocketChannel().isOpen();
    }

    @Override
    public NioTcpMessageChannel createMessageChannel(NioTcpMessageProcessor processor, SocketChannel client)
            throws IOException {
        NioTcpMessageChannel channel = super.createMessageChannel(processor, client);
        open.put(flowOf(channel), channel);
        return channel;
    }

    @Override
    protected void remove(ConnectionOrientedMessageChannel channel) {
        super.remove(channel);
        Flow flow = flowOf(channel);
        if (open.remove(flow, channel)) {
            closed.accept(flow);
        }
    }

    private Flow flowOf(ConnectionOrientedMessageChannel channel) {
        return new Flow(getTransport(), channel.getPeerAddress(), channel.getPeerPort());
    }
}
