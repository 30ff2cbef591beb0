package io.zongji.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zongji.web.call.CallCommand;
import jakarta.ws.rs.BadRequestException;
import java.util.Map;
import java.util.function.Function;

/** The body of a request, and what is wrong with it. */
final class JsonBody {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonBody() {}

    /** The body as an object of texts; what is null is as what is empty. */
    static Map<String, String> texts(String body) {
        return read(body, CallCommand::texts);
    }

    /** What the reader makes of the body; what it does not accept becomes a status of 400. */
    static <T> T read(String body, Function<JsonNode, T> reader) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json == null || !json.isObject()) {
                throw new BadRequestException("The body is no JSON object");
            }
            return reader.apply(json);
        } catch (JsonProcessingException e) {
            throw new BadRequestException("The body is no JSON", e);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }
}
