package io.zongji.media.dtls;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bouncycastle.tls.DatagramTransport;

/** The blocking transport that a handshake wants, fed by the media loop. What comes while it is full is lost. */
final class DatagramQueue implements DatagramTransport {
    private static final int CAPACITY = 16;
    /** Fits through any path that a browser uses. */
    private static final int SEND_LIMIT = 1200;

    private static final int RECEIVE_LIMIT = 2048;

    private final BlockingQueue<byte[]> received = new ArrayBlockingQueue<>(CAPACITY);
    private final Consumer<byte[]> sender;
    private volatile boolean closed;

    DatagramQueue(Consumer<byte[]> sender) {
        this.sender = sender;
    }

    void add(byte[] datagram) {
        // Lost is what does not fit: the other side sends it again.
        received.offer(datagram);
    }

    void clear() {
        received.clear();
    }

    boolean isEmpty() {
        return received.isEmpty();
    }

    @Override
    public int getReceiveLimit() {
        return RECEIVE_LIMIT;
    }

    @Override
    public int getSendLimit() {
        return SEND_LIMIT;
    }

    @Override
    public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
        try {
            byte[] datagram = closed ? null : received.poll(waitMillis, TimeUnit.MILLISECONDS);
            if (closed) {
                throw new ClosedChannelException();
            }
            if (datagram == null) {
                return -1;
            }
            int taken = Math.min(length, datagram.length);
            System.arraycopy(datagram, 0, buffer, offset, taken);
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void send(byte[] buffer, int offset, int length) {
        if (!closed) {
            byte[] datagram = new byte[length];
            System.arraycopy(buffer, offset, datagram, 0, length);
            sender.accept(datagram);
        }
    }

    /** Whoever waits here is woken up. */
    @Override
    public void close() {
        closed = true;
        received.clear();
        received.offer(new byte[0]);
    }
}
