package io.zongji.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zongji.domain.QueueId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowJsonTest {
    private static final String DOCUMENT = """
            {"schema": 1, "id": "main", "name": "主流程", "version": 3, "maxSteps": 40, "nodes": [
              {"id": "start", "type": "start", "next": "hours"},
              {"id": "hours", "type": "serviceTime", "label": "Hours", "mode": "custom", "zone": "Asia/Shanghai",
               "week": {"monday": ["09:00-12:00", "13:00-17:00"], "friday": ["22:00-06:00"]},
               "holidays": ["2026-10-01"], "substitutes": {"2026-10-10": "thursday"},
               "open": "greet", "closed": "message"},
              {"id": "greet", "type": "play", "prompts": ["welcome"], "bargeIn": false, "next": "menu"},
              {"id": "menu", "type": "menu", "prompts": ["choose"], "timeoutPrompts": ["late"],
               "errorPrompts": ["wrong"], "maxErrors": 2, "timeoutSeconds": 7.5,
               "keys": {"1": "about", "*": "greet", "#": "bye"}},
              {"id": "about", "type": "attach", "data": {"product": "phone"}, "next": "agent"},
              {"id": "agent", "type": "toAgent", "queue": "sales", "priority": 1, "overflow": "message"},
              {"id": "message", "type": "voicemail", "prompts": ["leave"], "maxSeconds": 60,
               "maxSilenceSeconds": 4, "next": "end"},
              {"id": "bye", "type": "hangup", "cause": "declined"},
              {"id": "end", "type": "end"}
            ]}
            """;

    @Test
    void documentBecomesAFlow() {
        Flow flow = FlowJson.read(DOCUMENT);

        assertThat(flow.name()).isEqualTo("主流程");
        assertThat(flow.version()).isEqualTo(3);
        assertThat(flow.maxSteps()).isEqualTo(40);
        assertThat(flow.nodes()).hasSize(9);
        FlowNode.Menu menu = (FlowNode.Menu) flow.node("menu").orElseThrow();
        assertThat(menu.timeout()).isEqualTo(Duration.ofMillis(7_500));
        assertThat(menu.keys()).containsEntry("*", "greet").containsEntry("#", "bye");
        FlowNode.ServiceHours hours = (FlowNode.ServiceHours) flow.node("hours").orElseThrow();
        assertThat(hours.hours().week()).containsOnlyKeys(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        assertThat(FlowValidator.validate(flow)).isEmpty();
    }

    @Test
    void whatIsWrittenReadsBackEqual() {
        Flow flow = FlowJson.read(DOCUMENT);

        assertThat(FlowJson.read(FlowJson.write(flow))).isEqualTo(flow);
    }

    @Test
    void draftWithOpenLinksReadsBackEqual() {
        Flow draft = FlowJson.read("{\"schema\":1,\"id\":\"d\",\"nodes\":["
                + "{\"id\":\"s\",\"type\":\"start\"},{\"id\":\"h\",\"type\":\"serviceTime\"},"
                + "{\"id\":\"m\",\"type\":\"menu\",\"keys\":{\"1\":null}}]}");

        assertThat(FlowJson.read(FlowJson.write(draft))).isEqualTo(draft);
        assertThat(FlowValidator.publishable(FlowValidator.validate(draft))).isFalse();
    }

    @Test
    void everythingWrongIsReportedAtOnceWithNodeAndField() {
        FlowFormatException thrown = catchThrowableOfType(FlowFormatException.class, () -> FlowJson.read("""
                        {"schema": 1, "id": "x", "nodes": [
                          {"id": "m", "type": "menu", "maxErrors": -1, "timeoutSeconds": "5", "keyss": {}},
                          {"id": "q", "type": "toAgent"},
                          {"id": "t", "type": "teleport"},
                          {"id": "h", "type": "serviceTime", "zone": "Mars/Base", "week": {"someday": ["9-17"]}},
                          {"type": "end"}, {"id": "e", "type": "end"}, {"id": "e", "type": "end"}]}
                        """));

        assertThat(thrown.problems())
                .extracting(problem -> problem.node() + "." + problem.field())
                .containsExactlyInAnyOrder(
                        "m.maxErrors",
                        "m.timeoutSeconds",
                        "m.keyss",
                        "q.queue",
                        "t.type",
                        "h.zone",
                        "h.week.someday",
                        "h.week.someday",
                        "without id.id",
                        "e.id");
        assertThat(thrown).hasMessageContaining("node t field type: there is no node type \"teleport\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "null",
                "{}",
                "{\"schema\":1}",
                "{\"schema\":1,\"id\":\"a b\"}",
                "{\"schema\":1,\"id\":\"a\",\"nodes\":{}}",
                "{\"schema\":1,\"id\":\"a\",\"nodes\":[1]}",
                "{\"schema\":1,\"id\":\"a\",\"id\":\"b\"}",
                "{\"schema\":1,\"id\":\"a\"} x",
                "{\"schema\":1,\"id\":\"a\",\"nodes\":[{\"id\":\"p\",\"type\":\"play\",\"prompts\":[3]}]}",
                "{\"schema\":1,\"id\":\"a\",\"nodes\":[{\"id\":\"p\",\"type\":\"hangup\",\"cause\":\"mood\"}]}"
            })
    void brokenDocumentIsRefusedWithAReason(String json) {
        assertThatThrownBy(() -> FlowJson.read(json))
                .isInstanceOfSatisfying(
                        FlowFormatException.class, e -> assertThat(e.problems()).isNotEmpty());
    }

    @Test
    void documentOfANewerSchemaIsNotGuessedAt() {
        assertThatThrownBy(() -> FlowJson.read("{\"schema\":2,\"id\":\"a\",\"future\":true}"))
                .hasMessageContaining("version 2 is newer");
    }

    @ParameterizedTest
    @CsvSource({"start, the flow has no start node", "end, the flow has no end node"})
    void missingStartOrEndIsNamed(String missing, String message) {
        String document = DOCUMENT.replace("\"type\": \"" + missing + "\"", "\"type\": \"hangup\"")
                .replace("\"hangup\", \"next\": \"hours\"", "\"hangup\"");

        assertThat(FlowValidator.validate(FlowJson.read(document)))
                .filteredOn(problem -> problem.severity() == FlowProblem.Severity.ERROR)
                .extracting(FlowProblem::message)
                .containsExactly(message);
    }

    @Test
    void danglingLinkAndUnknownQueueAreErrorsAndAnUnreachableNodeIsAWarning() {
        Flow flow = FlowJson.read("""
                {"schema": 1, "id": "x", "nodes": [
                  {"id": "s", "type": "start", "next": "q"},
                  {"id": "q", "type": "toAgent", "queue": "gone", "overflow": "missing"},
                  {"id": "p", "type": "play", "prompts": [], "next": "s"},
                  {"id": "m", "type": "menu", "keys": {"12": "e"}},
                  {"id": "e", "type": "end"}]}
                """);

        List<FlowProblem> problems = FlowValidator.validate(flow, queue -> !queue.equals(new QueueId("gone")));

        assertThat(problems)
                .extracting(problem -> problem.code() + " " + problem.node() + "." + problem.field())
                .containsExactlyInAnyOrder(
                        "linkDangling q.overflow",
                        "queueUnknown q.queue",
                        "linkToStart p.next",
                        "promptMissing p.prompts",
                        "keyInvalid m.keys.12",
                        "promptMissing m.prompts",
                        "unreachable p.null",
                        "unreachable m.null",
                        "unreachable e.null");
        assertThat(FlowValidator.publishable(problems)).isFalse();
    }
}
