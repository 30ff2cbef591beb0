package io.zongji.simulator;

import io.zongji.media.codec.Codec;
import io.zongji.media.rtp.PortRange;
import io.zongji.media.rtp.RtpLoop;
import io.zongji.media.rtp.RtpSession;
import io.zongji.media.tone.Goertzel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * The ear and the mouth of a phone in one call: sends a {@link Sound} as G.711 every 20 ms and measures what comes. What was
 * heard stays readable after the call. Safe for any thread; only the methods named await block.
 */
public final class PhoneAudio {

    /** Samples of the moment that tones are looked for in: 200 ms. */
    private static final int WINDOW = 1600;

    /** Samples of 100 ms. */
    private static final int SLICE = 800;

    /** The share of what comes that makes a tone one voice of up to four. */
    private static final double AMONG_OTHERS = 0.2;

    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final double AUDIBLE = 100;

    private final RtpLoop loop;
    private final RtpSession session;
    private final short[] window = new short[WINDOW];
    private final StringBuilder digits = new StringBuilder();
    private final Cursor cursor = new Cursor();
    private ByteArrayOutputStream kept;
    private long packets;
    private long lost;
    private int lastSequence = -1;
    private long lastPacketNanos;
    private long samples;
    private double energy;
    private boolean takesDigits;
    private boolean closed;

    private PhoneAudio(RtpLoop loop, PortRange ports) throws IOException {
        this.loop = loop;
        this.session = RtpSession.open(loop, ports, new Ear());
    }

    static PhoneAudio open(RtpLoop loop, PortRange ports) throws IOException {
        return new PhoneAudio(loop, ports);
    }

    /** From now on says this, from its beginning. */
    public void say(Sound sound) {
        cursor.play(sound);
        session.source(cursor);
    }

    /** From now on sends no audio packets at all, as a phone with a dead network would. */
    public void fallSilent() {
        session.source(null);
    }

    /**
     * Presses keys: telephone events of RFC 4733, 100 ms each with 60 ms of pause.
     *
     * @throws IllegalStateException if no telephone events were agreed on in this call
     */
    public void press(String keys) {
        synchronized (this) {
            if (!takesDigits) {
                throw new IllegalStateException("the other party takes no telephone events");
            }
        }
        session.sendDigits(keys);
    }

    /** Keys that the other party pressed, in order. */
    public synchronized String digits() {
        return digits.toString();
    }

    /** Whether this tone makes up at least half of what came during the last 200 ms. */
    public synchronized boolean hears(double hertz) {
        return fresh() && Goertzel.hears(window, hertz);
    }

    /** Whether this tone makes up at least a fifth of what came during the last 200 ms: one voice of up to four. */
    public synchronized boolean hearsAmongOthers(double hertz) {
        return fresh() && Goertzel.share(window, hertz) >= AMONG_OTHERS;
    }

    /** Whether anything audible came during the last 200 ms. */
    public synchronized boolean hearsSound() {
        return fresh() && level() > AUDIBLE;
    }

    /** Loudness (root mean square, up to 32,767) of the last 200 ms that came. */
    public synchronized double level() {
        double sum = 0;
        for (short sample : window) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / WINDOW);
    }

    /** What came so far. */
    public synchronized Heard heard() {
        double level = samples == 0 ? 0 : Math.sqrt(energy / samples);
        return new Heard(packets, Math.max(0, lost), Duration.ofMillis(samples * 1000 / Codec.SAMPLE_RATE), level);
    }

    public long packetsSent() {
        return session.packetsSent();
    }

    /** Waits until {@link #hears} this tone. */
    public PhoneAudio awaitTone(double hertz, Duration atMost) {
        await("to hear " + hertz + " Hz", atMost, () -> hears(hertz));
        return this;
    }

    /** Waits until anything audible comes. */
    public PhoneAudio awaitSound(Duration atMost) {
        await("to hear something", atMost, this::hearsSound);
        return this;
    }

    /** Waits until nothing audible comes: silence, or no packets. */
    public PhoneAudio awaitQuiet(Duration atMost) {
        await("to hear nothing", atMost, () -> !hearsSound());
        return this;
    }

    /** Waits until so many audio packets came in all. */
    public PhoneAudio awaitPackets(long count, Duration atMost) {
        await(count + " packets", atMost, () -> heard().packets() >= count);
        return this;
    }

    /** Waits until these keys were pressed by the other party, at the end of what it pressed. */
    public PhoneAudio awaitDigits(String keys, Duration atMost) {
        await("keys " + keys, atMost, () -> digits.toString().endsWith(keys));
        return this;
    }

    /** From now on keeps everything heard, for {@link #saveKept}. */
    public synchronized void keep() {
        kept = new ByteArrayOutputStream();
    }

    /** For how long this tone was among what was heard since {@link #keep}, to 100 ms. */
    public synchronized Duration keptTone(double hertz) {
        byte[] bytes = kept == null ? new byte[0] : kept.toByteArray();
        short[] slice = new short[SLICE];
        int heard = 0;
        for (int from = 0; from + 2 * SLICE <= bytes.length; from += 2 * SLICE) {
            ByteBuffer.wrap(bytes, from, 2 * SLICE)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(slice);
            heard += Goertzel.share(slice, hertz) >= AMONG_OTHERS ? 1 : 0;
        }
        return Duration.ofMillis(heard * SLICE * 1000L / Codec.SAMPLE_RATE);
    }

    /** Writes what was heard since {@link #keep} to a WAV file of 16-bit samples; losses and pauses are left out. */
    public void saveKept(Path file) throws IOException {
        byte[] bytes;
        synchronized (this) {
            if (kept == null) {
                throw new IllegalStateException("nothing was kept");
            }
            bytes = kept.toByteArray();
        }
        AudioFormat format = new AudioFormat(Codec.SAMPLE_RATE, 16, 1, true, false);
        try (AudioInputStream audio = new AudioInputStream(new ByteArrayInputStream(bytes), format, bytes.length / 2)) {
            AudioSystem.write(audio, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }

    int localPort() {
        return session.localPort();
    }

    /** Goes on with what was agreed: where to send, if the other wants to hear us, and how. */
    void connect(PhoneSdp.Remote remote) {
        synchronized (this) {
            takesDigits = remote.eventPayloadType() >= 0;
        }
        session.sendTo(remote.receives() ? remote.address() : null, remote.codec(), remote.eventPayloadType());
    }

    void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        session.close();
    }

    private boolean fresh() {
        return packets > 0 && System.nanoTime() - lastPacketNanos < FRESH_NANOS;
    }

    private synchronized void await(String what, Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0 || closed) {
                    throw new IllegalStateException("waited in vain " + what + (closed ? " until the call ended" : "")
                            + "; heard " + heard() + ", now at level " + Math.round(level()));
                }
                // Packets wake this up; that none come must be noticed too.
                wait(Math.min(left, 100));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting " + what, e);
        }
    }

    /**
     * What a phone has received.
     *
     * @param packets audio packets
     * @param lost    packets missing by their sequence numbers
     * @param audio   how much audio
     * @param level   its loudness (root mean square, up to 32,767)
     */
    public record Heard(long packets, long lost, Duration audio, double level) {}

    private static final class Cursor implements RtpSession.FrameSource {
        private Sound sound;
        private int position;

        synchronized void play(Sound next) {
            sound = next;
            position = 0;
        }

        @Override
        public synchronized boolean fill(Codec codec, byte[] frame) {
            position = sound.fill(codec, frame, position);
            return true;
        }
    }

    private final class Ear implements RtpSession.Listener {
        @Override
        public void audio(Codec codec, byte[] codes, int length, int timestamp) {
            synchronized (PhoneAudio.this) {
                count(loop.packet().sequence());
                int taken = Math.min(length, WINDOW);
                System.arraycopy(window, taken, window, 0, WINDOW - taken);
                for (int i = 0; i < taken; i++) {
                    short sample = codec.decode(codes[i]);
                    window[WINDOW - taken + i] = sample;
                    energy += (double) sample * sample;
                    keep(sample);
                }
                samples += taken;
                PhoneAudio.this.notifyAll();
            }
        }

        private void count(int sequence) {
            if (lastSequence >= 0) {
                int step = (short) (sequence - lastSequence);
                // A late packet was counted as lost when its successor came; a big jump is a new stream.
                lost += step > 0 && step < 1000 ? step - 1 : step < 0 && step > -1000 ? -1 : 0;
                lastSequence = step > 0 || step < -1000 ? sequence : lastSequence;
            } else {
                lastSequence = sequence;
            }
            packets++;
            lastPacketNanos = System.nanoTime();
        }

        private void keep(short sample) {
            if (kept != null) {
                kept.write(sample);
                kept.write(sample >> 8);
            }
        }

        @Override
        public void digit(char digit) {
            synchronized (PhoneAudio.this) {
                digits.append(digit);
                PhoneAudio.this.notifyAll();
            }
        }
    }

    /** Forgets the sound of the last moment, so that only what comes from now on counts. */
    public synchronized void forget() {
        Arrays.fill(window, (short) 0);
    }
}
