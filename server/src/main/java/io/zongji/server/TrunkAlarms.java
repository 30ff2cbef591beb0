package io.zongji.server;

import io.zongji.domain.trunk.TrunkState;
import java.util.HashMap;
import java.util.Map;
import javax.slee.facilities.AlarmFacility;
import javax.slee.facilities.AlarmLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Raises an alarm for each trunk that does not work, and clears it when it works again. Thread-safe. */
final class TrunkAlarms {

    private static final Logger log = LoggerFactory.getLogger(TrunkAlarms.class);
    private static final String ALARM = "io.zongji.trunk.Down";

    private final AlarmFacility alarms;
    private final Map<String, String> raised = new HashMap<>();

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
}
