package io.zongji.slee.container.facility;

import static java.util.Objects.requireNonNull;

import javax.slee.facilities.TraceLevel;
import javax.slee.facilities.Tracer;

/** One tracer of a notification source. What passes its level is logged, and heard by whoever listens. */
final class SourceTracer implements Tracer {
    private final Tracers home;
    private final String name;
    private final TraceLog log;

    SourceTracer(Tracers home, String name, TraceLog log) {
        this.home = home;
        this.name = name;
        this.log = log;
    }

    TraceLog log() {
        return log;
    }

    @Override
    public String getTracerName() {
        return name;
    }

    @Override
    public String getParentTracerName() {
        return Tracers.parentOf(name);
    }

    @Override
    public TraceLevel getTraceLevel() {
        return log.level();
    }

    @Override
    public boolean isSevereEnabled() {
        return log.passes(TraceLevel.SEVERE);
    }

    @Override
    public boolean isWarningEnabled() {
        return log.passes(TraceLevel.WARNING);
    }

    @Override
    public boolean isInfoEnabled() {
        return log.passes(TraceLevel.INFO);
    }

    @Override
    public boolean isConfigEnabled() {
        return log.passes(TraceLevel.CONFIG);
    }

    @Override
    public boolean isFineEnabled() {
        return log.passes(TraceLevel.FINE);
    }

    @Override
    public boolean isFinerEnabled() {
        return log.passes(TraceLevel.FINER);
    }

    @Override
    public boolean isFinestEnabled() {
        return log.passes(TraceLevel.FINEST);
    }

    @Override
    public boolean isTraceable(TraceLevel level) {
        return !level.isOff() && log.passes(level);
    }

    @Override
    public void severe(String message) {
        trace(TraceLevel.SEVERE, message, null);
    }

    @Override
    public void severe(String message, Throwable cause) {
        trace(TraceLevel.SEVERE, message, cause);
    }

    @Override
    public void warning(String message) {
        trace(TraceLevel.WARNING, message, null);
    }

    @Override
    public void warning(String message, Throwable cause) {
        trace(TraceLevel.WARNING, message, cause);
    }

    @Override
    public void info(String message) {
        trace(TraceLevel.INFO, message, null);
    }

    @Override
    public void info(String message, Throwable cause) {
        trace(TraceLevel.INFO, message, cause);
    }

    @Override
    public void config(String message) {
        trace(TraceLevel.CONFIG, message, null);
    }

    @Override
    public void config(String message, Throwable cause) {
        trace(TraceLevel.CONFIG, message, cause);
    }

    @Override
    public void fine(String message) {
        trace(TraceLevel.FINE, message, null);
    }

    @Override
    public void fine(String message, Throwable cause) {
        trace(TraceLevel.FINE, message, cause);
    }

    @Override
    public void finer(String message) {
        trace(TraceLevel.FINER, message, null);
    }

    @Override
    public void finer(String message, Throwable cause) {
        trace(TraceLevel.FINER, message, cause);
    }

    @Override
    public void finest(String message) {
        trace(TraceLevel.FINEST, message, null);
    }

    @Override
    public void finest(String message, Throwable cause) {
        trace(TraceLevel.FINEST, message, cause);
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
        if (log.passes(level)) {
            log.write(level, message, cause);
            home.heard(name, level, message, cause);
        }
    }
}
