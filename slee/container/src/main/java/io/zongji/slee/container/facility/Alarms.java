package io.zongji.slee.container.facility;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javax.slee.ComponentID;
import javax.slee.UnrecognizedComponentException;
import javax.slee.facilities.AlarmFacility;
import javax.slee.facilities.AlarmLevel;
import javax.slee.facilities.Level;
import javax.slee.management.NotificationSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All alarms that are raised and not cleared. Each source has its own facility and reaches only its own alarms. */
@SuppressWarnings("deprecation")
public final class Alarms {
    private static final Logger log = LoggerFactory.getLogger(Alarms.class);

    private static final Listener NOBODY = new Listener() {
        @Override
        public void raised(Alarm alarm) {}

        @Override
        public void cleared(Alarm alarm) {}

        @Override
        public void created(
                ComponentID source, String type, Level level, String message, Throwable cause, long timestamp) {}
    };

    private final Clock clock;
    private final Predicate<ComponentID> installed;
    private final AtomicLong numbers = new AtomicLong();
    private final ConcurrentMap<Key, Alarm> active = new ConcurrentHashMap<>();
    private volatile Listener listener = NOBODY;

    /** @param installed whether a component is installed now */
    public Alarms(Clock clock, Predicate<ComponentID> installed) {
        this.clock = requireNonNull(clock, "clock");
        this.installed = requireNonNull(installed, "installed");
    }

    private record Key(NotificationSource source, String type, String instance) {}

    /** A raised alarm. The cause may be null. */
    public record Alarm(
            String id,
            NotificationSource source,
            String type,
            String instance,
            AlarmLevel level,
            String message,
            Throwable cause,
            Instant raised) {}

    /** Told on the thread that raises or clears an alarm. Does not block. */
    public interface Listener {
        void raised(Alarm alarm);

        void cleared(Alarm alarm);

        /** In terms of 1.0, where an alarm is told once and not kept; the cause may be null. */
        void created(ComponentID source, String type, Level level, String message, Throwable cause, long timestamp);
    }

    /** At most one: a new one takes the place of the one before. */
    public void listen(Listener value) {
        listener = requireNonNull(value, "listener");
    }

    public List<Alarm> active() {
        return List.copyOf(active.values());
    }

    /** Clears the active alarms that the condition holds for, of whatever source; how many they were. */
    public int clear(Predicate<Alarm> which) {
        int cleared = 0;
        for (Map.Entry<Key, Alarm> entry : active.entrySet()) {
            Alarm alarm = entry.getValue();
            if (which.test(alarm) && active.remove(entry.getKey(), alarm)) {
                cleared++;
                log.info("Alarm {} {} of {} cleared", alarm.type(), alarm.instance(), alarm.source());
                listener.cleared(alarm);
            }
        }
        return cleared;
    }

    /** A source is gone, and its alarms with it. */
    public void forget(NotificationSource source) {
        clear(alarm -> alarm.source().equals(source));
    }

    /** The facility of one source (an SBB in a service, an RA entity). */
    public AlarmFacility facilityFor(NotificationSource source) {
        return new Facility(requireNonNull(source, "source"));
    }

    private final class Facility implements AlarmFacility {
        private final NotificationSource source;

        Facility(NotificationSource source) {
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
            Alarm alarm = raised(key, level, message, cause);
            Alarm before = active.putIfAbsent(key, alarm);
            if (before != null) {
                return before.id();
            }
            log.warn("Alarm {} {} of {} raised ({}): {}", type, instance, source, level, message, cause);
            listener.raised(alarm);
            return alarm.id();
        }

        private Alarm raised(Key key, AlarmLevel level, String message, Throwable cause) {
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
            return clear(alarm -> alarm.source().equals(source) && alarm.id().equals(alarmId)) > 0;
        }

        @Override
        public int clearAlarms(String type) {
            requireNonNull(type, "type");
            return clear(alarm -> alarm.source().equals(source) && alarm.type().equals(type));
        }

        @Override
        public int clearAlarms() {
            return clear(alarm -> alarm.source().equals(source));
        }

        @Override
        public void createAlarm(ComponentID alarmSource, Level level, String type, String message, long timestamp)
                throws UnrecognizedComponentException {
            createAlarm(alarmSource, level, type, message, null, timestamp);
        }

        @Override
        public void createAlarm(
                ComponentID alarmSource, Level level, String type, String message, Throwable cause, long timestamp)
                throws UnrecognizedComponentException {
            requireNonNull(type, "type");
            requireNonNull(message, "message");
            if (level.isOff()) {
                throw new IllegalArgumentException("OFF is no level of an alarm");
            }
            if (!installed.test(requireNonNull(alarmSource, "alarmSource"))) {
                throw new UnrecognizedComponentException("Not installed: " + alarmSource);
            }
            log.warn("Alarm {} of {} ({}): {}", type, alarmSource, level, message, cause);
            listener.created(alarmSource, type, level, message, cause, timestamp);
        }
    }
}
