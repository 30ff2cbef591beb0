package io.zongji.server.deployment;

import java.util.List;
import javax.slee.ServiceID;
import javax.slee.management.ServiceState;

/**
 * A service as an administrator sees it.
 *
 * @param own          part of the archive
 * @param inUse        how many instances of it are alive
 * @param unboundLinks names of RA links that it needs and that are not bound
 * @param others       its inactive other versions, to exchange it for
 */
public record ServiceView(
        ServiceID id, ServiceState state, boolean own, int inUse, List<String> unboundLinks, List<ServiceID> others) {

    public ServiceView {
        unboundLinks = List.copyOf(unboundLinks);
        others = List.copyOf(others);
    }
}
