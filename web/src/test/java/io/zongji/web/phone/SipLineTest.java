package io.zongji.web.phone;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SipLineTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(12);

    private final List<String> asked = new ArrayList<>();
    private final RemoteEndpoint.Async remote = proxy(RemoteEndpoint.Async.class, null);
    private final Session page = proxy(Session.class, remote);
    private final SipLine line = new SipLine(page);

    private <T> T proxy(Class<T> type, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    asked.add(method.getName());
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }

    @Test
    void aBrowserThatAnswersKeepsItsLine() {
        long now = System.nanoTime();
        line.heard();
        line.check(now + PATIENCE / 2, PATIENCE);
        assertThat(asked).contains("sendPing").doesNotContain("close");
    }

    @Test
    void aSleepingComputerLosesItsLine() {
        line.check(System.nanoTime() + PATIENCE + 1, PATIENCE);
        assertThat(asked).containsExactly("close");
    }
}
