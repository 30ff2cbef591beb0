package io.zongji.ra.sip;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sip.SipException;

/**
 * The thread in which the stack reads a UDP port. It creates the workers before it reads, in a list that stopping the
 * stack walks through: a stack stopped in that moment failed half way and kept its threads. The stack tells nobody
 * when it is done, and accepts no port class but its own, so the thread itself is looked at.
 */
final class UdpReader {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final String threadName;

    UdpReader(String address, int port) {
        threadName = "MessageProcessorThread-UDP-" + address + "/" + port;
    }

    /** Returns when all workers exist. */
    void awaitReading() throws SipException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!reads()) {
            if (System.nanoTime() - deadline > 0) {
                throw new SipException("the thread " + threadName + " does not read");
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private boolean reads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals(threadName))
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .anyMatch(frame -> frame.getMethodName().equals("receive"));
    }
}
