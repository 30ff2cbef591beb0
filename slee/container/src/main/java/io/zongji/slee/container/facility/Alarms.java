package io.zongji.slee.container.facility;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javax.slee.ComponentID;
import javax.slee.facilities.AlarmFacility;
import javax.slee.facilities.AlarmLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All alarms that are raised and not cleared. Each source has its own facility and reaches only its own alarms. */
public final class Alarms {
    private static final Logger log = LoggerFactory.getLogger(Alarms.class);

    private final Clock clock;
    private final AtomicLong numbers = new AtomicLong();
    private final ConcurrentMap<Key, Alarm> active = new ConcurrentHashMap<>();

    public Alarms(Clock clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    private record Key(String source, String type, String instance) {}

    /** A raised alarm. The cause may be null. */
    public record Alarm(
            String id,
            String source,
            String type,
            String instance,
            AlarmLevel level,
            String message,
            Throwable cause,
            Instant raised) {}

    public List<Alarm> active() {
        return List.copyOf(active.values());
    }

    /** The facility of one source (an SBB in a service, an RA entity). */
    public AlarmFacility facilityFor(String source) {
        return new Facility(requireNonNull(source, "source"));
    }

    private final class Facility implements AlarmFacility {
        private final String source;

        Facility(String source) {
            this.source = source;
        }

        @Override
        public String raiseAlarm(String type, String instance, AlarmLevel level, String message) {
            return raiseAlarm(type, instance, level, message, null);
        }

        @Override
        public String raiseAlarm(String type, String instance, AlarmLevel level, String message, Throwable cause) {
            requireNonNull(message, "message");
            if (level.isClear()) {
                throw new IllegalArgumentException("CLEAR is no level to raise an alarm at");
            }
            Key key = new Key(source, requireNonNull(type, "type"), requireNonNull(instance, "instance"));
            return active.computeIfAbsent(key, k -> raised(k, level, message, cause))
                    .id();
        }

        private Alarm raised(Key key, AlarmLevel level, String message, Throwable cause) {
            log.warn("Alarm {} {} of {} raised ({}): {}", key.type(), key.instance(), source, level, message, cause);
            return new Alarm(
                    Long.toString(numbers.incrementAndGet()),
                    source,
                    key.type(),
                    key.instance(),
                    level,
                    message,
                    cause,
                    clock.instant());
        }

        @Override
        public boolean clearAlarm(String alarmId) {
            requireNonNull(alarmId, "alarmId");
            return clear(alarm -> alarm.id().equals(alarmId)) > 0;
        }

        @Override
        public int clearAlarms(String type) {
            requireNonNull(type, "type");
            return clear(alarm -> alarm.type().equals(type));
        }

        @Override
        public int clearAlarms() {
            return clear(alarm -> true);
        }

        private int clear(Predicate<Alarm> which) {
            List<Key> cleared = new ArrayList<>();
            active.forEach((key, alarm) -> {
                if (key.source().equals(source) && which.test(alarm) && active.remove(key, alarm)) {
                    cleared.add(key);
                }
            });
            cleared.forEach(key -> log.info("Alarm {} {} of {} cleared", key.type(), key.instance(), source));
            return cleared.size();
        }

        @Override
        @Deprecated
        public void createAlarm(
                ComponentID alarmSource,
                javax.slee.facilities.Level level,
                String type,
                String message,
                long timestamp) {
            createAlarm(alarmSource, level, type, message, null, timestamp);
        }

        @Override
        @Deprecated
        public void createAlarm(
                ComponentID alarmSource,
                javax.slee.facilities.Level level,
                String type,
                String message,
                Throwable cause,
                long timestamp) {
            requireNonNull(alarmSource, "alarmSource");
            log.warn("Alarm {} of {} ({}): {}", type, alarmSource, level, message, cause);
        }
    }
}
