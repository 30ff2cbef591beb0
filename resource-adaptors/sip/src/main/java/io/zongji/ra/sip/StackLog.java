package io.zongji.ra.sip;

import gov.nist.core.LogLevels;
import gov.nist.core.StackLogger;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stack's log, by slf4j under {@code gov.nist.javax.sip}. What the stack calls a warning or an error is mostly what
 * strangers send; it appears at debug level, and costs nothing otherwise. Public because the stack creates it by name.
 */
public final class StackLog implements StackLogger {

    private static final Logger LOG = LoggerFactory.getLogger("gov.nist.javax.sip");

    @Override
    public void logStackTrace() {
        LOG.trace("here", new Throwable("stack trace"));
    }

    @Override
    public void logStackTrace(int level) {
        logStackTrace();
    }

    @Override
    public int getLineCount() {
        return 0;
    }

    @Override
    public void logException(Throwable failure) {
        LOG.debug("The SIP stack reports an exception", failure);
    }

    @Override
    public void logDebug(String message) {
        LOG.trace(message);
    }

    @Override
    public void logDebug(String message, Exception failure) {
        LOG.trace(message, failure);
    }

    @Override
    public void logTrace(String message) {
        LOG.trace(message);
    }

    @Override
    public void logFatalError(String message) {
        LOG.error(message);
    }

    @Override
    public void logError(String message) {
        LOG.debug(message);
    }

    @Override
    public void logError(String message, Exception failure) {
        LOG.debug(message, failure);
    }

    @Override
    public void logWarning(String message) {
        LOG.debug(message);
    }

    @Override
    public void logInfo(String message) {
        LOG.debug(message);
    }

    @Override
    public boolean isLoggingEnabled() {
        return LOG.isDebugEnabled();
    }

    @Override
    public boolean isLoggingEnabled(int level) {
        return level >= LogLevels.TRACE_DEBUG ? LOG.isTraceEnabled() : LOG.isDebugEnabled();
    }

    @Override
    public void disableLogging() {
        // Left to the logging configuration.
    }

    @Override
    public void enableLogging() {
        // Left to the logging configuration.
    }

    @Override
    public void setBuildTimeStamp(String timestamp) {
        LOG.debug("SIP stack of {}", timestamp);
    }

    @Override
    public void setStackProperties(Properties properties) {
        // Left to the logging configuration.
    }

    @Override
    public String getLoggerName() {
        return LOG.getName();
    }
}
