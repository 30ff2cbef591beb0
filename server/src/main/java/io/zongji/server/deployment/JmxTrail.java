package io.zongji.server.deployment;

import io.zongji.slee.container.management.OperationListener;
import io.zongji.slee.wildfly.ManagementUser;
import io.zongji.store.audit.AuditAction;
import io.zongji.store.audit.AuditEntry;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.slee.resource.ConfigProperties;

/** Has what is asked of the SLEE over JMX in the audit log, as what is asked on the portal's page is. */
public final class JmxTrail implements OperationListener {
    /** Management users are not those of the portal, though they may have the same names. */
    private static final String LOGIN = "JMX";

    private final Consumer<AuditEntry> log;
    private final Supplier<ManagementUser> asking;
    private final Clock clock;

    /** @param asking on whose behalf the calling thread is in an MBean */
    public JmxTrail(Consumer<AuditEntry> log, Supplier<ManagementUser> asking, Clock clock) {
        this.log = log;
        this.asking = asking;
        this.clock = clock;
    }

    @Override
    public void ended(String bean, String operation, List<Object> arguments, Throwable failure) {
        ManagementUser user = asking.get();
        String what = bean + " " + operation;
        log.accept(new AuditEntry(
                clock.instant(),
                user.name().isEmpty() ? LOGIN : LOGIN + ":" + user.name(),
                user.address(),
                AuditAction.DEPLOYMENT,
                about(arguments),
                "",
                failure == null ? AuditEntry.DONE : "refused",
                failure == null ? what : what + " - refused: " + failure.getMessage()));
    }

    /** Without configurations, which may hold passwords. */
    private static String about(List<Object> arguments) {
        return arguments.stream()
                .filter(argument -> !(argument instanceof ConfigProperties))
                .map(argument -> argument instanceof Object[] several ? Arrays.toString(several) : argument)
                .map(Objects::toString)
                .collect(Collectors.joining(", "));
    }
}
