package io.zongji.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class SourceLatchTest {
    private static final InetSocketAddress PUBLIC = new InetSocketAddress("198.51.100.7", 4000);
    private static final InetSocketAddress SAME_HOST = new InetSocketAddress("198.51.100.7", 60_123);
    private static final InetSocketAddress STRANGER = new InetSocketAddress("203.0.113.9", 4000);
    private static final InetSocketAddress PRIVATE = new InetSocketAddress("192.168.1.20", 4000);

    private final SourceLatch latch = new SourceLatch();

    private boolean threeInSequence(InetSocketAddress source) {
        latch.accept(source, 1, 100);
        latch.accept(source, 1, 101);
        return latch.accept(source, 1, 102);
    }

    @Test
    void nothingIsAcceptedBeforeAnAddressIsSignalled() {
        assertThat(threeInSequence(PUBLIC)).isFalse();
        assertThat(latch.target()).isNull();
    }

    @Test
    void theSignalledAddressIsAcceptedAtOnce() {
        latch.signalled(PUBLIC);

        assertThat(latch.accept(PUBLIC, 1, 1)).isTrue();
        assertThat(latch.target()).isEqualTo(PUBLIC);
    }

    @Test
    void anotherPortOfTheSameHostIsLearnedAfterThreePackets() {
        latch.signalled(PUBLIC);

        assertThat(latch.accept(SAME_HOST, 1, 100)).isFalse();
        assertThat(latch.target()).isEqualTo(PUBLIC);
        assertThat(threeInSequence(SAME_HOST)).isTrue();
        assertThat(latch.target()).isEqualTo(SAME_HOST);
    }

    @Test
    void aStrangerIsNeverLearnedForAPublicAddress() {
        latch.signalled(PUBLIC);

        assertThat(threeInSequence(STRANGER)).isFalse();
        assertThat(latch.target()).isEqualTo(PUBLIC);
    }

    /** It signals the address of its network card, but the kernel sends from the loopback. */
    @Test
    void aSoftphoneOnThisMachineIsLearned() {
        InetSocketAddress loopback = new InetSocketAddress("127.0.0.1", 4000);
        latch.signalled(PUBLIC);

        assertThat(threeInSequence(loopback)).isTrue();
        assertThat(threeInSequence(STRANGER)).isFalse();
        assertThat(latch.target()).isEqualTo(loopback);
    }

    @Test
    void aPhoneBehindANatIsLearnedOnceAndKept() {
        latch.signalled(PRIVATE);

        assertThat(threeInSequence(PUBLIC)).isTrue();
        assertThat(threeInSequence(STRANGER)).isFalse();
        assertThat(latch.target()).isEqualTo(PUBLIC);
    }

    @Test
    void unrelatedPacketsOfOneSourceDoNotTeach() {
        latch.signalled(PRIVATE);

        assertThat(latch.accept(STRANGER, 1, 100)).isFalse();
        assertThat(latch.accept(STRANGER, 2, 101)).isFalse();
        assertThat(latch.accept(STRANGER, 2, 9000)).isFalse();
        assertThat(latch.accept(STRANGER, 2, 9001)).isFalse();
    }

    @Test
    void theSignalledAddressTakesOverFromAnotherPort() {
        latch.signalled(PUBLIC);
        threeInSequence(SAME_HOST);

        assertThat(latch.accept(PUBLIC, 9, 7)).isTrue();

        assertThat(latch.target()).isEqualTo(PUBLIC);
        assertThat(latch.accept(SAME_HOST, 1, 103)).isFalse();
    }

    @Test
    void aSilentPartyMayComeBackFromAnotherPortOfItsHostOnly() {
        latch.signalled(PRIVATE);
        threeInSequence(PUBLIC);
        assertThat(threeInSequence(SAME_HOST)).isFalse();

        latch.fellSilent();

        assertThat(threeInSequence(STRANGER)).isFalse();
        assertThat(threeInSequence(SAME_HOST)).isTrue();
        assertThat(latch.target()).isEqualTo(SAME_HOST);
        assertThat(threeInSequence(PUBLIC)).isFalse();
    }

    @Test
    void aNewSignalledAddressForgetsTheOldAndTheSameKeepsIt() {
        latch.signalled(PRIVATE);
        threeInSequence(PUBLIC);

        latch.signalled(new InetSocketAddress("192.168.1.20", 4000));
        assertThat(latch.target()).isEqualTo(PUBLIC);
        latch.signalled(STRANGER);
        assertThat(latch.target()).isEqualTo(STRANGER);
        assertThat(latch.accept(PUBLIC, 1, 104)).isFalse();
    }
}
