package io.zongji.server;

import io.zongji.domain.CallId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.live.LiveBoard;
import io.zongji.domain.live.LiveCall;
import io.zongji.sbb.events.ReleaseOrder;
import io.zongji.sbb.events.ReleaseRequest;
import io.zongji.slee.container.SleeContainer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.slee.InvalidStateException;
import javax.slee.UnrecognizedServiceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls that are up, to be ended in order when the call centre stops. */
final class OpenCalls {

    private static final Logger log = LoggerFactory.getLogger(OpenCalls.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final SleeContainer slee;
    private final EventInlet inlet;
    private final LiveBoard board;

    OpenCalls(SleeContainer slee, EventInlet inlet, LiveBoard board) {
        this.slee = slee;
        this.inlet = inlet;
        this.board = board;
    }

    /**
     * Takes no new calls (callers get 503) and ends those that are up with {@link Cause#SHUTDOWN}. Returns when their
     * records are complete, or after the given time; what is left then is closed at the next start.
     */
    void endAll(Duration atMost) {
        try {
            slee.deactivateService(Slee.CALL_CONTROL);
        } catch (UnrecognizedServiceException | InvalidStateException e) {
            log.warn("New calls may come in while calls are ended: {}", e.getMessage());
        }
        Set<CallId> ordered = new HashSet<>();
        long end = System.nanoTime() + atMost.toNanos();
        while (count() > 0 && System.nanoTime() < end) {
            for (LiveCall call : board.snapshot().calls()) {
                if (ordered.add(call.call())) {
                    release(call.call(), new ReleaseRequest(Cause.SHUTDOWN, "the stop of the call centre"));
                }
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        int left = count();
        if (left > 0) {
            log.warn("{} of {} calls did not end in {}", left, Math.max(left, ordered.size()), atMost);
        } else if (!ordered.isEmpty()) {
            log.info("{} calls that were up are ended", ordered.size());
        }
    }

    private int count() {
        return slee.statistics().entities().entrySet().stream()
                .filter(entry -> entry.getKey().getName().equals("CallSbb"))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private void release(CallId call, ReleaseRequest request) {
        inlet.fire(new ReleaseOrder(call, request));
    }
}
