package io.zongji.server;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.naming.NamingBridge;
import io.zongji.slee.container.profile.ProfileStorage;
import io.zongji.slee.container.tx.JtaBridge;
import io.zongji.slee.wildfly.ManagementUser;
import java.util.function.Supplier;

/**
 * What the SLEE needs of whatever it runs in.
 *
 * @param naming puts an SBB's environment behind {@code java:comp}
 * @param jta    joined only by a SLEE transaction that enlists a resource; others cost nothing of it
 * @param profiles where profile tables outlive the SLEE
 * @param manager on whose behalf the calling thread is in an MBean
 */
public record Host(NamingBridge naming, JtaBridge jta, ProfileStorage profiles, Supplier<ManagementUser> manager) {
    public Host {
        requireNonNull(naming, "naming");
        requireNonNull(jta, "jta");
        requireNonNull(profiles, "profiles");
        requireNonNull(manager, "manager");
    }

    /** Without JTA; profile tables last as long as the SLEE. */
    static Host with(NamingBridge naming) {
        return new Host(naming, JtaBridge.none(), ProfileStorage.none(), () -> ManagementUser.UNKNOWN);
    }
}
