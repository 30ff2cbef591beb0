package io.zongji.web.records;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What an agent wrote of a call.
 *
 * @param agent the agent's id
 * @param codes of wrap-up codes; may be empty, and may name one that is not set up any more
 * @param note  may be empty
 */
public record WrapUpNote(String agent, List<String> codes, String note, Instant at) {

    static WrapUpNote of(Object[] row) {
        List<String> codes = Arrays.stream(((String) row[1]).split(","))
                .filter(code -> !code.isEmpty())
                .toList();
        return new WrapUpNote((String) row[0], codes, (String) row[2], EventRow.instant(row[3]));
    }

    // Pages read properties, which records do not have.

    public String getAgent() {
        return agent;
    }

    public List<String> getCodes() {
        return codes;
    }

    public String getNote() {
        return note;
    }

    public Instant getAt() {
        return at;
    }
}
