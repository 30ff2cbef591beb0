package io.zongji.web.api;

import io.zongji.web.call.AgentServices;
import io.zongji.web.call.Answer;
import io.zongji.web.call.CallServices;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Answers to commands in HTTP's words: 201 with the new call, 202 when somebody has to allow it, 204 when done,
 * 403 without the right to it, 409 when it cannot be done now. */
final class Responses {
    private Responses() {}

    static Response of(Answer answer) {
        if (answer.call() != null) {
            return Response.status(Response.Status.CREATED)
                    .entity(Map.of("call", answer.call().value()))
                    .build();
        } else if (answer.asked()) {
            return Response.accepted().build();
        } else if (answer.done()) {
            return Response.noContent().build();
        }
        return refused(answer.refusal());
    }

    /** The answer to what was asked of somebody else's state. */
    static Response of(AgentServices.Forced forced) {
        return forced.refusal() == null
                ? Response.ok(Map.of("later", forced.later())).build()
                : refused(forced.refusal());
    }

    /** The answer to what is refused with this code. */
    static Response refused(String code) {
        int status = code.equals(CallServices.NOT_PERMITTED) ? 403 : 409;
        return Problem.refusal(status, code).response().build();
    }
}
