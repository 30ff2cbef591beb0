package io.zongji.slee.container.entity;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.descriptor.ServiceComponent;
import io.zongji.slee.container.tx.LightTransaction;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import javax.slee.Address;
import javax.slee.CreateException;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.profile.ProfileID;

/** An installed service: its SBBs and the root entities by convergence name. */
public final class Service {
    private final ServiceComponent component;
    private final Function<Address, ProfileID> addressProfiles;
    private final ConcurrentMap<Object, SbbEntity> roots = new ConcurrentHashMap<>();
    private final Map<SbbID, ServiceSbb> sbbs = new LinkedHashMap<>();
    private volatile Runnable whenEmpty;

    /** @param addressProfiles the profile of the service's address profile table that has an address, or null */
    public Service(ServiceComponent component, Function<Address, ProfileID> addressProfiles) {
        this.component = requireNonNull(component, "component");
        this.addressProfiles = requireNonNull(addressProfiles, "addressProfiles");
    }

    public ServiceID id() {
        return component.id();
    }

    public ServiceComponent component() {
        return component;
    }

    public byte priority() {
        return component.defaultPriority();
    }

    /** The profile of the service's address profile table that has the address; null if none has. */
    public ProfileID addressProfile(Address address) {
        return addressProfiles.apply(address);
    }

    public ServiceSbb rootSbb() {
        return sbbs.get(component.rootSbb());
    }

    /** The SBBs by id, filled while the service is installed. */
    public Map<SbbID, ServiceSbb> sbbs() {
        return sbbs;
    }

    /** The root entity of the name, or null; it may be removed by the time its tree is locked. */
    public SbbEntity root(Object convergenceName) {
        return roots.get(convergenceName);
    }

    public Collection<SbbEntity> roots() {
        return roots.values();
    }

    /**
     * Files and creates a root entity; the transaction then holds its tree.
     *
     * @return null if another transaction files the same name at this moment: look it up again
     */
    public SbbEntity createRoot(Object convergenceName, LightTransaction transaction) throws CreateException {
        EntityTree tree =
                new EntityTree(this, convergenceName, rootSbb().world().lately().getAsLong());
        SbbEntity root = SbbEntity.root(rootSbb(), tree, priority());
        tree.lock(transaction, 0);
        if (roots.putIfAbsent(convergenceName, root) != null) {
            return null;
        }
        transaction.undo(() -> forget(convergenceName, root));
        root.create(transaction);
        return root;
    }

    void forget(Object convergenceName, SbbEntity root) {
        roots.remove(convergenceName, root);
        Runnable action = whenEmpty;
        if (action != null && roots.isEmpty()) {
            action.run();
        }
    }

    /** Asks to be told when the last root entity is gone; null for no longer. */
    public void whenEmpty(Runnable action) {
        whenEmpty = action;
    }

    @Override
    public String toString() {
        return id().toString();
    }
}
