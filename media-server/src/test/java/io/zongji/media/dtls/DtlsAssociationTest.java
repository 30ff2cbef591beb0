package io.zongji.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What threads a handshake takes, and how long. */
class DtlsAssociationTest {
    private final DtlsIdentity identity = DtlsIdentity.create();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<byte[]> sent = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private DtlsAssociation associate(Executor executor, CompletableFuture<SrtpKeys> keys) {
        return new DtlsAssociation("test", identity, identity.fingerprint(), executor, sent::add, keys::complete);
    }

    private static byte[] nonsense() {
        byte[] datagram = new byte[40];
        datagram[0] = 22;
        datagram[1] = (byte) 254;
        datagram[2] = (byte) 253;
        datagram[12] = 27;
        datagram[13] = 1;
        return datagram;
    }

    @Test
    void whileNoThreadIsFreeTheHandshakeOnlyTakesLonger() throws Exception {
        AtomicInteger refusals = new AtomicInteger(1);
        Executor busy = task -> {
            if (refusals.getAndDecrement() > 0) {
                throw new RejectedExecutionException("busy");
            }
            threads.execute(task);
        };
        DtlsAssociation[] server = new DtlsAssociation[1];
        try (TestDtlsClient client =
                new TestDtlsClient(bytes -> server[0].received(ByteBuffer.wrap(bytes), bytes.length))) {
            CompletableFuture<SrtpKeys> ours = new CompletableFuture<>();
            server[0] = new DtlsAssociation(
                    "test",
                    identity,
                    client.fingerprint(),
                    busy,
                    bytes -> client.received(ByteBuffer.wrap(bytes), bytes.length),
                    ours::complete);

            SrtpKeys theirs = client.handshake(identity.fingerprint()).get(20, TimeUnit.SECONDS);

            assertThat(ours.get(20, TimeUnit.SECONDS)).isEqualTo(theirs);
            assertThat(refusals.get()).isNegative();
        }
    }

    @Test
    void afterThreeFailuresNothingIsTriedAnyMore() {
        AtomicInteger attempts = new AtomicInteger();
        DtlsAssociation association = associate(
                task -> {
                    attempts.incrementAndGet();
                    task.run();
                },
                new CompletableFuture<>());

        for (int i = 0; i < 10; i++) {
            // A client hello that ends in the middle fails at once.
            association.received(ByteBuffer.wrap(nonsense()), 40);
        }

        assertThat(attempts.get()).isEqualTo(3);
    }

    @Test
    void closingFreesTheThread() {
        AtomicInteger running = new AtomicInteger();
        DtlsAssociation association = associate(
                task -> threads.execute(() -> {
                    running.incrementAndGet();
                    task.run();
                    running.decrementAndGet();
                }),
                new CompletableFuture<>());
        // A record of another epoch is passed over, and the handshake waits for more.
        byte[] later = nonsense();
        later[4] = 9;
        association.received(ByteBuffer.wrap(later), later.length);
        Awaitility.await().until(() -> running.get() == 1);

        association.close();

        Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> running.get() == 0);
    }
}
