package io.zongji.ra.media.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A leg's session has one name, and a version that goes up exactly when the description changes, wherever it is written. */
class SessionOriginTest {
    private final SessionOrigin origin = new SessionOrigin();

    private static String sdp(String originLine) {
        return "v=0\r\n" + originLine + "\r\ns=-\r\n";
    }

    @Test
    void onTheFirstNodeNothingIsChanged() {
        assertThat(origin.continued(sdp("o=zongji 77 1 IN IP4 10.0.0.1")))
                .isEqualTo(sdp("o=zongji 77 1 IN IP4 10.0.0.1"));
        assertThat(origin.continued(sdp("o=zongji 77 2 IN IP4 10.0.0.1")))
                .isEqualTo(sdp("o=zongji 77 2 IN IP4 10.0.0.1"));
    }

    @Test
    void onOtherNodesTheSessionGoesOn() {
        origin.continued(sdp("o=zongji 77 5 IN IP4 10.0.0.1"));
        origin.moved();

        assertThat(origin.continued(sdp("o=zongji 99 1 IN IP4 10.0.0.2")))
                .isEqualTo(sdp("o=zongji 77 6 IN IP4 10.0.0.1"));
        assertThat(origin.continued(sdp("o=zongji 99 1 IN IP4 10.0.0.2")))
                .isEqualTo(sdp("o=zongji 77 6 IN IP4 10.0.0.1"));
        assertThat(origin.continued(sdp("o=zongji 99 2 IN IP4 10.0.0.2")))
                .isEqualTo(sdp("o=zongji 77 7 IN IP4 10.0.0.1"));
        origin.moved();
        assertThat(origin.continued(sdp("o=zongji 11 2 IN IP4 10.0.0.3")))
                .isEqualTo(sdp("o=zongji 77 8 IN IP4 10.0.0.1"));
    }

    @Test
    void aSessionThatBeginsAfterAMoveKeepsItsOwnName() {
        origin.moved();

        assertThat(origin.continued(sdp("o=zongji 99 1 IN IP4 10.0.0.2")))
                .isEqualTo(sdp("o=zongji 99 1 IN IP4 10.0.0.2"));
    }

    @Test
    void whatHasNoOriginStaysAsItIs() {
        assertThat(origin.continued("v=0\r\n")).isEqualTo("v=0\r\n");
    }
}
