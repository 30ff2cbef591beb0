package io.zongji.server;

import io.zongji.domain.trunk.RegistrationState;
import io.zongji.domain.trunk.TrunkState;
import java.util.HashMap;
import java.util.Map;
import javax.slee.facilities.AlarmFacility;
import javax.slee.facilities.AlarmLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Raises an alarm for each trunk that does not work, or where we cannot register, and clears it when that is over. Thread-safe. */
final class TrunkAlarms {

    private static final Logger log = LoggerFactory.getLogger(TrunkAlarms.class);
    private static final String ALARM = "io.zongji.trunk.Down";
    private static final String NOT_REGISTERED = "io.zongji.trunk.NotRegistered";

    private final AlarmFacility alarms;
    private final Map<String, String> raised = new HashMap<>();
    private final Map<String, String> unregistered = new HashMap<>();

    TrunkAlarms(AlarmFacility alarms) {
        this.alarms = alarms;
    }

    synchronized void changed(TrunkState trunk) {
        if (trunk.up()) {
            log.info("Trunk {} works again", trunk.trunk());
            String alarm = raised.remove(trunk.trunk());
            if (alarm != null) {
                alarms.clearAlarm(alarm);
            }
        } else {
            log.warn("Trunk {} does not work: {}", trunk.trunk(), trunk.why());
            raised.computeIfAbsent(
                    trunk.trunk(),
                    name -> alarms.raiseAlarm(
                            ALARM, name, AlarmLevel.MAJOR, "Calls out pass trunk " + name + " over: " + trunk.why()));
        }
    }

    synchronized void changed(RegistrationState registration) {
        String trunk = registration.trunk();
        switch (registration.stage()) {
            case TRYING -> log.debug("Registering at trunk {}", trunk);
            case REGISTERED -> {
                log.info("Registered at trunk {} until {}", trunk, registration.until());
                clear(trunk);
            }
            default -> {
                log.warn("Not registered at trunk {}: {}", trunk, registration.why());
                unregistered.computeIfAbsent(
                        trunk,
                        name -> alarms.raiseAlarm(
                                NOT_REGISTERED,
                                name,
                                AlarmLevel.MAJOR,
                                "No calls come in by trunk " + name + ", its carrier does not register us: "
                                        + registration.why()));
            }
        }
    }

    synchronized void registeredNoMore(String trunk) {
        log.info("Not registered at trunk {} any more", trunk);
        clear(trunk);
    }

    private void clear(String trunk) {
        String alarm = unregistered.remove(trunk);
        if (alarm != null) {
            alarms.clearAlarm(alarm);
        }
    }
}
