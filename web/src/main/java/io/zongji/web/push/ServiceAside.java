package io.zongji.web.push;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.domain.config.Trunk;
import io.zongji.domain.live.LiveCall;
import io.zongji.domain.trunk.RegistrationState;
import io.zongji.domain.trunk.TrunkState;
import io.zongji.sbb.events.ActivityNames;
import io.zongji.server.CallCentre;
import io.zongji.server.Readiness;
import io.zongji.web.SignedInUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether the parts of the installation work, which trunks carry how many calls, and how many phones are registered, for those who
 * watch. Problems are told in English sentences; the page has words for each in the reader's language.
 */
@ApplicationScoped
public class ServiceAside implements Aside {
    @Inject
    private CallCentre callCentre;

    @Override
    public ObjectNode message(SignedInUser user) {
        if (!user.watches()) {
            return null;
        }
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("t", "services");
        ArrayNode services = message.putArray("services");
        callCentre.readiness().known().checks().forEach(check -> {
            ObjectNode one = services.addObject()
                    .put("name", check.name())
                    .put("status", check.status().name());
            if (check.problem() != null) {
                one.put("problem", check.problem());
            }
        });
        Map<String, Long> calls = callCentre.liveBoard().snapshot().calls().stream()
                .filter(call -> call.trunk() != null)
                .collect(Collectors.groupingBy(LiveCall::trunk, Collectors.counting()));
        Map<String, TrunkState> states =
                callCentre.trunks().states().stream().collect(Collectors.toMap(TrunkState::trunk, state -> state));
        for (Trunk trunk : callCentre.configuration().get().trunks()) {
            TrunkState state = states.get(trunk.name());
            String problem = problemOf(trunk, state);
            boolean up = problem == null;
            ObjectNode one = services.addObject()
                    .put("name", "trunk " + trunk.name())
                    .put("status", (up ? Readiness.Status.UP : Readiness.Status.DEGRADED).name())
                    .put("count", calls.getOrDefault(trunk.name(), 0L));
            if (!up) {
                one.put("problem", problem);
            }
        }
        services.addObject()
                .put("name", "phones")
                .put("status", Readiness.Status.UP.name())
                .put("count", registeredPhones());
        return message;
    }

    /** What keeps the trunk from carrying calls out, or in; null when nothing does. */
    private String problemOf(Trunk trunk, TrunkState state) {
        if (state != null && !state.up()) {
            return state.why();
        }
        return callCentre
                .registrations()
                .state(trunk.name())
                .filter(RegistrationState::failed)
                .map(ServiceAside::problemOf)
                .orElse(null);
    }

    private static String problemOf(RegistrationState failed) {
        return switch (failed.stage()) {
            case REFUSED -> "the registrar refuses with " + failed.status();
            case PASSWORD_UNREADABLE -> "the password for the registrar cannot be read";
            default -> "the registrar does not answer";
        };
    }

    private int registeredPhones() {
        return callCentre
                .inspection()
                .attachedByName(ActivityNames.registration(""))
                .size();
    }
}
