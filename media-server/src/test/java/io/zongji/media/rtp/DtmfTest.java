package io.zongji.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DtmfTest {
    private static final long FRAME = 20_000_000;

    /** One packet and when it is sent. */
    private record Sent(byte[] bytes, long at) {}

    private static List<Sent> send(String digits) {
        OutgoingStream stream = new OutgoingStream(1, 65_530, -500);
        DtmfSender sender = new DtmfSender();
        sender.add(digits);
        ByteBuffer packet = ByteBuffer.allocate(64);
        List<Sent> sent = new ArrayList<>();
        for (long now = 0; sender.busy(); now += FRAME) {
            int length = sender.next(stream, packet, 101, 160, now);
            if (length > 0) {
                byte[] bytes = new byte[length];
                packet.get(0, bytes);
                sent.add(new Sent(bytes, now));
            }
        }
        return sent;
    }

    private static String receive(List<Sent> packets) {
        DtmfReceiver receiver = new DtmfReceiver();
        IncomingPacket packet = new IncomingPacket();
        StringBuilder digits = new StringBuilder();
        for (Sent sent : packets) {
            ByteBuffer buffer = ByteBuffer.wrap(sent.bytes());
            assertThat(packet.parse(buffer, sent.bytes().length)).isTrue();
            char digit = receiver.receive(packet, buffer, sent.at());
            if (digit != 0) {
                digits.append(digit);
            }
        }
        return digits.toString();
    }

    @Test
    void allDigitsArriveOnceThoughEveryPacketComesSeveralTimes() {
        List<Sent> twice = new ArrayList<>();
        send("0123456789*#ABCD").forEach(sent -> twice.addAll(List.of(sent, sent)));

        assertThat(receive(twice)).isEqualTo("0123456789*#ABCD");
    }

    @Test
    void theEndIsSentThreeTimesWithTheFullDuration() {
        List<Sent> sent = send("5");

        List<Sent> ends = sent.stream().filter(p -> p.bytes()[13] < 0).toList();
        assertThat(ends).hasSize(3).allSatisfy(p -> assertThat(
                        ByteBuffer.wrap(p.bytes()).getShort(14))
                .isEqualTo((short) 800));
        assertThat(sent).allSatisfy(p -> assertThat(ByteBuffer.wrap(p.bytes()).getInt(4))
                .isEqualTo(ByteBuffer.wrap(sent.get(0).bytes()).getInt(4)));
    }

    @Test
    void theSameDigitPressedTwiceCountsTwice() {
        assertThat(receive(send("1177"))).isEqualTo("1177");
    }

    @Test
    void lostEndsDoNotHideTheNextDigit() {
        List<Sent> withoutEnds =
                send("1177").stream().filter(p -> p.bytes()[13] >= 0).toList();

        assertThat(receive(withoutEnds)).isEqualTo("1177");
    }

    @Test
    void anyOnePacketOfAnEventIsEnough() {
        List<Sent> onlyEnds = send("42").stream().filter(p -> p.bytes()[13] < 0).toList();

        assertThat(receive(onlyEnds)).isEqualTo("42");
    }

    @Test
    void reorderingWithinSomePacketsChangesNothing() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            List<Sent> packets = new ArrayList<>(send("0918"));
            for (int i = 0; i + 3 <= packets.size(); i += 3) {
                Collections.shuffle(packets.subList(i, i + 3), random);
            }
            assertThat(receive(packets).chars().sorted().mapToObj(c -> String.valueOf((char) c)))
                    .as("round %d", round)
                    .containsExactly("0", "1", "8", "9");
        }
    }

    @Test
    void aThirdOfThePacketsMayBeLost() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            List<Sent> packets = new ArrayList<>();
            for (Sent sent : send("0918")) {
                if (random.nextInt(3) > 0) {
                    packets.add(sent);
                }
            }
            assertThat(receive(packets)).isEqualTo("0918");
        }
    }

    @Test
    void aPhoneThatMovesTheTimestampWithinAnEventPressedOnce() {
        List<Sent> moving = new ArrayList<>();
        int i = 0;
        for (Sent sent : send("8")) {
            byte[] bytes = sent.bytes().clone();
            ByteBuffer.wrap(bytes).putInt(4, 10_000 + 160 * i++);
            moving.add(new Sent(bytes, sent.at()));
        }

        assertThat(receive(moving)).isEqualTo("8");
    }

    @Test
    void whatIsNoDigitIsIgnored() {
        List<Sent> sent = send("1");
        sent.get(0).bytes()[12] = 16;

        assertThat(receive(sent.subList(0, 1))).isEmpty();
    }

    @Test
    void damagedEventsDoNoHarm() {
        Random random = new Random(29);
        DtmfReceiver receiver = new DtmfReceiver();
        IncomingPacket packet = new IncomingPacket();
        for (int round = 0; round < 100_000; round++) {
            byte[] bytes = new byte[random.nextInt(30)];
            random.nextBytes(bytes);
            if (bytes.length > 1) {
                bytes[0] = (byte) 0x80;
                bytes[1] = 101;
            }
            if (packet.parse(ByteBuffer.wrap(bytes), bytes.length)) {
                char digit = receiver.receive(packet, ByteBuffer.wrap(bytes), round * 1_000_000L);
                assertThat("0123456789*#ABCD\0").contains(String.valueOf(digit));
            }
        }
    }
}
