package io.zongji.domain.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.zongji.domain.QueueId;
import io.zongji.domain.call.Cause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one node of a flow document. */
final class FlowNodeReader {
    private FlowNodeReader() {}

    /** The node, or null when anything in it is wrong. */
    static FlowNode read(JsonNode json, List<FlowProblem> problems) {
        int before = problems.size();
        String id = json.path("id").asText("");
        JsonFields fields = new JsonFields(json, id.isEmpty() ? "without id" : id, problems);
        if (fields.text("id", null) != null && id.isBlank()) {
            fields.wrong("valueInvalid", "id", "must not be empty");
        }
        String type = fields.text("type", null);
        String label = fields.text("label", "");
        if (type == null) {
            return null;
        }
        FlowNode node = read(type, new Head(id.isBlank() ? "?" : id, label == null ? "" : label), fields);
        if (problems.size() == before || node != null) {
            fields.refuseOthers();
        }
        return problems.size() == before ? node : null;
    }

    private record Head(String id, String label) {}

    private static FlowNode read(String type, Head head, JsonFields fields) {
        return switch (type) {
            case "start" -> new FlowNode.Start(head.id, head.label, fields.optional("next"));
            case "play" ->
                new FlowNode.Play(
                        head.id,
                        head.label,
                        fields.texts("prompts"),
                        fields.bool("bargeIn", true),
                        fields.optional("next"));
            case "menu" -> menu(head, fields);
            case "serviceTime" ->
                new FlowNode.ServiceHours(
                        head.id,
                        head.label,
                        ServiceTimeJson.read(fields),
                        fields.optional("open"),
                        fields.optional("closed"));
            case "toAgent" -> toAgent(head, fields);
            case "voicemail" ->
                new FlowNode.Voicemail(
                        head.id,
                        head.label,
                        fields.texts("prompts"),
                        fields.seconds("maxSeconds", FlowNode.Voicemail.USUAL_MAX_DURATION),
                        fields.seconds("maxSilenceSeconds", FlowNode.Voicemail.USUAL_MAX_SILENCE),
                        fields.optional("next"));
            case "attach" -> attach(head, fields);
            case "hangup" -> hangUp(head, fields);
            case "end" -> new FlowNode.End(head.id, head.label);
            default -> fields.wrong("typeUnknown", "type", "there is no node type \"" + type + "\"");
        };
    }

    private static FlowNode menu(Head head, JsonFields fields) {
        Map<String, String> keys = new LinkedHashMap<>();
        fields.members("keys").forEach((key, target) -> {
            if (target.isTextual() || target.isNull()) {
                keys.put(key, target.textValue());
            } else {
                fields.wrong("notAText", "keys." + key, "must be the id of a node");
            }
        });
        return new FlowNode.Menu(
                head.id,
                head.label,
                fields.texts("prompts"),
                fields.texts("timeoutPrompts"),
                fields.texts("errorPrompts"),
                fields.integer("maxErrors", 0, 99, FlowNode.Menu.USUAL_MAX_ERRORS),
                fields.seconds("timeoutSeconds", FlowNode.Menu.USUAL_TIMEOUT),
                keys);
    }

    private static FlowNode toAgent(Head head, JsonFields fields) {
        QueueId queue = fields.value("queue", fields.text("queue", null), QueueId::new);
        int priority = fields.integer("priority", 0, 99, 0);
        String overflow = fields.optional("overflow");
        return queue == null ? null : new FlowNode.ToAgent(head.id, head.label, queue, priority, overflow);
    }

    private static FlowNode attach(Head head, JsonFields fields) {
        Map<String, String> data = new LinkedHashMap<>();
        fields.members("data").forEach((name, value) -> {
            if (value.isTextual()) {
                data.put(name, value.textValue());
            } else {
                fields.wrong("notAText", "data." + name, "must be a text");
            }
        });
        String next = fields.optional("next");
        try {
            return new FlowNode.Attach(head.id, head.label, data, next);
        } catch (IllegalArgumentException e) {
            return fields.wrong("valueInvalid", "data", e.getMessage());
        }
    }

    private static FlowNode hangUp(Head head, JsonFields fields) {
        String code = fields.text("cause", Cause.NORMAL.code());
        Cause cause = code == null ? null : Cause.fromCode(code).orElse(null);
        if (code != null && cause == null) {
            fields.wrong("valueInvalid", "cause", "there is no cause \"" + code + "\"");
        }
        return cause == null ? null : new FlowNode.HangUp(head.id, head.label, cause);
    }
}
