package io.zongji.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.media.srtp.HmacSha1;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IceLiteTest {
    private static final InetSocketAddress BROWSER = new InetSocketAddress("192.0.2.7", 50_000);
    private static final InetSocketAddress ELSEWHERE = new InetSocketAddress("192.0.2.8", 50_001);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final IceCredentials ours = IceCredentials.random();
    private final IceCredentials theirs = IceCredentials.random();
    private final IceLite ice = new IceLite();

    @BeforeEach
    void agree() {
        ice.agree(ours, theirs);
    }

    private ByteBuffer receive(InetSocketAddress from, byte[] message, long now) {
        return ice.received(from, ByteBuffer.allocateDirect(2048).put(message), message.length, now);
    }

    /** The request of RFC 5769, 2.1, of another implementation. */
    @Test
    void theSampleRequestIsAuthentic() {
        byte[] message = HexFormat.of()
                .parseHex("000100582112a442b7e7a701bc34d686fa87dfae802200105354554e207465737420636c69656e74"
                        + "002400046e0001ff80290008932ff9b151263b36000600096576746a3a68367659202020"
                        + "000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a280280004e57a3bcf");

        StunRequest request = StunRequest.read(ByteBuffer.wrap(message), message.length);

        assertThat(request.username()).isEqualTo("evtj:h6vY");
        assertThat(request.isAuthentic(new HmacSha1("VOkJxbRl1RmTxUk/WvJxBt".getBytes())))
                .isTrue();
        assertThat(request.isAuthentic(new HmacSha1("VOkJxbRl1RmTxUk/WvJxBs".getBytes())))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "2001:db8::7"})
    void aCheckIsAnsweredWithWhereItCameFrom(String host) {
        InetSocketAddress from = new InetSocketAddress(host, 50_000);
        byte[] check = Checks.request(ours, theirs, false);

        ByteBuffer answer = receive(from, check, 0);

        assertThat(answer.getShort(0)).isEqualTo((short) 0x0101);
        assertThat(answer.getShort(2) + 20).isEqualTo(answer.remaining());
        assertThat(Arrays.copyOfRange(answer.array(), 4, 20)).isEqualTo(Arrays.copyOfRange(check, 4, 20));
        byte[] address = new byte[from.getAddress().getAddress().length];
        for (int i = 0; i < address.length; i++) {
            address[i] = (byte) (answer.get(28 + i) ^ check[4 + i]);
        }
        assertThat(address).isEqualTo(from.getAddress().getAddress());
        assertThat((answer.getShort(26) ^ 0x2112) & 0xFFFF).isEqualTo(50_000);
        assertThat(answer.remaining()).isLessThanOrEqualTo(check.length);
        assertThat(ice.isValidated(from)).isTrue();
        assertThat(ice.target(0)).isNull();
    }

    @Test
    void thePathNominatedLastIsUsed() {
        receive(BROWSER, Checks.request(ours, theirs, true), 0);
        assertThat(ice.target(0)).isEqualTo(BROWSER);

        receive(ELSEWHERE, Checks.request(ours, theirs, false), 0);
        assertThat(ice.target(0)).isEqualTo(BROWSER);

        receive(ELSEWHERE, Checks.request(ours, theirs, true), 0);
        assertThat(ice.target(0)).isEqualTo(ELSEWHERE);
    }

    @Test
    void withoutChecksNothingIsSentAnyMore() {
        receive(BROWSER, Checks.request(ours, theirs, true), 0);
        assertThat(ice.target(29 * SECOND)).isEqualTo(BROWSER);
        assertThat(ice.target(31 * SECOND)).isNull();

        receive(BROWSER, Checks.request(ours, theirs, false), 32 * SECOND);
        assertThat(ice.target(33 * SECOND)).isEqualTo(BROWSER);
    }

    @Test
    void whoDoesNotKnowThePasswordOrTheNamesGetsNoAnswer() {
        IceCredentials guessed =
                new IceCredentials(ours.fragment(), IceCredentials.random().password());

        assertThat(receive(BROWSER, Checks.request(guessed, theirs, true), 0)).isNull();
        assertThat(receive(BROWSER, Checks.request(ours, IceCredentials.random(), true), 0))
                .isNull();
        assertThat(receive(BROWSER, Checks.request(IceCredentials.random(), theirs, true), 0))
                .isNull();
        assertThat(ice.isValidated(BROWSER)).isFalse();
        assertThat(ice.target(0)).isNull();
    }

    @Test
    void afterARestartOldCredentialsCountNoMoreButTheOldPathServes() {
        receive(BROWSER, Checks.request(ours, theirs, true), 0);
        IceCredentials renewed = IceCredentials.random();
        ice.agree(renewed, theirs);

        assertThat(receive(ELSEWHERE, Checks.request(ours, theirs, true), 0)).isNull();
        assertThat(ice.target(0)).isEqualTo(BROWSER);
        receive(ELSEWHERE, Checks.request(renewed, theirs, true), 0);
        assertThat(ice.target(0)).isEqualTo(ELSEWHERE);
    }

    @Test
    void aNominationBehindTheIntegrityDoesNotCount() {
        byte[] check = Checks.request(ours, theirs, false);
        byte[] longer = Arrays.copyOf(check, check.length - 8 + 4);
        ByteBuffer.wrap(longer).putShort(2, (short) (longer.length - 20)).putInt(longer.length - 4, 0x0025_0000);

        assertThat(receive(BROWSER, longer, 0)).isNotNull();
        assertThat(ice.target(0)).isNull();
    }

    @Test
    void damagedChecksAreNeverAnswered() {
        Random random = new Random(4);
        for (int i = 0; i < 50_000; i++) {
            byte[] check = Checks.request(ours, theirs, true);
            byte[] damaged = check.clone();
            // What lies behind the integrity only tells checks from other packets.
            damaged[random.nextInt(check.length - 8)] ^= (byte) (1 + random.nextInt(255));
            assertThat(receive(BROWSER, damaged, 0)).isNull();
            assertThat(receive(BROWSER, Arrays.copyOf(check, random.nextInt(check.length)), 0))
                    .isNull();
        }
        assertThat(ice.isValidated(BROWSER)).isFalse();
    }

    @Test
    void manyPathsAreNotRememberedForEver() {
        for (int port = 1; port <= 1000; port++) {
            receive(new InetSocketAddress("192.0.2.7", port), Checks.request(ours, theirs, port == 1), 0);
        }

        assertThat(ice.isValidated(new InetSocketAddress("192.0.2.7", 1000))).isTrue();
        assertThat(ice.isValidated(new InetSocketAddress("192.0.2.7", 1))).isTrue();
        assertThat(ice.isValidated(new InetSocketAddress("192.0.2.7", 2))).isFalse();
    }
}
