package io.zongji.slee.container.facility;

import static java.util.Objects.requireNonNull;

import javax.slee.facilities.TraceLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log category with the level management has chosen for it, or without one the logging system's. SEVERE is error, WARNING
 * warn, INFO info, CONFIG and FINE debug, FINER and FINEST trace. What management lets through and the logging system would
 * not is logged as info, with its own level in front.
 */
final class TraceLog {
    private final Logger log;
    private volatile TraceLevel chosen;

    TraceLog(String category) {
        log = LoggerFactory.getLogger(category);
    }

    /** @param level null leaves it to the logging system */
    void choose(TraceLevel level) {
        chosen = level;
    }

    TraceLevel level() {
        TraceLevel level = chosen;
        if (level != null) {
            return level;
        }
        if (log.isTraceEnabled()) {
            return TraceLevel.FINEST;
        }
        if (log.isDebugEnabled()) {
            return TraceLevel.FINE;
        }
        if (log.isInfoEnabled()) {
            return TraceLevel.INFO;
        }
        if (log.isWarnEnabled()) {
            return TraceLevel.WARNING;
        }
        return log.isErrorEnabled() ? TraceLevel.SEVERE : TraceLevel.OFF;
    }

    boolean passes(TraceLevel level) {
        TraceLevel limit = chosen;
        return limit == null ? isLogged(level) : level.toInt() <= limit.toInt();
    }

    private boolean isLogged(TraceLevel level) {
        return switch (level.toInt()) {
            case TraceLevel.LEVEL_SEVERE -> log.isErrorEnabled();
            case TraceLevel.LEVEL_WARNING -> log.isWarnEnabled();
            case TraceLevel.LEVEL_INFO -> log.isInfoEnabled();
            case TraceLevel.LEVEL_CONFIG, TraceLevel.LEVEL_FINE -> log.isDebugEnabled();
            default -> log.isTraceEnabled();
        };
    }

    /** @param cause may be null */
    void write(TraceLevel level, String message, Throwable cause) {
        requireNonNull(message, "message");
        if (!isLogged(level)) {
            log.info("[{}] {}", level, message, cause);
            return;
        }
        switch (level.toInt()) {
            case TraceLevel.LEVEL_SEVERE -> log.error(message, cause);
            case TraceLevel.LEVEL_WARNING -> log.warn(message, cause);
            case TraceLevel.LEVEL_INFO -> log.info(message, cause);
            case TraceLevel.LEVEL_CONFIG, TraceLevel.LEVEL_FINE -> log.debug(message, cause);
            default -> log.trace(message, cause);
        }
    }
}
