package io.zongji.media;

import io.zongji.media.recording.AudioTimeline;
import io.zongji.media.recording.RecordingResult;
import io.zongji.media.recording.RecordingWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * One recording on the loop's thread: cuts what the parties said into pieces of 400 ms, 200 ms after they said it, and
 * hands them to the writer; so the file is never more than a second behind. NEW -> RECORDING <-> PAUSED -> ENDED.
 */
final class Recording implements RecordingWriter.Listener {
    private static final int PIECE = 3200;
    private static final int LAG = 1600;
    private static final int FRAMES_A_CHECK = 5;
    private static final int SILENCE_MEAN = 120;
    /** Into a plain array: cheaper than through a buffer, or byte by byte, for every sample of every call. */
    private static final VarHandle SAMPLE =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private final RecordingOrder order;
    private final List<Party> parties;
    private final List<RecordingChannel> channels = new ArrayList<>();
    private final Surroundings surroundings;
    private final short[] piece = new short[PIECE];
    private final long longest;
    private State state = State.NEW;
    private RecordingWriter.Output output;
    private long startNanos;
    private long silentSamples;
    private int framesToCheck;
    private int partiesLeft;
    private volatile RecordingOrder.End end;

    private enum State {
        NEW,
        RECORDING,
        PAUSED,
        ENDED
    }

    /** What a recording needs of its media server. */
    interface Surroundings {
        /** Runs on the loop's thread. */
        void run(LongConsumer request);

        /** Tells the recording's listener. */
        void tell(Consumer<RecordingListener> event);

        /** Nothing more will be recorded. */
        void ended(Recording recording);
    }

    Recording(RecordingOrder order, List<Party> parties, Surroundings surroundings) {
        this.order = order;
        this.parties = List.copyOf(parties);
        this.surroundings = surroundings;
        this.framesToCheck = Math.floorMod(order.id().hashCode(), FRAMES_A_CHECK);
        this.longest = order.maxDuration() == null
                ? Long.MAX_VALUE
                : Math.max(1, order.maxDuration().toMillis() * 8);
        for (int i = 0; i < parties.size(); i++) {
            channels.add(new RecordingChannel(this));
        }
    }

    /** Binds the recording to those of its parties that are still there. */
    void attach(long now) {
        for (int i = 0; i < channels.size(); i++) {
            if (!parties.get(i).released()) {
                parties.get(i).addRecording(channels.get(i));
                partiesLeft++;
            }
        }
        if (partiesLeft == 0) {
            stop(RecordingOrder.End.CONNECTIONS_GONE, now);
        }
    }

    boolean listening() {
        return state == State.RECORDING;
    }

    long position(long now) {
        return (now - startNanos) / 125_000;
    }

    void start(RecordingWriter writer, long now) {
        if (state == State.NEW) {
            state = State.RECORDING;
            startNanos = now;
            for (int i = 0; i < channels.size(); i++) {
                channels.get(i).follow(parties.get(i).lastRecording(), now);
            }
            output = writer.open(order.id(), order.file(), channels.size(), this);
        }
    }

    void pause(long now) {
        if (state == State.RECORDING) {
            cutUpTo(position(now));
            // What a jump of the network placed a little later was said before, but is heard in the pause.
            channels.forEach(channel -> channel.timeline().restart(taken()));
            output.mark("pause");
            state = State.PAUSED;
        }
    }

    void resume(long now) {
        if (state == State.PAUSED) {
            cutUpTo(position(now));
            output.mark("resume");
            silentSamples = 0;
            state = State.RECORDING;
        }
    }

    void stop(RecordingOrder.End reason, long now) {
        if (active()) {
            cutUpTo(position(now));
            close(reason);
        } else if (state == State.NEW) {
            leave();
            surroundings.tell(RecordingListener::ended);
        }
    }

    /** Stops without anyone being told; the next start finds the recording. */
    void abandon(long now) {
        if (active()) {
            cutUpTo(position(now));
            end = RecordingOrder.End.STOPPED;
            leave();
            output.finishUntold(taken());
        } else {
            stop(RecordingOrder.End.STOPPED, now);
        }
    }

    void partyGone() {
        if (--partiesLeft == 0) {
            stop(RecordingOrder.End.CONNECTIONS_GONE, System.nanoTime());
        }
    }

    /** Called every frame; looks ten times a second, at a moment of its own, so that recordings do not come in bursts. */
    boolean tick(long now) {
        if (--framesToCheck <= 0) {
            framesToCheck = FRAMES_A_CHECK;
            check(now);
        }
        return state != State.ENDED;
    }

    /** Hands over what is complete. */
    private void check(long now) {
        while (active() && position(now) - taken() >= nextPiece() + LAG) {
            cut(nextPiece());
            RecordingOrder.End reason = limitReached();
            if (reason != null) {
                close(reason);
            }
        }
    }

    private int nextPiece() {
        return (int) Math.min(PIECE, longest - taken());
    }

    private boolean active() {
        return state == State.RECORDING || state == State.PAUSED;
    }

    private RecordingOrder.End limitReached() {
        if (taken() >= longest) {
            return RecordingOrder.End.MAX_DURATION;
        }
        boolean silent = order.maxSilence() != null
                && state == State.RECORDING
                && silentSamples >= order.maxSilence().toMillis() * 8;
        return silent ? RecordingOrder.End.SILENCE : null;
    }

    private void close(RecordingOrder.End reason) {
        end = reason;
        leave();
        output.finish(taken());
    }

    private void leave() {
        state = State.ENDED;
        for (int i = 0; i < channels.size(); i++) {
            parties.get(i).removeRecording(channels.get(i));
        }
        surroundings.ended(this);
    }

    // Called on the writing thread

    @Override
    public void started(String file) {
        surroundings.tell(listener -> listener.started(file));
    }

    @Override
    public void finished(RecordingResult result) {
        surroundings.tell(listener -> listener.completed(result, end));
        surroundings.tell(RecordingListener::ended);
    }

    @Override
    public void failed(String file, Duration written, long size, Exception cause) {
        surroundings.run(now -> {
            if (active()) {
                leave();
            }
        });
        surroundings.tell(listener -> listener.failed(file, written, size, String.valueOf(cause.getMessage())));
        surroundings.tell(RecordingListener::ended);
    }

    private long taken() {
        return channels.get(0).timeline().taken();
    }

    private void cutUpTo(long position) {
        while (position > taken()) {
            cut((int) Math.min(PIECE, position - taken()));
        }
    }

    private void cut(int count) {
        int channelCount = channels.size();
        byte[] interleaved = new byte[count * channelCount * 2];
        long loudness = 0;
        for (int c = 0; c < channelCount; c++) {
            AudioTimeline said = channels.get(c).timeline();
            if (!said.skipSilence(count)) {
                said.take(piece, count);
                loudness += interleave(count, interleaved, 2 * c, 2 * channelCount);
            }
        }
        silentSamples = loudness / count > SILENCE_MEAN ? 0 : silentSamples + count;
        output.append(ByteBuffer.wrap(interleaved));
    }

    private int interleave(int count, byte[] target, int first, int step) {
        int loudness = 0;
        int at = first;
        for (int i = 0; i < count; i++) {
            short sample = piece[i];
            SAMPLE.set(target, at, sample);
            loudness += Math.abs(sample);
            at += step;
        }
        return loudness;
    }
}
