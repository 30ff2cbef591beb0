package io.zongji.web.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says as JSON what is wrong with a request. Failures of ours are in the log only. */
@Provider
public class ProblemMapper implements ExceptionMapper<RuntimeException> {
    private static final Logger log = LoggerFactory.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(RuntimeException failure) {
        if (failure instanceof WebApplicationException known
                && known.getResponse().getStatus() < 500) {
            return answer(known.getResponse().getStatus(), known.getMessage());
        }
        log.error("A request of an operator failed", failure);
        return answer(500, "This failed; the server's log says why");
    }

    private static Response answer(int status, String message) {
        return Problem.of(status, message).response().build();
    }
}
