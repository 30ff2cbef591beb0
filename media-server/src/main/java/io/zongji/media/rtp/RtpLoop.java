package io.zongji.media.rtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that receives all packets, runs all commands and ticks the 20 ms clock, so that media state needs no locks.
 * Tickers are spread over four slots of 5 ms, which keeps a thousand listeners from making one burst. A late clock
 * catches up tick by tick; only after a pause of a second it starts anew. Nothing is allocated per packet.
 */
public final class RtpLoop implements AutoCloseable {
    /** How long a frame lasts. */
    public static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final Logger log = LoggerFactory.getLogger(RtpLoop.class);
    private static final int SLOTS = 4;
    private static final long SLOT_NANOS = FRAME_NANOS / SLOTS;
    private static final long RESTART_AFTER_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MAX_PACKETS_PER_WAKE = 8;
    private static final int MAX_PACKET = 2048;

    private final Selector selector;
    private final Thread thread;
    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean wakeUpPending = new AtomicBoolean();
    private final TickerSlot[] slots = new TickerSlot[SLOTS];
    private final ByteBuffer received = ByteBuffer.allocateDirect(MAX_PACKET);
    private final ByteBuffer outgoing = ByteBuffer.allocateDirect(MAX_PACKET);
    private final IncomingPacket packet = new IncomingPacket();
    private final AtomicLong lateTicks = new AtomicLong();
    private final Consumer<SelectionKey> reception = this::receive;
    private volatile boolean closed;
    private int nextSlot;
    private int lastSlotUsed;

    /** Called for each datagram that came to one channel; the buffer may be changed. */
    @FunctionalInterface
    public interface Receiver {
        void received(SocketAddress source, ByteBuffer datagram, int length, long nowNanos);
    }

    /** Called every 20 ms. */
    @FunctionalInterface
    public interface Ticker {
        /** Returns false to be called no more. */
        boolean tick(long nowNanos);
    }

    private RtpLoop(String name) throws IOException {
        selector = Selector.open();
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = new TickerSlot();
        }
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
    }

    /** Starts the thread. */
    public static RtpLoop start(String name) {
        try {
            RtpLoop loop = new RtpLoop(name);
            loop.thread.start();
            return loop;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open a selector for " + name, e);
        }
    }

    /** Runs a command on the loop's thread, in the order given; dropped once the loop is closed. */
    public void execute(Runnable command) {
        commands.add(command);
        if (Thread.currentThread() != thread && wakeUpPending.compareAndSet(false, true)) {
            selector.wakeup();
        }
    }

    public boolean inLoop() {
        return Thread.currentThread() == thread;
    }

    /** Serves a non-blocking channel from now on, until it is closed. Only on the loop's thread. */
    public void register(DatagramChannel channel, Receiver receiver) throws ClosedChannelException {
        channel.register(selector, SelectionKey.OP_READ, receiver);
    }

    /** Has the ticker called every 20 ms, first within 20 ms. Only on the loop's thread. */
    public void addTicker(Ticker ticker) {
        slots[lastSlotUsed++ & (SLOTS - 1)].add(ticker);
    }

    /** A buffer to build packets in. Only on the loop's thread, and only until control goes back to the loop. */
    public ByteBuffer outgoing() {
        return outgoing.clear();
    }

    /** The parsed header of the datagram being handled. Only on the loop's thread. */
    public IncomingPacket packet() {
        return packet;
    }

    /** How many ticks came more than a frame late. */
    public long lateTicks() {
        return lateTicks.get();
    }

    /** Stops the thread and waits for its end; registered channels stay open. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        if (!inLoop()) {
            try {
                thread.join(5000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        long nextTick = System.nanoTime() + SLOT_NANOS;
        while (!closed) {
            try {
                nextTick = tickDue(nextTick);
                select(nextTick);
                wakeUpPending.set(false);
                runCommands();
            } catch (IOException | RuntimeException e) {
                log.error("Media loop goes on after a failure", e);
            }
        }
        try {
            selector.close();
        } catch (IOException e) {
            log.debug("Closing the selector failed", e);
        }
    }

    private long tickDue(long due) {
        long nextTick = due;
        long now = System.nanoTime();
        if (now - nextTick > RESTART_AFTER_NANOS) {
            lateTicks.lazySet(lateTicks.get() + 1);
            nextTick = now;
        }
        while (now - nextTick >= 0) {
            if (now - nextTick > FRAME_NANOS) {
                lateTicks.lazySet(lateTicks.get() + 1);
            }
            slots[nextSlot].tick(now);
            nextSlot = (nextSlot + 1) & (SLOTS - 1);
            nextTick += SLOT_NANOS;
            now = System.nanoTime();
        }
        return nextTick;
    }

    private void select(long nextTick) throws IOException {
        long wait = nextTick - System.nanoTime();
        if (wait <= 0 || !commands.isEmpty()) {
            selector.selectNow(reception);
        } else {
            selector.select(reception, Math.max(1, (wait + 500_000) / 1_000_000));
        }
    }

    private void receive(SelectionKey key) {
        DatagramChannel channel = (DatagramChannel) key.channel();
        Receiver receiver = (Receiver) key.attachment();
        long now = System.nanoTime();
        try {
            for (int i = 0; i < MAX_PACKETS_PER_WAKE; i++) {
                SocketAddress source = channel.receive(received.clear());
                if (source == null) {
                    return;
                }
                receiver.received(source, received, received.position(), now);
            }
        } catch (ClosedChannelException e) {
            key.cancel();
        } catch (IOException e) {
            log.debug("Receiving failed", e);
        } catch (RuntimeException e) {
            log.error("Handling a packet failed", e);
        }
    }

    private void runCommands() {
        Runnable command = commands.poll();
        while (command != null) {
            try {
                command.run();
            } catch (RuntimeException e) {
                log.error("A media command failed", e);
            }
            command = commands.poll();
        }
    }

    /** The tickers of one 5 ms slot. Removal swaps with the last, so ticking stays linear. */
    private static final class TickerSlot {
        private Ticker[] tickers = new Ticker[16];
        private int size;

        void add(Ticker ticker) {
            if (size == tickers.length) {
                tickers = Arrays.copyOf(tickers, size * 2);
            }
            tickers[size++] = ticker;
        }

        void tick(long now) {
            int i = 0;
            while (i < size) {
                if (tickOne(tickers[i], now)) {
                    i++;
                } else {
                    tickers[i] = tickers[--size];
                    tickers[size] = null;
                }
            }
        }

        private static boolean tickOne(Ticker ticker, long now) {
            try {
                return ticker.tick(now);
            } catch (RuntimeException e) {
                log.error("A ticker failed and is stopped", e);
                return false;
            }
        }
    }
}
