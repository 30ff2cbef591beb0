package io.zongji.ra.sip;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import gov.nist.javax.sip.stack.UDPMessageProcessor;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A UDP port that counts as started once all its workers exist. The stack's own creates them in the reading
 * thread, into a list that {@link #stop} walks through: one stopped too early failed and kept its threads.
 */
final class UdpWithWorkers extends UDPMessageProcessor {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final int workers;

    UdpWithWorkers(SIPTransactionStack stack, InetAddress address, int port) throws IOException {
        super(address, stack, port);
        workers = Integer.parseInt(
                ((SipStackImpl) stack).getConfigurationProperties().getProperty("gov.nist.javax.sip.THREAD_POOL_SIZE"));
    }

    @Override
    public void start() throws IOException {
        super.start();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (messageChannels == null || messageChannels.size() < workers) {
            if (System.nanoTime() - deadline > 0) {
                super.stop();
                throw new IOException("the " + workers + " threads for UDP did not start");
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }
}
