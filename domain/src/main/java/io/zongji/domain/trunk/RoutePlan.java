package io.zongji.domain.trunk;

import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.OutboundRoute;
import io.zongji.domain.config.Trunk;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which trunks a call to the outside tries, in which order, and when it goes on to the next. */
public final class RoutePlan {

    private RoutePlan() {}

    /**
     * The trunks to try, the best first.
     *
     * @param usable whether a trunk is believed to work; when none is, all are tried: the belief may be wrong, and the call
     *     would be lost anyhow
     */
    public static List<Trunk> trunks(Configuration configuration, String number, Predicate<Trunk> usable) {
        List<Trunk> all = configuration.trunksTo(number);
        List<Trunk> working = all.stream().filter(usable).toList();
        return working.isEmpty() ? all : working;
    }

    /** The numbers of ours that whoever calls outside may choose to show, by the order of trunks; each once. */
    public static List<String> callerNumbers(Configuration configuration) {
        return configuration.trunks().stream()
                .map(Trunk::outbound)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(OutboundRoute::priority))
                .flatMap(route -> Stream.concat(Stream.of(route.callerNumber()), route.permitted().stream()))
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
    }

    /** Whether one of the trunks to the number permits to show this number of ours; nothing is shown of it by the others. */
    public static boolean mayShow(Configuration configuration, String number, String caller) {
        return configuration.trunksTo(number).stream()
                .anyMatch(trunk -> trunk.outbound().permits(caller));
    }

    /**
     * Whether a final response tells of the trunk, so that another may do better. All else is the word of who was called, or
     * of their network, and final: a busy phone is not called by three ways.
     *
     * @param status of the response; 401 and 407 when our credentials were not good enough
     */
    public static boolean isTrunksFault(int status) {
        return switch (status) {
            case 401, 407, 408 -> true;
            default -> status >= 500 && status < 600;
        };
    }

    /** Whether a final response to the question if a trunk is there says so; it may well say that it does not like the question. */
    public static boolean isSignOfLife(int status) {
        return status == 501 || status != 408 && (status < 500 || status >= 600);
    }
}
