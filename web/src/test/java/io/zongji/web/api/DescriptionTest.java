package io.zongji.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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
