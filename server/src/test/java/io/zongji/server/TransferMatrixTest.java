package io.zongji.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.sbb.events.AgentRequest;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way in which a call can be transferred, tried with phones: who hears whom, what is recorded and written down, whose
 * seconds are whose, which number is shown, and that nobody is stuck. Several are tried side by side; a table of all is left
 * in {@code target/transfer-matrix.txt}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransferMatrixTest {

    private static final int LANES = 6;
    private static final String ONLY = System.getProperty("zongji.test.transfers", "");

    private final Map<TransferCell, CompletableFuture<String>> tried = new LinkedHashMap<>();
    private final Set<TransferCell> again = ConcurrentHashMap.newKeySet();
    private final List<Thread> lanes = new ArrayList<>();
    private TestCentre centre;
    private PhoneStack carrier;

    @BeforeAll
    void begin(@TempDir Path data) throws Exception {
        centre = new TestCentre(data);
        carrier = PhoneStack.open("127.0.0.4", 0);
        TransferCell.all().stream()
                .filter(cell -> cell.toString().contains(ONLY))
                .forEach(cell -> tried.put(cell, new CompletableFuture<>()));
        List<TransferSetUp.Numbers> numbers = IntStream.range(0, LANES)
                .mapToObj(lane -> new TransferSetUp.Numbers(lane, lane % 2 == 0 ? "udp" : "tcp"))
                .toList();
        TransferSetUp.make(centre, numbers, "127.0.0.4:" + carrier.address().getPort());
        for (String transport : List.of("udp", "tcp")) {
            Queue<TransferCell> due = new ConcurrentLinkedQueue<>(tried.keySet().stream()
                    .filter(cell -> cell.transport().equals(transport))
                    .toList());
            numbers.stream()
                    .filter(lane -> lane.transport().equals(transport))
                    .forEach(lane -> lanes.add(new Thread(() -> tryAll(lane, due), lane.line())));
        }
        warmUp(numbers.get(0));
        lanes.forEach(Thread::start);
    }

    /** What is done for the first time takes longer than any of it may take later. */
    private void warmUp(TransferSetUp.Numbers numbers) {
        SimulatedPhone agent = centre.phoneOf(1020).onCall(AnswerPlan.after(Duration.ZERO));
        centre.setUp("insert into agent_queue (agent_id, queue_id) values ('1020', '" + numbers.line() + "')");
        centre.signIn(1020);
        OutgoingCall customer =
                centre.caller().saying(Sound.tone(TransferLane.CUSTOMER)).call(numbers.line());
        agent.awaitRinging(TransferLane.PATIENCE).audio().awaitTone(TransferLane.CUSTOMER, TransferLane.PATIENCE);
        customer.hangUp();
        customer.awaitEnded(TransferLane.PATIENCE);
        centre.awaitRecords(1);
        centre.ask(1020, AgentRequest.Action.SIGN_OUT);
    }

    private void tryAll(TransferSetUp.Numbers numbers, Queue<TransferCell> due) {
        TransferLane lane = new TransferLane(
                centre, numbers, number -> carrier.phone(new PhoneAccount(number, null, centre.sipAddress())));
        for (TransferCell cell = due.poll(); cell != null; cell = due.poll()) {
            String seen = once(lane, cell);
            if (seen == null) {
                seen = once(lane, cell);
            }
            if (seen != null) {
                tried.get(cell).complete(seen);
            }
        }
    }

    /** What was seen; null when it failed for the first time, since a machine that has more to do may ring too late. */
    private String once(TransferLane lane, TransferCell cell) {
        try {
            String seen = lane.run(cell).check(centre);
            return again.contains(cell) ? seen + ", at the second try" : seen;
        } catch (RuntimeException | AssertionError e) {
            if (!again.add(cell)) {
                tried.get(cell).completeExceptionally(e);
            }
            return null;
        }
    }

    @TestFactory
    Stream<DynamicTest> everyTransferGoesAsItMust() {
        return tried.entrySet().stream()
                .map(cell -> DynamicTest.dynamicTest(
                        cell.getKey().toString(), () -> cell.getValue().get(10, TimeUnit.MINUTES)));
    }

    @AfterAll
    void end() throws Exception {
        for (Thread lane : lanes) {
            lane.join();
        }
        try {
            writeTable();
            centre.awaitNothingLeft();
            assertThat(centre.centre().liveBoard().snapshot().calls()).isEmpty();
            assertThat(centre.rows("select distinct call_id from recording_problem"))
                    .as("calls with recording problems, all of which were tried again")
                    .hasSizeLessThanOrEqualTo(again.size());
            assertThat(again).as("what failed at first").hasSizeLessThan(tried.size() / 20 + 2);
            centre.assertAllFits();
        } finally {
            carrier.close();
            centre.close();
        }
    }

    private void writeTable() throws IOException {
        List<String> table = new ArrayList<>();
        tried.forEach((cell, result) -> table.add(String.format(
                "%-12s %-14s %-20s %-17s %-3s  %s",
                cell.who(), cell.kind(), cell.target(), cell.outcome(), cell.transport(), seen(result))));
        Files.write(Path.of("target", "transfer-matrix.txt"), table);
    }

    private static String seen(CompletableFuture<String> result) {
        return result.handle((cause, failure) -> failure == null
                        ? "ended: " + cause
                        : "FAILED: " + String.valueOf(failure.getMessage()).replaceAll("\\s+", " "))
                .join();
    }
}
