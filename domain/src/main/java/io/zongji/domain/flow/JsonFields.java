package io.zongji.domain.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads the fields of one JSON object and notes, instead of throwing, what is wrong with each. */
final class JsonFields {
    private final JsonNode object;
    private final String node;
    private final List<FlowProblem> problems;
    private final Set<String> known = new HashSet<>();

    JsonFields(JsonNode object, String node, List<FlowProblem> problems) {
        this.object = object;
        this.node = node;
        this.problems = problems;
        if (!object.isObject()) {
            wrong("notAnObject", null, "must be an object");
        }
    }

    /** A text; the default when absent; noted as missing when there is no default. */
    String text(String field, String usual) {
        JsonNode value = find(field);
        if (value == null) {
            return usual == null ? missing(field) : usual;
        }
        return value.isTextual() ? value.textValue() : wrong("notAText", field, "must be a text");
    }

    /** A text; null when absent or null, which for a link means not drawn yet. */
    String optional(String field) {
        JsonNode value = find(field);
        if (value == null || value.isTextual()) {
            return value == null ? null : value.textValue();
        }
        return wrong("notAText", field, "must be a text");
    }

    boolean bool(String field, boolean usual) {
        JsonNode value = find(field);
        if (value != null && !value.isBoolean()) {
            wrong("notABoolean", field, "must be true or false");
        }
        return value == null ? usual : value.booleanValue();
    }

    /** A whole number in the range; a null default means that it must be there. Gives the least when wrong. */
    int integer(String field, int least, int most, Integer usual) {
        JsonNode value = find(field);
        if (value == null && usual != null) {
            return usual;
        }
        if (value == null) {
            missing(field);
            return least;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            wrong("numberRange", field, "must be a whole number from " + least + " to " + most + ", was " + value);
            return least;
        }
        return value.intValue();
    }

    /** Whole or broken seconds, more than zero and at most an hour. */
    Duration seconds(String field, Duration usual) {
        JsonNode value = find(field);
        if (value == null) {
            return usual;
        }
        if (!value.isNumber() || value.doubleValue() < 0.001 || value.doubleValue() > 3600) {
            wrong("numberRange", field, "must be seconds, more than 0 and at most 3600, was " + value);
            return usual;
        }
        return Duration.ofMillis(Math.round(value.doubleValue() * 1000));
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(field)) {
            if (value.isTextual()) {
                texts.add(value.textValue());
            } else {
                wrong("notAText", field, "must hold texts only, holds " + value);
            }
        }
        return texts;
    }

    /** The members of an array; none when it is absent. */
    Iterable<JsonNode> array(String field) {
        JsonNode value = find(field);
        if (value != null && !value.isArray()) {
            wrong("notAList", field, "must be a list");
        }
        return value != null && value.isArray() ? value : List.of();
    }

    /** The members of an object; none when it is absent. */
    Map<String, JsonNode> members(String field) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        JsonNode value = find(field);
        if (value != null && !value.isObject()) {
            wrong("notAnObject", field, "must be an object");
        } else if (value != null) {
            value.properties().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
        }
        return members;
    }

    /** A text as a value of the domain; null when the text is null or the constructor refuses it, which is noted. */
    <T> T value(String field, String text, Function<String, T> constructor) {
        if (text == null) {
            return null;
        }
        try {
            return constructor.apply(text);
        } catch (RuntimeException e) {
            return wrong("valueInvalid", field, e.getMessage());
        }
    }

    /** Notes every field that nobody asked for: a misspelt field must not be silently ignored. */
    void refuseOthers() {
        object.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                wrong("fieldUnknown", field, "is unknown");
            }
        });
    }

    <T> T wrong(String code, String field, String message) {
        problems.add(FlowProblem.error(code, node, field, message));
        return null;
    }

    private String missing(String field) {
        return wrong("fieldMissing", field, "is missing");
    }

    private JsonNode find(String field) {
        known.add(field);
        JsonNode value = object.get(field);
        return value == null || value.isNull() ? null : value;
    }
}
