package io.zongji.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

class CommandLedgerTest {
    private final MutableClock clock = MutableClock.of(Instant.parse("1970-01-01T00:00:00Z"), ZoneOffset.UTC);
    private final CommandLedger ledger = new CommandLedger(clock);
    private final AtomicInteger done = new AtomicInteger();
    private final UUID id = UUID.randomUUID();

    private CompletableFuture<Answer> ask(String login, UUID command, Object content) {
        return ledger.once(login, command, content, () -> {
            int count = done.incrementAndGet();
            return CompletableFuture.completedFuture(Answer.refused("answer " + count));
        });
    }

    @Test
    void aRepeatedCommandGetsTheFirstAnswerAndIsDoneOnce() {
        Answer first = ask("a", id, "hold").join();
        clock.add(CommandLedger.MEMORY.minusMillis(1));

        assertThat(ask("a", id, "hold").join()).isEqualTo(first);
        assertThat(done).hasValue(1);
    }

    @Test
    void afterTenMinutesItIsANewCommand() {
        ask("a", id, "hold");
        clock.add(CommandLedger.MEMORY);

        assertThat(ask("a", id, "hold").join().refusal()).isEqualTo("answer 2");
    }

    @Test
    void theIdOfAnotherCommandIsRefused() {
        ask("a", id, "hold");

        assertThat(ask("a", id, "retrieve").join().refusal()).isEqualTo(Answer.ID_REUSED);
        assertThat(done).hasValue(1);
    }

    @Test
    void idsOfOthersAreTheirs() {
        ask("a", id, "hold");

        assertThat(ask("b", id, "hold").join().refusal()).isEqualTo("answer 2");
    }

    @Test
    void withoutAnIdEachIsDone() {
        ask("a", null, "hold");
        ask("a", null, "hold");

        assertThat(done).hasValue(2);
    }

    @Test
    void whoGoesAwayTakesNobodysAnswerAlong() {
        CompletableFuture<Answer> work = new CompletableFuture<>();
        CompletableFuture<Answer> first = ledger.once("a", id, "hold", () -> work);
        CompletableFuture<Answer> again = ledger.once("a", id, "hold", () -> work);

        first.cancel(true);
        work.complete(Answer.DONE);

        assertThat(again.join().done()).isTrue();
    }

    @Test
    void ofManyAtTheSameInstantOneIsDone() throws Exception {
        int threads = 16;
        int commands = 500;
        List<UUID> ids = java.util.stream.Stream.generate(UUID::randomUUID)
                .limit(commands)
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<List<String>>> answers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            answers.add(pool.submit(() -> {
                start.await();
                return ids.stream()
                        .map(one -> ask("a", one, "hold").join().refusal())
                        .toList();
            }));
        }
        start.countDown();

        List<String> first = answers.get(0).get(30, TimeUnit.SECONDS);
        for (Future<List<String>> others : answers) {
            assertThat(others.get(30, TimeUnit.SECONDS)).isEqualTo(first);
        }
        assertThat(done).hasValue(commands);
        pool.shutdownNow();
    }

    @Test
    void whoAsksALotForgetsNoneButTheOwnCommands() {
        UUID others = UUID.randomUUID();
        ask("b", others, "hold");
        ask("a", id, "hold");
        for (int i = 0; i < CommandLedger.MOST_OF_ONE; i++) {
            ask("a", UUID.randomUUID(), "hold");
        }
        int before = done.get();

        ask("b", others, "hold");
        assertThat(done).hasValue(before);
        ask("a", id, "hold");
        assertThat(done).hasValue(before + 1);
    }
}
