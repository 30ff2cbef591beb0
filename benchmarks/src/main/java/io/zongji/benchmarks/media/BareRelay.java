package io.zongji.benchmarks.media;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/**
 * The least that can be done with the same packets: one thread takes each and sends it, as it is, from the other phone's
 * socket to the other phone.
 */
final class BareRelay implements Subject {
    private final Selector selector;
    private final ByteBuffer packet = ByteBuffer.allocateDirect(2048);
    private final List<DatagramChannel> channels = new ArrayList<>();
    private Thread thread;
    private volatile boolean closed;

    private record Side(DatagramChannel from, InetSocketAddress phone) {}

    BareRelay() throws IOException {
        selector = Selector.open();
    }

    @Override
    public int[] connect(int[] phones) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        int[] ports = new int[phones.length];
        for (int i = 0; i < phones.length; i++) {
            DatagramChannel channel = DatagramChannel.open().bind(new InetSocketAddress(loopback, 0));
            channel.configureBlocking(false);
            channels.add(channel);
            ports[i] = channel.socket().getLocalPort();
        }
        for (int i = 0; i < phones.length; i++) {
            int other = i ^ 1;
            Side side = new Side(channels.get(other), new InetSocketAddress(loopback, phones[other]));
            channels.get(i).register(selector, SelectionKey.OP_READ, side);
        }
        thread = new Thread(this::run, "relay");
        thread.start();
        return ports;
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(this::relay);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The relay failed", e);
        }
    }

    private void relay(SelectionKey key) {
        Side side = (Side) key.attachment();
        try {
            DatagramChannel channel = (DatagramChannel) key.channel();
            while (channel.receive(packet.clear()) != null) {
                side.from().send(packet.flip(), side.phone());
            }
        } catch (IOException e) {
            throw new IllegalStateException("The relay failed", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
            for (DatagramChannel channel : channels) {
                channel.close();
            }
            selector.close();
        } catch (IOException e) {
            throw new IllegalStateException("The relay cannot be closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
