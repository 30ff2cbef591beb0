package io.zongji.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The test vectors of RFC 3711, appendix B, and packets that other implementations publish for the same key. */
class SrtpVectorTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final MasterKey KEY =
            MasterKey.of(HEX.parseHex("e1f97a0d3e018be0d64fa32c06de41390ec675ad498afeebb6960b3aabe6"));
    private static final String PLAIN = "800f1234decafbadcafebabeabababababababababababababababab";
    private static final String SEALED = "800f1234decafbadcafebabe4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b8dbb";

    @Test
    void theKeyStreamIsThatOfAppendixB2() {
        AesCounterMode cipher = new AesCounterMode(
                HEX.parseHex("2b7e151628aed2a6abf7158809cf4f3c"), HEX.parseHex("f0f1f2f3f4f5f6f7f8f9fafbfcfd"));
        byte[] stream = new byte[0xFF02 * 16];

        cipher.crypt(stream, 0, stream.length, 0, 0);

        assertThat(HEX.formatHex(stream, 0, 48))
                .isEqualTo("e03ead0935c95e80e166b16dd92b4eb4d23513162b02d0f72a43a2fe4a5f97ab"
                        + "41e95b3bb0a2e8dd477901e4fca894c0");
        assertThat(HEX.formatHex(stream, 0xFEFF * 16, 0xFF02 * 16))
                .isEqualTo("ec8cdf7398607cb0f2d21675ea9ea1e4362b7c3c6773516318a077d7fc5073ae"
                        + "6a2cc3787889374fbeb4c81b17ba6c44");
    }

    @Test
    void sessionKeysAreThoseOfAppendixB3() {
        assertThat(HEX.formatHex(PacketCipher.derive(KEY, 0, 16))).isEqualTo("c61e7a93744f39ee10734afe3ff7a087");
        assertThat(HEX.formatHex(PacketCipher.derive(KEY, 2, 14))).isEqualTo("30cbbc08863d8c85d49db34a9ae1");
        assertThat(HEX.formatHex(PacketCipher.derive(KEY, 1, 96)))
                .isEqualTo("cebe321f6ff7716b6fd4ab49af256a156d38baa48f0a0acf3c34e2359e6cdbcee049646c43d9327a"
                        + "d175578ef72270986371c10c9a369ac2f94a8c5fbcdddc256d6e919a48b610ef17c2041e4740357"
                        + "66b68642c59bbfc2f34db60dbdfb2dc68");
    }

    @Test
    void aSealedPacketIsTheOneThatOthersMake() {
        byte[] plain = HEX.parseHex(PLAIN);

        ByteBuffer sealed =
                new SrtpSender(SrtpProfile.AES_CM_128_HMAC_SHA1_80, KEY).seal(ByteBuffer.wrap(plain), 0, plain.length);

        assertThat(HEX.formatHex(bytes(sealed))).isEqualTo(SEALED);
    }

    @Test
    void aPacketThatOthersSealedIsOpened() {
        ByteBuffer datagram = ByteBuffer.allocateDirect(2048).put(HEX.parseHex(SEALED));

        int length = new SrtpReceiver(SrtpProfile.AES_CM_128_HMAC_SHA1_80, KEY).open(datagram, datagram.position());

        assertThat(HEX.formatHex(bytes(datagram.flip().limit(length)))).isEqualTo(PLAIN);
    }

    @Test
    void aControlPacketThatOthersSealedIsOpened() {
        byte[] sealed = HEX.parseHex("81c8000bcafebabe7128035be487b9bdbef89041f977a5a880000001993e08cd54d6c1230798");
        ByteBuffer datagram = ByteBuffer.allocateDirect(2048).put(sealed);

        int length = new SrtpReceiver(SrtpProfile.AES_CM_128_HMAC_SHA1_80, KEY).openControl(datagram, sealed.length);

        byte[] plain = HEX.parseHex("81c8000bcafebabeabababababababababababababababab");
        assertThat(length).isEqualTo(plain.length);
        assertThat(bytes(datagram.flip().limit(length))).isEqualTo(plain);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
