package io.zongji.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.agent.AgentAction;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.agent.AgentTransition;
import io.zongji.domain.agent.AgentTransitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published table of agent states is the one that the system obeys, in both languages. */
class AgentStatesDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "agent-states.md");

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void publishedTableIsTheOneInForce(String language) throws IOException {
        String begin = "<!-- table " + language + ", kept by AgentStatesDocumentTest -->\n";
        String document = Files.readString(DOCUMENT);
        int from = document.indexOf(begin) + begin.length();

        assertThat(document).contains(begin);
        assertThat(document.substring(from, document.indexOf("<!-- end -->", from)))
                .isEqualTo(new Table(Locale.forLanguageTag(language)).text());
    }

    /** The table in one language: a row for each action, a column for each state, refusals by letters. */
    private static final class Table {
        private final boolean chinese;
        private final Words words;
        private final Map<String, String> refusals = new LinkedHashMap<>();

        Table(Locale language) {
            chinese = "zh".equals(language.getLanguage());
            words = Words.in(language);
        }

        String text() {
            List<String> lines = new ArrayList<>();
            List<AgentState> states = List.of(AgentState.values());
            lines.add(row(
                    chinese ? "动作" : "action", states.stream().map(this::name).toList()));
            lines.add("|" + " --- |".repeat(states.size() + 1));
            for (AgentAction action : AgentAction.values()) {
                lines.add(row(
                        "`" + action + "`" + (action.byPerson() ? "" : " *"),
                        states.stream()
                                .map(state -> cell(AgentTransitions.of(state, action)))
                                .toList()));
            }
            lines.add("");
            refusals.forEach((reason, letter) ->
                    lines.add("- " + letter + ": " + words.get("refusal." + reason.replaceAll("[^A-Za-z]+", "_"))));
            return String.join("\n", lines) + "\n";
        }

        private String name(AgentState state) {
            return words.get("state." + state);
        }

        private String cell(AgentTransition transition) {
            if (transition instanceof AgentTransition.Move move) {
                return "→ " + name(move.state());
            } else if (transition instanceof AgentTransition.Reserve reserve) {
                return (chinese ? "之后 " : "then ") + name(reserve.state());
            } else if (transition instanceof AgentTransition.AsReserved after) {
                return (chinese ? "→ 预约的状态，否则 " : "→ what was reserved, else ") + name(after.usual());
            } else if (transition instanceof AgentTransition.AsSetUp) {
                return chinese ? "→ 按设置" : "→ as set up";
            } else if (transition instanceof AgentTransition.Prolong) {
                return chinese ? "延长" : "longer";
            } else if (transition instanceof AgentTransition.Refuse refuse) {
                return refusals.computeIfAbsent(refuse.reason(), reason -> Character.toString('a' + refusals.size()));
            }
            return "·";
        }

        private static String row(String first, List<String> cells) {
            return "| " + first + " | " + String.join(" | ", cells) + " |";
        }
    }
}
