package io.zongji.web.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.routing.RoutingTrace;
import io.zongji.store.entity.CallRow;
import io.zongji.store.entity.LegRow;
import io.zongji.store.entity.RecordingLedgerRow;
import io.zongji.store.entity.RecordingProblemRow;
import io.zongji.store.entity.RecordingRow;
import io.zongji.store.entity.VoicemailRow;
import io.zongji.web.Visitor;
import io.zongji.web.Words;
import io.zongji.web.records.CallRecords;
import io.zongji.web.records.EventRow;
import io.zongji.web.records.Permission;
import io.zongji.web.records.RoutingStep;
import io.zongji.web.records.WrapUpNote;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One call: what happened when, and what was said. */
@Named("call")
@RequestScoped
public class CallPage {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    private CallRecords records;

    @Inject
    private Visitor visitor;

    @Inject
    private Shown shown;

    private String id;
    private CallRow row;
    private List<LegRow> legs = List.of();
    private List<EventRow> events = List.of();
    private Map<String, String> supervisors = Map.of();
    private List<RecordingRow> recordings = List.of();
    private RecordingLedgerRow ledger;
    private List<RecordingProblemRow> problems = List.of();
    private List<VoicemailRow> voicemails = List.of();
    private List<WrapUpNote> wrapUps = List.of();

    /** Called when the address has been read; a call that is not there and one that is none of the visitor's business look the same. */
    public void open() throws IOException {
        row = records.call(id == null ? "" : id)
                .filter(call -> Permission.toSee(visitor.getUser(), call))
                .orElse(null);
        if (row == null) {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            faces.responseComplete();
            return;
        }
        legs = records.legs(id);
        events = records.events(id);
        supervisors = supervisorsByLeg(events);
        recordings = records.recordings(id);
        ledger = records.ledger(id).orElse(null);
        problems = records.problems(id).stream()
                .filter(problem -> problem.getRecordingId() != null && problem.getResolvedAt() == null)
                .toList();
        wrapUps = records.wrapUps(id);
        voicemails = Permission.toHearMessages(visitor.getUser()) ? records.voicemails(id) : List.of();
    }

    public boolean isMayDownload() {
        return Permission.toDownload(visitor.getUser());
    }

    /** What agents wrote of the call. */
    public List<WrapUpNote> getWrapUps() {
        return wrapUps;
    }

    public CallRow getRow() {
        return row;
    }

    /** Whether there is something to hear. */
    public boolean isRecorded() {
        return recordings.stream().anyMatch(RecordingRow::isPlayable);
    }

    /** Whether the files were deleted because their time was over. */
    public boolean isExpired() {
        return recordings.stream().anyMatch(recording -> "deleted".equals(recording.getPlace()));
    }

    /** Files that are gone or were changed, and nobody has dealt with it. */
    public List<RecordingProblemRow> getProblems() {
        return problems;
    }

    /** Whether the visitor may have the files checked. */
    public boolean isMayCheck() {
        return Permission.toHearMessages(visitor.getUser());
    }

    /** The books of the recording; null while it goes on, and when nobody talked. */
    public RecordingLedgerRow getLedger() {
        return ledger;
    }

    public List<VoicemailRow> getVoicemails() {
        return voicemails;
    }

    /** How the audio of each party travelled; those without media are left out. */
    public List<VoiceQuality> getVoices() {
        Words words = visitor.words();
        return legs.stream()
                .filter(leg -> leg.getPacketsReceived() != null)
                .map(leg -> new VoiceQuality(nameOf(leg, words), leg))
                .toList();
    }

    /** How the agents, and others who were called, spent their time; empty for calls of earlier versions. */
    public List<PartyTimes> getTimes() {
        Words words = visitor.words();
        return legs.stream()
                .filter(leg -> leg.getTalkMs() != null)
                .filter(leg -> leg.getAgentId() != null || !CallEventData.ROLE_CALLER.equals(leg.getRole()))
                .map(leg -> new PartyTimes(nameOf(leg, words), leg))
                .toList();
    }

    /** What queues decided, for those who look after calls. */
    public List<RoutingStep> getRouting() {
        return visitor.getUser().watches() ? RoutingStep.of(events) : List.of();
    }

    /** Why a queue decided so, in the visitor's language. */
    public String why(RoutingStep step) {
        Words words = visitor.words();
        String cause = step.value(CallEventData.CAUSE);
        if (cause != null) {
            return words.has("cause." + cause) ? words.get("cause." + cause) : cause;
        }
        RoutingTrace.Chosen chosen = step.trace() == null ? null : step.trace().chosen();
        if (chosen != null) {
            return words.get(
                    "routing.by." + chosen.strategy(), shown.clock(chosen.idleSince()), chosen.memberPriority());
        }
        return "QUEUED".equals(step.decision())
                ? words.get("routing.nobody", Objects.toString(step.value(CallEventData.POSITION), ""))
                : "";
    }

    /** Why somebody was not chosen, in the visitor's language. */
    public String passedFor(RoutingTrace.Passed passed) {
        Words words = visitor.words();
        String own = "routing.passed." + passed.reason();
        return words.has(own) ? words.get(own) : words.get("state." + passed.reason());
    }

    /** How many were not chosen without being named. */
    public String others(RoutingStep step) {
        return visitor.words().get("routing.others", step.trace().others());
    }

    private String nameOf(LegRow leg, Words words) {
        String agent = whoIsAt(leg.getId(), leg.getAgentId());
        return agent.isEmpty() ? words.get("role." + leg.getRole()) : agent;
    }

    /** A supervisor may take part at somebody else's phone. */
    private String whoIsAt(String leg, String agent) {
        String supervisor = leg == null ? null : supervisors.get(leg);
        return supervisor == null ? shown.agent(agent) : supervisor;
    }

    private static Map<String, String> supervisorsByLeg(List<EventRow> events) {
        Map<String, String> names = new HashMap<>();
        for (EventRow event : events) {
            String name = detail(event).path(CallEventData.SUPERVISOR_NAME).asText("");
            if (event.leg() != null && !name.isEmpty()) {
                names.putIfAbsent(event.leg(), name);
            }
        }
        return names;
    }

    private static JsonNode detail(EventRow event) {
        try {
            return JSON.readTree(event.detail());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance(); // shown without its details
        }
    }

    /** In milliseconds, to the present moment while the call is in progress. */
    public long getTotalMs() {
        Instant end = row.getEndedAt() == null ? Instant.now() : row.getEndedAt();
        return end.toEpochMilli() - row.getStartedAt().toEpochMilli();
    }

    /** What the timeline is drawn from. */
    public String getPicture() {
        ObjectNode picture = JsonNodeFactory.instance.objectNode();
        moment(picture, "started", row.getStartedAt());
        moment(picture, "ended", row.getEndedAt());
        ArrayNode lanes = picture.putArray("legs");
        for (LegRow leg : legs) {
            ObjectNode lane = lanes.addObject()
                    .put("id", leg.getId())
                    .put("role", leg.getRole())
                    .put("party", leg.getParty())
                    .put("agent", whoIsAt(leg.getId(), leg.getAgentId()))
                    .put("cause", leg.getCause());
            moment(lane, "started", leg.getStartedAt());
            moment(lane, "answered", leg.getAnsweredAt());
            moment(lane, "ended", leg.getEndedAt());
        }
        ArrayNode marks = picture.putArray("events");
        events.forEach(event -> marks.add(mark(event)));
        ArrayNode tapes = picture.putArray("recordings");
        recordings.stream()
                .filter(RecordingRow::isPlayable)
                .forEach(tape -> moment(
                        tapes.addObject().put("durationMs", tape.getDurationMs()), "started", tape.getAudioFrom()));
        picture.set("ledger", ledger == null ? NullNode.instance : parse(ledger.getEntries()));
        return Json.inPage(picture);
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not the JSON that was written", e);
        }
    }

    private ObjectNode mark(EventRow event) {
        ObjectNode mark = JsonNodeFactory.instance
                .objectNode()
                .put("type", event.type())
                .put("leg", event.leg())
                .put("time", shown.time(event.at()).replaceFirst("^\\S+ ", ""));
        moment(mark, "at", event.at());
        JsonNode detail = detail(event);
        String agent = detail.path("agent").asText(null);
        mark.put("agent", agent == null ? "" : whoIsAt(event.leg(), agent));
        mark.put("queue", shown.queue(detail.path("queue").asText(null)));
        for (String name : List.of(
                "label", "node", "digits", "cause", "position", "party", "role", "mode", "extension", "moves")) {
            mark.put(name, detail.path(name).asText(null));
        }
        if (detail.isMissingNode()) {
            mark.put("unreadable", true);
        }
        return mark;
    }

    private static void moment(ObjectNode node, String name, Instant at) {
        if (at != null) {
            node.put(name, at.toEpochMilli());
        }
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
