package io.zongji.domain.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Writes one node as {@link FlowNodeReader} reads it. */
final class FlowNodeWriter {
    private FlowNodeWriter() {}

    static void write(FlowNode node, ObjectNode json) {
        json.put("id", node.id());
        json.put("type", node.type());
        json.put("label", node.label());
        if (node instanceof FlowNode.Start start) {
            json.put("next", start.next());
        } else if (node instanceof FlowNode.Play play) {
            texts(json, "prompts", play.prompts());
            json.put("bargeIn", play.bargeIn());
            json.put("next", play.next());
        } else if (node instanceof FlowNode.Menu menu) {
            menu(menu, json);
        } else if (node instanceof FlowNode.ServiceHours hours) {
            ServiceTimeJson.write(hours.hours(), json);
            json.put("open", hours.open());
            json.put("closed", hours.closed());
        } else if (node instanceof FlowNode.ToAgent toAgent) {
            json.put("queue", toAgent.queue().value());
            json.put("priority", toAgent.priority());
            json.put("overflow", toAgent.overflow());
        } else if (node instanceof FlowNode.Voicemail voicemail) {
            texts(json, "prompts", voicemail.prompts());
            json.put("maxSeconds", seconds(voicemail.maxDuration()));
            json.put("maxSilenceSeconds", seconds(voicemail.maxSilence()));
            json.put("next", voicemail.next());
        } else if (node instanceof FlowNode.Attach attach) {
            ObjectNode data = json.putObject("data");
            attach.data().forEach(data::put);
            json.put("next", attach.next());
        } else if (node instanceof FlowNode.HangUp hangUp) {
            json.put("cause", hangUp.cause().code());
        }
    }

    private static void menu(FlowNode.Menu menu, ObjectNode json) {
        texts(json, "prompts", menu.prompts());
        texts(json, "timeoutPrompts", menu.timeoutPrompts());
        texts(json, "errorPrompts", menu.errorPrompts());
        json.put("maxErrors", menu.maxErrors());
        json.put("timeoutSeconds", seconds(menu.timeout()));
        ObjectNode keys = json.putObject("keys");
        menu.keys().forEach(keys::put);
    }

    private static void texts(ObjectNode json, String field, List<String> values) {
        var array = json.putArray(field);
        values.forEach(array::add);
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros();
    }
}
