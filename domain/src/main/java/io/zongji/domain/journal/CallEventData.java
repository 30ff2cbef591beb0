package io.zongji.domain.journal;

/** The names of the details that a {@link CallEvent} carries. Journals on disk hold them, so they never change. */
public final class CallEventData {
    /** {@code inbound}, {@code outbound} or {@code internal}. */
    public static final String DIRECTION = "direction";
    /** The caller's number as shown to agents. */
    public static final String CALLER = "caller";
    /** The number that the caller dialled. */
    public static final String DIALLED = "dialled";
    /** The name of the trunk. */
    public static final String TRUNK = "trunk";
    /** The name of the gateway behind the trunk. */
    public static final String GATEWAY = "gateway";
    /** The SIP Call-ID of the leg. */
    public static final String SIP_CALL_ID = "sipCallId";
    /** What the leg is to the call: {@code caller}, {@code agent}, {@code colleague} or {@code supervisor}. */
    public static final String ROLE = "role";
    /** The number or SIP URI of the leg's party. */
    public static final String PARTY = "party";

    public static final String FLOW = "flow";
    public static final String FLOW_VERSION = "flowVersion";
    public static final String NODE = "node";
    public static final String NODE_TYPE = "nodeType";
    public static final String LABEL = "label";
    public static final String DIGITS = "digits";
    public static final String QUEUE = "queue";
    public static final String TASK = "task";
    /** How the queue chose the agent; see {@code RoutingTrace}, as for the next four. */
    public static final String STRATEGY = "strategy";

    public static final String MEMBER_PRIORITY = "memberPriority";
    /** ISO 8601. */
    public static final String IDLE_SINCE = "idleSince";
    /** Who was not chosen and why: {@code 1002=TALKING 1003=REST}. */
    public static final String PASSED = "passed";
    /** How many more serve the queue. */
    public static final String PASSED_OTHERS = "passedOthers";
    /** The place in the queue, counted from 1. */
    public static final String POSITION = "position";

    public static final String PRIORITY = "priority";
    public static final String AGENT = "agent";
    public static final String EXTENSION = "extension";
    /** Of a supervisor's leg: the name of who asked to take part. The phone may be somebody else's. */
    public static final String SUPERVISOR_NAME = "supervisorName";
    /** {@code true}: the ringing phone answers when it is asked to; absent otherwise. */
    public static final String ANSWERABLE = "answerable";
    /** The leg whose party goes on at this one, if its phone is answered. */
    public static final String MOVES = "moves";
    /** A sentence that says why, for people. */
    public static final String REASON = "reason";
    /** How a supervisor takes part: {@code LISTEN}, {@code WHISPER} or {@code BARGE_IN}. */
    public static final String MODE = "mode";
    /** The code of a {@code Cause}. */
    public static final String CAUSE = "cause";
    /** The SIP status behind a cause. */
    public static final String SIP_STATUS = "sipStatus";
    /** Who ended it: {@code caller}, {@code agent} or {@code system}. */
    public static final String RELEASED_BY = "releasedBy";

    public static final String PROMPT = "prompt";
    public static final String RECORDING = "recording";
    /** Whose voice is on which channel of a recording, see {@code Channel}: {@code leg1:caller,leg2:agent}. */
    public static final String CHANNELS = "channels";
    /** When the first sample was said, ISO 8601; the journal hears of it a little later, when the disk has the file. */
    public static final String AUDIO_FROM = "audioFrom";
    /** A path below the recordings folder. */
    public static final String FILE = "file";
    /** Whole milliseconds. */
    public static final String DURATION_MS = "durationMs";
    /** Bytes. */
    public static final String SIZE = "size";
    /** Lower-case hex. */
    public static final String SHA256 = "sha256";

    /** How a leg's audio travelled, at its end; see {@code LegQuality}. */
    public static final String PACKETS_RECEIVED = "packetsReceived";

    public static final String PACKETS_LOST = "packetsLost";
    public static final String PACKETS_SENT = "packetsSent";
    public static final String PACKETS_LOST_FAR = "packetsLostFar";
    /** Milliseconds with decimals. */
    public static final String JITTER_MS = "jitterMs";
    /** Milliseconds with decimals. */
    public static final String ROUND_TRIP_MS = "roundTripMs";
    /** Mean opinion score. */
    public static final String OPINION_SCORE = "mos";

    /** Value of {@link #ROLE} and {@link #RELEASED_BY}. */
    public static final String ROLE_CALLER = "caller";
    /** Value of {@link #ROLE} and {@link #RELEASED_BY}. */
    public static final String ROLE_AGENT = "agent";
    /** Value of {@link #ROLE}: who is consulted, and stays in a conference. */
    public static final String ROLE_COLLEAGUE = "colleague";
    /** Value of {@link #ROLE}. */
    public static final String ROLE_SUPERVISOR = "supervisor";
    /** Value of {@link #MODE}: heard by all. */
    public static final String MODE_BARGE_IN = "BARGE_IN";
    /** Value of {@link #RELEASED_BY}. */
    public static final String SYSTEM = "system";

    private CallEventData() {}
}
