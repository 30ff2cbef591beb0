package io.zongji.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zongji.web.Words;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The body of every answer that is not what was asked for.
 *
 * @param status  of HTTP
 * @param code    what is wrong as one word that does not change, for programs
 * @param problem the same for people, in English
 * @param field   the field of the request that is wrong; null when it is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(int status, String code, String problem, String field) {
    private static final Map<Integer, String> CODES = Map.of(
            400, "badRequest",
            401, "signIn",
            403, "notPermitted",
            404, "notFound",
            405, "badMethod",
            406, "badType",
            409, "conflict",
            415, "badType",
            500, "failed");

    /** A problem whose code follows from the status. A message {@code name: what} is about the field of that name. */
    static Problem of(int status, String message) {
        String text = String.valueOf(message);
        int colon = text.indexOf(": ");
        boolean aboutField =
                status == 400 && colon > 0 && text.substring(0, colon).matches("[a-zA-Z]+");
        return new Problem(
                status,
                CODES.getOrDefault(status, status < 500 ? "refused" : "failed"),
                text,
                aboutField ? text.substring(0, colon) : null);
    }

    /** A refusal of the call centre's by its code. */
    static Problem refusal(int status, String code) {
        return new Problem(status, word(code), sentence(code), null);
    }

    /** {@code a call is on} as {@code aCallIsOn}: some refusals come in words. */
    public static String word(String code) {
        return Pattern.compile("[^A-Za-z]+([A-Za-z])").matcher(code).replaceAll(next -> next.group(1)
                .toUpperCase(Locale.ROOT));
    }

    /** The code in English words; the code itself when it is a sentence already. */
    public static String sentence(String code) {
        Words words = Words.in(Locale.ENGLISH);
        String key = "refusal." + code.replaceAll("[^A-Za-z]+", "_");
        return words.has(key) ? words.get(key) : code;
    }

    Response.ResponseBuilder response() {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(this);
    }
}
