package io.zongji.slee.wildfly;

import java.net.InetAddress;
import org.jboss.as.controller.AccessAuditContext;
import org.wildfly.security.auth.server.SecurityIdentity;

/**
 * Who uses WildFly's management interface. The module {@code org.jboss.as.controller} is private API of WildFly: check it at
 * each upgrade.
 *
 * @param name    of a management user, {@code $local} for who runs as the server's own user on its machine; empty when unknown
 * @param address from where; empty when unknown
 */
public record ManagementUser(String name, String address) {
    public static final ManagementUser UNKNOWN = new ManagementUser("", "");

    /** On whose behalf this thread is in an MBean; unknown when it is other code of the server that asks. */
    @SuppressWarnings("deprecation") // as all that is not for others; there is no other way
    public static ManagementUser ofThisThread() {
        AccessAuditContext context = AccessAuditContext.currentAccessAuditContext();
        if (context == null) {
            return UNKNOWN;
        }
        SecurityIdentity identity = context.getSecurityIdentity();
        InetAddress address = context.getRemoteAddress();
        return new ManagementUser(
                identity == null ? "" : identity.getPrincipal().getName(),
                address == null ? "" : address.getHostAddress());
    }
}
