package io.zongji.web.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.zongji.domain.CallId;
import io.zongji.domain.conversation.Keys;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.conversation.SupervisorMode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One wish, as it came.
 *
 * @param target the extension to ring, or the keys to press; empty where there is none
 * @param mode   how a supervisor joins; null for other services
 * @param device the supervisor's phone; empty for the own one
 */
public record CallCommand(CallId call, Service service, String target, SupervisorMode mode, String device) {

    private static final Set<Service> NEED_TARGET =
            EnumSet.of(Service.CONSULT, Service.SINGLE_STEP_TRANSFER, Service.DEFLECT_CALL);

    /** As people write it: {@code 0755 1234-5678}. */
    private static final Pattern WRITTEN_NUMBER = Pattern.compile("\\+?[0-9 ()-]+");

    private static final int LONGEST = 64;

    /** Reads {@code service}, {@code target} or {@code digits}, {@code mode} and {@code device}. */
    public static CallCommand read(String call, JsonNode json) {
        Service service = choose("service", Service.class, json.path("service").asText());
        SupervisorMode mode = service == Service.JOIN
                ? choose("mode", SupervisorMode.class, json.path("mode").asText())
                : null;
        if (service == Service.MAKE_CALL) {
            throw new IllegalArgumentException("service: a call that is up makes no call; ask for a new one");
        } else if (service == Service.MOVE) {
            throw new IllegalArgumentException("service: a call follows its agent; ask for CHOOSE_DEVICE");
        }
        String target = service == Service.SEND_DIGITS
                ? Keys.check("digits", json.path("digits").asText())
                : target(json);
        if (target.isEmpty() && NEED_TARGET.contains(service)) {
            throw new IllegalArgumentException("target: say which extension to ring");
        }
        return new CallCommand(
                callId(call),
                service,
                target,
                mode,
                brief("device", json.path("device").asText().strip()));
    }

    /**
     * Reads {@code target}: whom to ring or to call.
     *
     * @return empty when it is not there
     */
    public static String target(JsonNode json) {
        return number(json, "target");
    }

    /** Reads a number as people write it; empty when it is not there. */
    static String number(JsonNode json, String field) {
        String number = json.path(field).asText("").strip();
        return brief(field, WRITTEN_NUMBER.matcher(number).matches() ? number.replaceAll("[ ()-]", "") : number);
    }

    /** As it is, unless it is longer than any number or name can be. */
    private static String brief(String field, String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(field + ": at most " + LONGEST + " characters");
        }
        return text;
    }

    /**
     * Reads an object of texts; what is null is as what is empty.
     *
     * @return names and texts in their order
     * @throws IllegalArgumentException when it is none
     */
    public static Map<String, String> texts(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("The data are no object of texts");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        json.properties().forEach(field -> {
            if (field.getValue().isContainerNode()) {
                throw new IllegalArgumentException(field.getKey() + ": this is no text");
            }
            texts.put(
                    field.getKey(),
                    field.getValue().isNull() ? "" : field.getValue().asText());
        });
        return texts;
    }

    /**
     * Reads the id of a call.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static CallId callId(String call) {
        try {
            return new CallId(call);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("call: '" + call + "' is not the id of a call", e);
        }
    }

    private static <T extends Enum<T>> T choose(String field, Class<T> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        field + ": '" + text + "' is none of " + Arrays.toString(type.getEnumConstants())));
    }
}
