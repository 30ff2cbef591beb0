package io.zongji.web.setup;

import io.zongji.store.entity.AgentRow;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds agents by what people know of them: a part of number, name, nickname, e-mail, mobile or extension, in whatever case.
 * Spaces and hyphens of a telephone number do not count.
 */
record AgentSearch(String text) {

    AgentSearch {
        text = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    boolean finds(AgentRow agent) {
        String digits = digits(text);
        return Stream.of(
                                agent.getJobNumber(),
                                agent.getName(),
                                agent.getNickname(),
                                agent.getEmail(),
                                agent.getMobile(),
                                agent.getExtension())
                        .anyMatch(field -> field.toLowerCase(Locale.ROOT).contains(text))
                || Identifiers.telephone(text) && digits(agent.getMobile()).contains(digits);
    }

    private static String digits(String number) {
        return number.replaceAll("[ ()-]", "");
    }
}
