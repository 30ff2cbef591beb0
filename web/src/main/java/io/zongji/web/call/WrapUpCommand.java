package io.zongji.web.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.WrapUpCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an agent writes of a call.
 *
 * @param codes of wrap-up codes, none twice; may be empty
 * @param note  never null, may be empty
 */
public record WrapUpCommand(CallId call, List<String> codes, String note) {
    private static final int LONGEST_NOTE = 4_000;

    public WrapUpCommand {
        codes = List.copyOf(codes);
    }

    /**
     * Reads {@code codes}, a list, and {@code note}.
     *
     * @throws IllegalArgumentException if that is not what they are; the message begins with the field's name
     */
    public static WrapUpCommand read(String call, JsonNode json) {
        Set<String> codes = new LinkedHashSet<>();
        JsonNode list = json.path("codes");
        if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
            throw new IllegalArgumentException("codes: a list is needed");
        }
        list.forEach(code -> codes.add(code.asText()));
        String note = json.path("note").asText("");
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException(
                    "note: at most " + LONGEST_NOTE + " characters, there are " + note.length());
        }
        return new WrapUpCommand(CallCommand.callId(call), new ArrayList<>(codes), note);
    }

    /**
     * Holds the codes against those that are set up.
     *
     * @param queue the call's; null for a call of no queue
     * @throws IllegalArgumentException if one is not for such a call; the message names it and those that are
     */
    void check(Configuration configuration, QueueId queue) {
        Set<String> known = configuration.wrapUpCodes().stream()
                .filter(code -> code.isFor(queue))
                .map(WrapUpCode::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String code : codes) {
            if (!known.contains(code)) {
                throw new IllegalArgumentException("codes: '" + code + "' is none of " + String.join(", ", known));
            }
        }
    }
}
