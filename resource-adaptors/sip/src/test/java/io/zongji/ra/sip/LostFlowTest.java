package io.zongji.ra.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import javax.sip.RequestEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A phone's WebSocket closes: who cares for it is told at once, and the activity does not stay. */
class LostFlowTest {

    private RaUnderTest ra;

    @BeforeEach
    void start() throws Exception {
        ra = new RaUnderTest();
    }

    @AfterEach
    void stop() {
        ra.close();
    }

    private SipFlows flows() {
        return (SipFlows) ra.adaptor.getResourceAdaptorInterface(SipFlows.class.getName());
    }

    private WebSocket open() {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("sip")
                .buildAsync(URI.create("ws://127.0.0.1:" + ra.wsPort), new WebSocket.Listener() {})
                .join();
    }

    private Flow flowOf(WebSocket socket, String callId) throws Exception {
        socket.sendText(
                        "REGISTER sip:127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/WS x.invalid;branch=z9hG4bK" + callId + "\r\n"
                                + "Max-Forwards: 70\r\nFrom: <sip:1001@127.0.0.1>;tag=f\r\nTo: <sip:1001@127.0.0.1>\r\n"
                                + "Call-ID: " + callId + "\r\nCSeq: 1 REGISTER\r\nContent-Length: 0\r\n\r\n",
                        true)
                .join();
        RequestEvent event = (RequestEvent)
                ra.slee.next("javax.sip.message.Request.REGISTER").event();
        event.getServerTransaction()
                .sendResponse(ra.provider().getMessageFactory().createResponse(200, event.getRequest()));
        return Flow.of(event.getRequest());
    }

    @Test
    void anAbortedWebSocketIsToldOnItsActivityOnlyAndTheActivityEnds() throws Exception {
        WebSocket gone = open();
        Flow flow = flowOf(gone, "a");
        WebSocket stays = open();
        FlowActivity other = flows().activity(flowOf(stays, "b"));
        FlowActivity activity = flows().activity(flow);
        assertThat(activity.flow()).isEqualTo(flow);
        assertThat(flows().activity(flow)).isSameAs(activity);

        gone.abort();
        FakeSlee.Fired fired = ra.slee.next(FlowLost.class.getName());
        assertThat(fired.activity()).isSameAs(activity);
        assertThat(fired.event()).isEqualTo(new FlowLost(flow));
        assertThat(flows().activity(flow)).isNull();

        // For who attached in that moment.
        ra.later(3);
        assertThat(ra.slee.next(FlowLost.class.getName()).activity()).isSameAs(activity);
        ra.slee.awaitEnd(activity);
        assertThat(ra.slee.ended).doesNotContain(other);
        stays.abort();
    }

    @Test
    void aWebSocketClosedInOrderIsLostToo() throws Exception {
        WebSocket socket = open();
        FlowActivity activity = flows().activity(flowOf(socket, "a"));
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        assertThat(ra.slee.next(FlowLost.class.getName()).activity()).isSameAs(activity);
    }

    @Test
    void whatIsNoOpenWebSocketHasNoActivity() throws Exception {
        assertThat(flows().activity(new Flow("udp", "127.0.0.1", 5060))).isNull();
        WebSocket socket = open();
        Flow flow = flowOf(socket, "a");
        socket.abort();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(flows().activity(flow)).isNull());
    }
}
