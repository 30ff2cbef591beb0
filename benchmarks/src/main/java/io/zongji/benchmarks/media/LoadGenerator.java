package io.zongji.benchmarks.media;

import io.zongji.media.codec.AudioEncoder;
import io.zongji.media.codec.Codec;
import io.zongji.media.rtp.RtpHeader;
import io.zongji.media.srtp.MasterKey;
import io.zongji.media.tone.Tone;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The phones of a measurement, in a process of their own so that they do not count. Talks with {@link MediaMeasurement} by
 * lines: tells its ports, is told where to send, tells when what counts begins and ends.
 */
final class LoadGenerator {
    /** Of all phones, in both directions of the description. */
    static final MasterKey KEY = MasterKey.of(new byte[MasterKey.SIZE]);

    private static final long SLOT_NANOS = 1_000_000;
    private static final int SLOTS = 20;
    private static final int PAYLOADS = 50;
    private static final int MOST_DELAYS = 8_000_000;

    private final List<GeneratedPhone> phones = new ArrayList<>();
    private final Selector selector = Selector.open();
    private final ByteBuffer packet = ByteBuffer.allocateDirect(2048);
    private final Sound sound;
    private final int group;
    private int[] delays = new int[1024];
    private int delaysKnown;
    private boolean counting;

    private LoadGenerator(Sound sound, int count, int group) throws IOException {
        this.sound = sound;
        this.group = group;
        byte[][] pcma = payloads(Codec.PCMA, sound == Sound.OPUS_AND_PCMA ? 8000 : 0);
        byte[][] opus = sound == Sound.OPUS_AND_PCMA ? payloads(Codec.OPUS, 8000) : pcma;
        for (int i = 0; i < count; i++) {
            Codec codec = sound.codec(i);
            GeneratedPhone phone = new GeneratedPhone(i, sound, codec, codec == Codec.OPUS ? opus : pcma);
            phone.channel().register(selector, SelectionKey.OP_READ, i);
            phones.add(phone);
        }
    }

    /** Arguments: sound, phones, phones a group, milliseconds before the window, milliseconds of it. */
    public static void main(String[] arguments) throws IOException {
        LoadGenerator generator = new LoadGenerator(
                Sound.valueOf(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        generator.run(Long.parseLong(arguments[3]), Long.parseLong(arguments[4]));
    }

    /** A second of a tone, or of silence. */
    private static byte[][] payloads(Codec codec, int amplitude) {
        Tone tone = new Tone(600, amplitude);
        AudioEncoder encoder = codec.newEncoder();
        byte[][] payloads = new byte[PAYLOADS][];
        int[] samples = new int[Codec.FRAME_SAMPLES];
        byte[] encoded = new byte[Codec.LARGEST_FRAME];
        for (int i = 0; i < PAYLOADS; i++) {
            for (int s = 0; s < samples.length; s++) {
                samples[s] = tone.next();
            }
            payloads[i] = Arrays.copyOf(encoded, encoder.encode(samples, encoded));
        }
        return payloads;
    }

    private void run(long warmMillis, long windowMillis) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        tell("PORTS " + phones.stream().map(p -> String.valueOf(p.port())).collect(Collectors.joining(" ")));
        String[] targets = in.readLine().split(" ");
        IntStream.range(0, phones.size()).forEach(i -> phones.get(i).sendTo(Integer.parseInt(targets[i])));
        long begin = System.nanoTime() + warmMillis * 1_000_000;
        exchange(begin);
        phones.forEach(GeneratedPhone::beginWindow);
        counting = true;
        tell("BEGIN");
        exchange(begin + windowMillis * 1_000_000);
        tell("END " + result());
    }

    private static void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private void exchange(long until) throws IOException {
        long next = System.nanoTime();
        int slot = 0;
        while (System.nanoTime() < until) {
            while (System.nanoTime() >= next) {
                sendSlot(slot);
                slot = (slot + 1) % SLOTS;
                next += SLOT_NANOS;
            }
            if (next - System.nanoTime() > SLOT_NANOS / 2) {
                selector.select(this::receive, 1);
            } else {
                selector.selectNow(this::receive);
            }
        }
    }

    private void sendSlot(int slot) throws IOException {
        for (int i = slot; i < phones.size(); i += SLOTS) {
            phones.get(i).send(packet, sound == Sound.CLICKS && i % group == 0);
        }
    }

    private void receive(SelectionKey key) {
        int number = (Integer) key.attachment();
        GeneratedPhone phone = phones.get(number);
        try {
            while (phone.channel().receive(packet.clear()) != null) {
                if (RtpHeader.payloadOffset(packet, packet.position()) < 0) {
                    // A report for the phone below, whose next port this is.
                    continue;
                }
                long delay = phone.receive(packet, packet.position(), phones.get(number - number % group));
                if (delay >= 0 && counting) {
                    note(delay);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("A phone failed", e);
        }
    }

    private void note(long delayNanos) {
        if (delaysKnown == delays.length && delaysKnown < MOST_DELAYS) {
            delays = Arrays.copyOf(delays, 2 * delaysKnown);
        }
        if (delaysKnown < delays.length) {
            delays[delaysKnown++] = (int) (delayNanos / 1000);
        }
    }

    /** Sent, due, heard, and the delays in microseconds: median, 99th percentile, largest; -1 if they were not measured. */
    private String result() {
        long sent = phones.stream().mapToLong(GeneratedPhone::sent).sum();
        long due = phones.stream().mapToLong(GeneratedPhone::due).sum();
        long heard = phones.stream().mapToLong(GeneratedPhone::heard).sum();
        int[] sorted = Arrays.copyOf(delays, delaysKnown);
        Arrays.sort(sorted);
        return sent + " " + due + " " + heard + " " + percentile(sorted, 0.5) + " " + percentile(sorted, 0.99) + " "
                + percentile(sorted, 1);
    }

    private static int percentile(int[] sorted, double share) {
        return sorted.length == 0 ? -1 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
