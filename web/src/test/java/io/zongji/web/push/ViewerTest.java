package io.zongji.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A page gets what is new, and one that takes nothing costs nothing. */
class ViewerTest {
    private static final long LONG_AFTER = 60_000;

    private final List<String> sent = new ArrayList<>();
    private final BlockingQueue<String> closed = new LinkedBlockingQueue<>();
    private SendHandler onItsWay;

    private final RemoteEndpoint.Async remote = proxy(RemoteEndpoint.Async.class, (self, method, arguments) -> {
        sent.add((String) arguments[0]);
        onItsWay = (SendHandler) arguments[1];
        return null;
    });
    private final Session session = proxy(Session.class, (self, method, arguments) -> {
        if (method.getName().equals("getAsyncRemote")) {
            return remote;
        }
        closed.add(((CloseReason) arguments[0]).getReasonPhrase());
        return null;
    });
    private final Viewer viewer = new Viewer(session, new Sight(null, true, Sight.Colleagues.ALL), 0);

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void arrives() {
        onItsWay.onResult(new SendResult());
    }

    private String reason() throws InterruptedException {
        return closed.poll(60, TimeUnit.SECONDS);
    }

    @Test
    void ofWhatChangesWhileTheLineIsBusyTheNewestIsTold() {
        viewer.tell("services", "first");
        viewer.tell("services", "second");
        viewer.tell("alarms", "alarm");
        viewer.tell("services", "third");
        viewer.answer("answer");
        for (int i = 0; i < 4; i++) {
            arrives();
        }
        assertThat(sent).containsExactly("first", "answer", "third", "alarm");
    }

    @Test
    void whatIsToldAlreadyIsNotToldAgain() {
        viewer.tell("services", "first");
        arrives();
        viewer.tell("services", "first");
        assertThat(sent).containsExactly("first");
    }

    @Test
    void aPageThatTakesNothingIsCut() throws InterruptedException {
        viewer.tell("services", "first");
        viewer.beat(System.currentTimeMillis());
        assertThat(viewer.isCut()).isFalse();

        viewer.beat(System.currentTimeMillis() + LONG_AFTER);
        assertThat(viewer.isCut()).isTrue();
        assertThat(reason()).isEqualTo("too slow");
        arrives();
        viewer.tell("services", "second");
        assertThat(sent).as("nothing more").containsExactly("first");
    }

    @Test
    void whoAsksOnAndOnWithoutTakingAnswersIsCut() throws InterruptedException {
        for (int i = 0; i <= Viewer.MOST_ANSWERS + 1; i++) {
            viewer.answer("answer");
        }
        assertThat(viewer.isCut()).isTrue();
        assertThat(reason()).isEqualTo("too slow");
    }

    @Test
    void aPageThatIsGoneIsNotToldAnyMore() {
        viewer.tell("services", "first");
        onItsWay.onResult(new SendResult(new IllegalStateException("closed")));
        assertThat(viewer.isCut()).isTrue();
    }
}
