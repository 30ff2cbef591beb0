package io.zongji.web.api;

import io.zongji.web.call.Answer;
import io.zongji.web.call.CallServices;
import jakarta.ws.rs.core.Response;

/** Answers to commands in HTTP's words: 204 when done, 403 without the right to it, 409 when it cannot be done now. */
final class Responses {
    private Responses() {}

    static Response of(Answer answer) {
        if (answer.done()) {
            return Response.noContent().build();
        }
        int status = answer.refusal().equals(CallServices.NOT_PERMITTED) ? 403 : 409;
        return Problem.refusal(status, answer.refusal()).response().build();
    }
}
