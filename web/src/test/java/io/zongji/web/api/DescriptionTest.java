package io.zongji.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.CallStage;
import io.zongji.domain.call.ConnectionState;
import io.zongji.domain.call.Direction;
import io.zongji.domain.phone.StandingLegs;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescriptionTest {

    static Stream<Method> everythingThatCanBeAsked() {
        return new ApiApplication()
                .getClasses().stream()
                        .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                        .filter(method -> verb(method).isPresent());
    }

    @ParameterizedTest
    @MethodSource("everythingThatCanBeAsked")
    void isDescribedWithItsAnswers(Method method) throws IOException {
        JsonNode operation =
                description().path("paths").path(path(method)).path(verb(method).orElseThrow());

        assertThat(operation.path("summary").asText())
                .as("summary of " + path(method))
                .isNotBlank();
        assertThat(operation.path("responses").fieldNames())
                .toIterable()
                .as("answers of " + path(method))
                .anyMatch(status -> status.startsWith("2"));
        if (method.getDeclaringClass() != DescriptionResource.class) {
            assertThat(operation.path("responses").has("401")).isTrue();
        }
        if (Arrays.asList(method.getParameterTypes()).contains(String.class)
                && operation.path("requestBody").isMissingNode()) {
            assertThat(operation.path("parameters"))
                    .as("parameters of " + path(method))
                    .isNotEmpty();
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonNode whole = description();

        whole.findValuesAsText("$ref").forEach(reference -> assertThat(
                        whole.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void whatHasFewValuesNamesThem() throws IOException {
        JsonNode schemas = description().at("/components/schemas");

        assertThat(values(schemas, "CallView", "stage")).containsExactly(names(CallStage.values()));
        assertThat(values(schemas, "CallView", "direction")).containsExactly(names(Direction.values()));
        assertThat(values(schemas, "LegView", "state")).containsExactly(names(ConnectionState.values()));
        assertThat(values(schemas, "AgentView", "state")).containsExactly(names(AgentState.values()));
        assertThat(values(schemas, "StandingLeg", "stage")).containsExactly(names(StandingLegs.Stage.values()));
    }

    @Test
    void nothingIsAnObjectOfWhichNothingIsKnown() throws IOException {
        JsonNode schemas = description().at("/components/schemas");

        schemas.properties().forEach(schema -> schema.getValue()
                .path("properties")
                .properties()
                .forEach(property -> assertThat(property.getValue())
                        .as(schema.getKey() + "." + property.getKey())
                        .isNotEqualTo(JsonNodeFactory.instance.objectNode().put("type", "object"))));
    }

    /** Whoever tries the interface begins with the example, and sends it as it is. */
    @Test
    void everyBodyHasAnExampleThatCanBeSent() throws IOException {
        List<JsonNode> bodies = description().findValues("requestBody");

        assertThat(bodies).isNotEmpty().allSatisfy(body -> {
            JsonNode content = body.at("/content/application~1json");
            JsonNode schema = content.path("schema");
            JsonNode example = content.path("example");
            assertThat(example.isObject()).as("example of " + content).isTrue();
            schema.path("required").forEach(needed -> assertThat(example.has(needed.asText()))
                    .as(needed + " of " + example)
                    .isTrue());
            example.properties().forEach(given -> {
                JsonNode property = schema.path("properties").path(given.getKey());
                assertThat(property.isMissingNode() && !schema.has("additionalProperties"))
                        .as(given + " of " + schema)
                        .isFalse();
                if (property.has("enum")) {
                    assertThat(property.path("enum")).contains(given.getValue());
                }
            });
        });
    }

    private static List<String> values(JsonNode schemas, String schema, String property) {
        JsonNode described = schemas.path(schema).path("properties").path(property);
        JsonNode type = described.has("$ref")
                ? schemas.path(described.path("$ref").asText().replaceAll(".*/", ""))
                : described;
        assertThat(type.path("type").asText()).isEqualTo("string");
        return StreamSupport.stream(type.path("enum").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }

    private static JsonNode description() throws IOException {
        try (InputStream in = DescriptionTest.class.getResourceAsStream("/interface/openapi.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> verb.value().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private static String path(Method method) {
        Path own = method.getAnnotation(Path.class);
        String whole = "/api/"
                + method.getDeclaringClass().getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
        return whole.replaceAll("/+", "/").replaceAll("/$", "");
    }
}
