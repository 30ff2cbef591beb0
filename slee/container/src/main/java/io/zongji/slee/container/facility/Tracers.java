package io.zongji.slee.container.facility;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.slee.facilities.TraceLevel;
import javax.slee.facilities.Tracer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tracers of one notification source, mapped to log categories below {@code slee.}. Levels are the logging system's:
 * SEVERE is error, WARNING warn, INFO info, CONFIG and FINE debug, the rest trace.
 */
public final class Tracers {
    private final String category;
    private final ConcurrentMap<String, Tracer> tracers = new ConcurrentHashMap<>();

    /** @param source for the category, for example service and SBB name joined by a dot */
    public Tracers(String source) {
        this.category = "slee." + requireNonNull(source, "source");
    }

    public Tracer tracer(String name) {
        requireNonNull(name, "tracer name");
        return tracers.computeIfAbsent(name, this::create);
    }

    private Tracer create(String name) {
        if (name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
            throw new IllegalArgumentException("A tracer name has no empty parts: " + name);
        }
        return new LoggedTracer(name, LoggerFactory.getLogger(name.isEmpty() ? category : category + "." + name));
    }

    private record LoggedTracer(String name, Logger log) implements Tracer {
        @Override
        public String getTracerName() {
            return name;
        }

        @Override
        public String getParentTracerName() {
            int dot = name.lastIndexOf('.');
            return name.isEmpty() ? null : dot < 0 ? "" : name.substring(0, dot);
        }

        @Override
        public TraceLevel getTraceLevel() {
            if (log.isTraceEnabled()) {
                return TraceLevel.FINEST;
            }
            if (log.isDebugEnabled()) {
                return TraceLevel.FINE;
            }
            if (log.isInfoEnabled()) {
                return TraceLevel.INFO;
            }
            return log.isWarnEnabled() ? TraceLevel.WARNING : TraceLevel.SEVERE;
        }

        @Override
        public boolean isSevereEnabled() {
            return log.isErrorEnabled();
        }

        @Override
        public boolean isWarningEnabled() {
            return log.isWarnEnabled();
        }

        @Override
        public boolean isInfoEnabled() {
            return log.isInfoEnabled();
        }

        @Override
        public boolean isConfigEnabled() {
            return log.isDebugEnabled();
        }

        @Override
        public boolean isFineEnabled() {
            return log.isDebugEnabled();
        }

        @Override
        public boolean isFinerEnabled() {
            return log.isTraceEnabled();
        }

        @Override
        public boolean isFinestEnabled() {
            return log.isTraceEnabled();
        }

        @Override
        public boolean isTraceable(TraceLevel level) {
            requireNonNull(level, "level");
            return !level.isOff() && !getTraceLevel().isHigherLevel(level);
        }

        @Override
        public void severe(String message) {
            log.error(requireNonNull(message));
        }

        @Override
        public void severe(String message, Throwable cause) {
            log.error(requireNonNull(message), cause);
        }

        @Override
        public void warning(String message) {
            log.warn(requireNonNull(message));
        }

        @Override
        public void warning(String message, Throwable cause) {
            log.warn(requireNonNull(message), cause);
        }

        @Override
        public void info(String message) {
            log.info(requireNonNull(message));
        }

        @Override
        public void info(String message, Throwable cause) {
            log.info(requireNonNull(message), cause);
        }

        @Override
        public void config(String message) {
            log.debug(requireNonNull(message));
        }

        @Override
        public void config(String message, Throwable cause) {
            log.debug(requireNonNull(message), cause);
        }

        @Override
        public void fine(String message) {
            log.debug(requireNonNull(message));
        }

        @Override
        public void fine(String message, Throwable cause) {
            log.debug(requireNonNull(message), cause);
        }

        @Override
        public void finer(String message) {
            log.trace(requireNonNull(message));
        }

        @Override
        public void finer(String message, Throwable cause) {
            log.trace(requireNonNull(message), cause);
        }

        @Override
        public void finest(String message) {
            log.trace(requireNonNull(message));
        }

        @Override
        public void finest(String message, Throwable cause) {
            log.trace(requireNonNull(message), cause);
        }

        @Override
        public void trace(TraceLevel level, String message) {
            trace(level, message, null);
        }

        @Override
        public void trace(TraceLevel level, String message, Throwable cause) {
            requireNonNull(message, "message");
            if (level.isOff()) {
                throw new IllegalArgumentException("OFF is no level to trace at");
            }
            if (level.isSevere()) {
                log.error(message, cause);
            } else if (level.isWarning()) {
                log.warn(message, cause);
            } else if (level.isInfo()) {
                log.info(message, cause);
            } else if (level.isConfig() || level.isFine()) {
                log.debug(message, cause);
            } else {
                log.trace(message, cause);
            }
        }
    }
}
