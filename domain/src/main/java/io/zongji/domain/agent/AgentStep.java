package io.zongji.domain.agent;

import java.util.Optional;

/**
 * What an action came to.
 *
 * @param status  the status from now on; the old one when nothing changed
 * @param refusal why not; empty when done, reserved or ignored
 */
public record AgentStep(AgentStatus status, Optional<String> refusal) {}
