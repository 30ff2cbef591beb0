package io.zongji.store.journal;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventType;
import io.zongji.domain.journal.JournalEntry;
import io.zongji.domain.journal.NextStateEvent;
import io.zongji.domain.journal.StandingLegEvent;
import io.zongji.domain.journal.WrapUpEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Entries as bytes in the write-ahead log: a byte for the kind, then the fields in a fixed order. Enum values are written by name, so
 * that a log of an earlier version is read right. A later kind gets a new number; the numbers below never change their meaning.
 */
final class EntryCodec {

    private static final int CALL_EVENT = 1;
    private static final int AGENT_EVENT = 2;
    private static final int WRAP_UP_EVENT = 3;
    private static final int STANDING_LEG_EVENT = 4;
    private static final int NEXT_STATE_EVENT = 5;

    private EntryCodec() {}

    static byte[] encode(JournalEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            if (entry instanceof CallEvent event) {
                out.writeByte(CALL_EVENT);
                write(event, out);
            } else if (entry instanceof AgentEvent event) {
                out.writeByte(AGENT_EVENT);
                write(event, out);
            } else if (entry instanceof WrapUpEvent event) {
                out.writeByte(WRAP_UP_EVENT);
                write(event, out);
            } else if (entry instanceof StandingLegEvent event) {
                out.writeByte(STANDING_LEG_EVENT);
                write(event, out);
            } else if (entry instanceof NextStateEvent event) {
                out.writeByte(NEXT_STATE_EVENT);
                write(event, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Entry cannot be encoded: " + entry, e);
        }
        return bytes.toByteArray();
    }

    static JournalEntry decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int kind = in.readByte();
            return switch (kind) {
                case CALL_EVENT -> readCallEvent(in);
                case AGENT_EVENT -> readAgentEvent(in);
                case WRAP_UP_EVENT -> readWrapUpEvent(in);
                case STANDING_LEG_EVENT -> readStandingLegEvent(in);
                case NEXT_STATE_EVENT -> readNextStateEvent(in);
                default -> throw new IOException("Unknown kind of journal entry: " + kind);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(CallEvent event, DataOutputStream out) throws IOException {
        out.writeUTF(event.call().value());
        out.writeInt(event.sequence());
        out.writeUTF(event.type().name());
        writeTime(event.at(), out);
        out.writeUTF(event.leg() == null ? "" : event.leg().value());
        out.writeShort(event.data().size());
        for (Map.Entry<String, String> detail : event.data().entrySet()) {
            out.writeUTF(detail.getKey());
            writeText(detail.getValue(), out);
        }
    }

    private static CallEvent readCallEvent(DataInputStream in) throws IOException {
        CallId call = new CallId(in.readUTF());
        int sequence = in.readInt();
        CallEventType type = CallEventType.valueOf(in.readUTF());
        Instant at = readTime(in);
        String leg = in.readUTF();
        int details = in.readUnsignedShort();
        Map<String, String> data = new HashMap<>();
        for (int i = 0; i < details; i++) {
            data.put(in.readUTF(), readText(in));
        }
        return new CallEvent(call, sequence, type, at, leg.isEmpty() ? null : new LegId(leg), data);
    }

    private static void write(AgentEvent event, DataOutputStream out) throws IOException {
        out.writeUTF(event.agent().value());
        out.writeUTF(event.state().name());
        writeText(event.reason(), out);
        writeTime(event.at(), out);
        out.writeUTF(event.call() == null ? "" : event.call().value());
    }

    private static AgentEvent readAgentEvent(DataInputStream in) throws IOException {
        AgentId agent = new AgentId(in.readUTF());
        AgentState state = AgentState.valueOf(in.readUTF());
        String reason = readText(in);
        Instant at = readTime(in);
        String call = in.readUTF();
        return new AgentEvent(agent, state, reason, at, call.isEmpty() ? null : new CallId(call));
    }

    private static void write(NextStateEvent event, DataOutputStream out) throws IOException {
        out.writeUTF(event.agent().value());
        out.writeUTF(event.next() == null ? "" : event.next().name());
        writeText(event.reason(), out);
        writeTime(event.at(), out);
    }

    private static NextStateEvent readNextStateEvent(DataInputStream in) throws IOException {
        AgentId agent = new AgentId(in.readUTF());
        String next = in.readUTF();
        String reason = readText(in);
        return new NextStateEvent(agent, next.isEmpty() ? null : AgentState.valueOf(next), reason, readTime(in));
    }

    private static void write(WrapUpEvent event, DataOutputStream out) throws IOException {
        out.writeUTF(event.call().value());
        out.writeUTF(event.agent().value());
        out.writeShort(event.codes().size());
        for (String code : event.codes()) {
            out.writeUTF(code);
        }
        writeText(event.note(), out);
        writeTime(event.at(), out);
    }

    private static WrapUpEvent readWrapUpEvent(DataInputStream in) throws IOException {
        CallId call = new CallId(in.readUTF());
        AgentId agent = new AgentId(in.readUTF());
        int count = in.readUnsignedShort();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            codes.add(in.readUTF());
        }
        String note = readText(in);
        return new WrapUpEvent(call, agent, codes, note, readTime(in));
    }

    private static void write(StandingLegEvent event, DataOutputStream out) throws IOException {
        out.writeUTF(event.leg().value());
        out.writeUTF(event.agent().value());
        out.writeUTF(event.trunk() == null ? "" : event.trunk());
        writeTime(event.began(), out);
        writeOptionalTime(event.answered(), out);
        writeOptionalTime(event.ended(), out);
        out.writeUTF(event.cause() == null ? "" : event.cause());
    }

    private static StandingLegEvent readStandingLegEvent(DataInputStream in) throws IOException {
        LegId leg = new LegId(in.readUTF());
        AgentId agent = new AgentId(in.readUTF());
        String trunk = in.readUTF();
        Instant began = readTime(in);
        Instant answered = readOptionalTime(in);
        Instant ended = readOptionalTime(in);
        String cause = in.readUTF();
        return new StandingLegEvent(
                leg, agent, trunk.isEmpty() ? null : trunk, began, answered, ended, cause.isEmpty() ? null : cause);
    }

    private static void writeOptionalTime(Instant at, DataOutputStream out) throws IOException {
        out.writeBoolean(at != null);
        if (at != null) {
            writeTime(at, out);
        }
    }

    private static Instant readOptionalTime(DataInputStream in) throws IOException {
        return in.readBoolean() ? readTime(in) : null;
    }

    private static void writeTime(Instant at, DataOutputStream out) throws IOException {
        out.writeLong(at.getEpochSecond());
        out.writeInt(at.getNano());
    }

    private static Instant readTime(DataInputStream in) throws IOException {
        long seconds = in.readLong();
        return Instant.ofEpochSecond(seconds, in.readInt());
    }

    /** Any length, unlike {@link DataOutputStream#writeUTF}. */
    private static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
