package io.zongji.web.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.QueueId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventType;
import io.zongji.domain.live.LiveAgent;
import io.zongji.domain.live.LiveDelta;
import io.zongji.domain.live.LiveQueue;
import io.zongji.domain.live.QueueCounters;
import io.zongji.store.journal.Positioned;
import io.zongji.web.SignedInUser;
import io.zongji.web.call.Answer;
import io.zongji.web.call.StateCommand;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said on the line is what its description says, and the other way round. */
class AsyncApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private final JsonNode description = description();

    @Test
    void whatIsToldIsDescribed() throws IOException {
        SignedInUser agent = new SignedInUser("token:1", "CRM", "1001", Set.of("agent"), "");
        CallEvent call = new CallEvent(
                new CallId("c"), 1, CallEventType.DELIVERED, NOW, new LegId("c-1"), Map.of("agent", "1001"));
        fits("hello", EventJson.hello(agent, 7));
        fits("event", EventJson.event(new Positioned(8, call)));
        fits(
                "event",
                EventJson.event(new Positioned(
                        9, new AgentEvent(new AgentId("1001"), AgentState.OFFERED, "", NOW, new CallId("c")))));
        fits("beat", EventJson.beat(9));
        fits("answer", EventJson.subscribed("1", 7));
        fits("answer", EventJson.tooOld("1", 7));
        fits("answer", EventJson.answer("1", new Answer(null, null, false)));
        fits("answer", EventJson.answer("1", new Answer("not signed in", null, false)));
        fits("answer", EventJson.answer("1", new Answer(null, new CallId("c"), false)));
        fits("answer", EventJson.answer("1", new Answer(null, null, true)));
        fits("answer", EventJson.refused("", "badRequest", "This is no JSON"));
        fits("picture", EventJson.picture(delta(), EnumSet.of(Subscription.Topic.STATE, Subscription.Topic.QUEUES)));
    }

    @Test
    void whatIsDescribedIsUnderstood() throws IOException {
        JsonNode wish = JSON.readTree("{\"t\":\"subscribe\",\"id\":\"1\",\"topics\":[\"calls\",\"agents\",\"queues\","
                + "\"state\"],\"from\":7,\"call\":\"c\",\"agent\":\"1001\",\"queue\":\"support\"}");
        fits("subscribe", wish.toString());

        Subscription read = Subscription.read(wish);
        assertThat(read.topics()).containsExactlyInAnyOrder(Subscription.Topic.values());
        assertThat(read.from()).isEqualTo(7);
        for (JsonNode action : schema("state").at("/properties/action/enum")) {
            ObjectNode command = JSON.createObjectNode().put("action", action.asText());
            command.putArray("queues").add("support");
            assertThat(StateCommand.read(command).action().name()).isEqualTo(action.asText());
        }
    }

    @Test
    void everyServiceThatCanBeAskedIsDescribed() {
        List<String> described = JSON.convertValue(
                schema("serve").at("/properties/service/enum"),
                JSON.getTypeFactory().constructCollectionType(List.class, String.class));

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(EnumSet.of(Service.MAKE_CALL, Service.MOVE)).stream()
                                .map(Enum::name)
                                .toList());
    }

    @Test
    void bothDescriptionsNameTheSameServices() throws IOException {
        try (InputStream in = AsyncApiTest.class.getResourceAsStream("/interface/openapi.json")) {
            JsonNode services = JSON.readTree(in)
                    .path("paths")
                    .path("/api/calls/{call}/services")
                    .at("/post/requestBody/content/application~1json/schema/properties/service/enum");
            assertThat(services)
                    .containsExactlyInAnyOrderElementsOf(schema("serve").at("/properties/service/enum"));
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(description.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        description.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    private static LiveDelta delta() {
        return new LiveDelta(
                0,
                1,
                true,
                List.of(),
                List.of(new CallId("c")),
                List.of(new LiveQueue(new QueueId("support"), "Support", List.of(), 1, 2, QueueCounters.NONE)),
                List.of(new LiveAgent(
                        new AgentId("1001"),
                        "1001",
                        "Wang",
                        "8001",
                        AgentState.IDLE,
                        NOW,
                        "",
                        null,
                        false,
                        0,
                        null,
                        "")));
    }

    private void fits(String schema, String message) throws IOException {
        ObjectNode whole = description.deepCopy();
        whole.put("$ref", "#/components/schemas/" + schema);
        JsonSchema compiled = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole);

        assertThat(compiled.validate(JSON.readTree(message))).as(message).isEmpty();
        assertThat(compiled.validate(JSON.createObjectNode().put("t", "nonsense")))
                .as("nonsense as " + schema)
                .isNotEmpty();
    }

    private JsonNode schema(String name) {
        return description.path("components").path("schemas").path(name);
    }

    private static JsonNode description() {
        try (InputStream in = AsyncApiTest.class.getResourceAsStream("/interface/asyncapi.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
