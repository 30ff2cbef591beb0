package io.zongji.domain.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.domain.FlowId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes flow documents, {@code "schema": 1}. What is written reads back equal. Reading is strict: unknown
 * fields, wrong types and unknown node types are all reported at once, each with node and field. A readable flow may still
 * be a draft: {@link FlowValidator} judges it. Thread-safe.
 */
public final class FlowJson {
    /** The version of the document's format that is written. Older ones stay readable. */
    public static final int SCHEMA = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private FlowJson() {}

    /**
     * Reads a document.
     *
     * @throws FlowFormatException with everything that is wrong
     */
    public static Flow read(String json) {
        List<FlowProblem> problems = new ArrayList<>();
        JsonNode document;
        try {
            document = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new FlowFormatException(List.of(
                    FlowProblem.error("notJson", null, null, "the document is no JSON: " + e.getOriginalMessage())));
        }
        Flow flow = read(document, problems);
        if (!problems.isEmpty()) {
            throw new FlowFormatException(problems);
        }
        return flow;
    }

    /** Writes the document, indented. */
    public static String write(Flow flow) {
        ObjectNode document = MAPPER.createObjectNode();
        document.put("schema", SCHEMA);
        document.put("id", flow.id().value());
        document.put("name", flow.name());
        document.put("version", flow.version());
        document.put("maxSteps", flow.maxSteps());
        var nodes = document.putArray("nodes");
        flow.nodes().values().forEach(node -> FlowNodeWriter.write(node, nodes.addObject()));
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    private static Flow read(JsonNode document, List<FlowProblem> problems) {
        JsonFields fields = new JsonFields(document, null, problems);
        int schema = fields.integer("schema", 1, Integer.MAX_VALUE, null);
        if (schema > SCHEMA) {
            problems.add(FlowProblem.error(
                    "schemaUnknown",
                    null,
                    "schema",
                    "version " + schema + " is newer than this installation understands (" + SCHEMA + ")"));
            return null;
        }
        String id = fields.text("id", null);
        String name = fields.text("name", id == null ? "" : id);
        int version = fields.integer("version", 0, Integer.MAX_VALUE, 1);
        int maxSteps = fields.integer("maxSteps", 1, 10_000, Flow.USUAL_MAX_STEPS);
        Map<String, FlowNode> nodes = new LinkedHashMap<>();
        for (JsonNode node : fields.array("nodes")) {
            FlowNode read = FlowNodeReader.read(node, problems);
            if (read != null && nodes.put(read.id(), read) != null) {
                problems.add(FlowProblem.error("nodeTwice", read.id(), "id", "is there twice"));
            }
        }
        fields.refuseOthers();
        FlowId flowId = fields.value("id", id, FlowId::new);
        return problems.isEmpty() ? new Flow(flowId, name, version, maxSteps, nodes) : null;
    }
}
