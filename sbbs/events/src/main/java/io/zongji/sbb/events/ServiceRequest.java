package io.zongji.sbb.events;

import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.conversation.SupervisorMode;
import java.io.Serializable;
import java.util.Objects;

/**
 * To a call: somebody asks for a service.
 *
 * @param device the extension of the one who asks
 * @param target the extension to ring, or the device to go on at; empty where the service rings nobody
 * @param mode   how a supervisor joins; null for other services
 * @param by     the name of the supervisor who asks to take part; null when not known, and for other services
 * @param reply  is told the outcome, and only the first time counts
 */
public record ServiceRequest(
        Service service, String device, String target, SupervisorMode mode, String by, Reply reply) {
    public ServiceRequest {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(reply, "reply");
        if ((service == Service.JOIN) != (mode != null)) {
            throw new IllegalArgumentException("mode: " + Service.JOIN + " needs one, and nothing else does");
        }
    }

    /** Asks for something that is not done by name. */
    public ServiceRequest(Service service, String device, String target, SupervisorMode mode, Reply reply) {
        this(service, device, target, mode, null, reply);
    }

    /** The same, to another target. */
    public ServiceRequest to(String other) {
        return other.equals(target) ? this : new ServiceRequest(service, device, other, mode, by, reply);
    }

    /** Receives the outcome on a SLEE thread; must not block. A call keeps it while it waits for the outcome. */
    @FunctionalInterface
    public interface Reply extends Serializable {
        /** Null when it is done, or when the phone to be rung is being rung; else why not. */
        void done(Refusal refusal);

        /** After {@code done(null)} of {@link Service#MOVE}: null when the other device was answered; else why not. */
        default void moved(Refusal refusal) {}
    }
}
