package io.zongji.server.deployment;

import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.deploy.InstalledComponent;
import io.zongji.slee.container.deploy.InstalledUnit;
import io.zongji.slee.container.descriptor.ConfigPropertyDefinition;
import io.zongji.slee.container.descriptor.ResourceAdaptorComponent;
import io.zongji.slee.container.descriptor.ServiceComponent;
import io.zongji.slee.container.resource.RaEntity;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.slee.ServiceID;
import javax.slee.UnrecognizedServiceException;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.ResourceAdaptorEntityState;
import javax.slee.management.ServiceState;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.ResourceAdaptorID;

/**
 * The SLEE of the running call centre for an administrator: what is in it, and what may be done to it while calls are up.
 * The standard MBeans do the same to the same SLEE. Safe for all threads; what the SLEE refuses changes nothing.
 */
public final class SleeAdministration {
    private final SleeContainer slee;
    private final UnitFolder folder;
    private final KeptUnits kept;

    private SleeAdministration(SleeContainer slee, UnitFolder folder, KeptUnits kept) {
        this.slee = slee;
        this.folder = folder;
        this.kept = kept;
    }

    /**
     * Restores what administrators set up in earlier runs; what fails raises an alarm.
     *
     * @param slee   runs, with all that the archive itself sets up
     * @param folder where the SLEE has its units from
     * @param state  the file that tells what was set up
     */
    public static SleeAdministration restore(SleeContainer slee, UnitFolder folder, Path state) {
        KeptUnits kept = new KeptUnits(slee, folder, state);
        kept.restore();
        return new SleeAdministration(slee, folder, kept);
    }

    // --- what is there ---

    /** Kept units that could not be installed, those of others, those of the archive; each in the order of installation. */
    public List<UnitView> units() {
        List<UnitView> units = new ArrayList<>();
        kept.notInstalled()
                .forEach((url, cause) -> units.add(new UnitView(
                        url, null, false, List.of(), cause.getMessage(), RefusedException.Fault.of(cause))));
        for (InstalledUnit unit : slee.repository().units()) {
            units.add(new UnitView(
                    unit.id().getURL(),
                    unit.installed(),
                    kept.isOwn(unit.id()),
                    unit.components().stream().map(one -> one.component().id()).toList(),
                    null,
                    List.of()));
        }
        units.sort(Comparator.comparing(UnitView::own));
        return units;
    }

    /** Those of others, then those of the archive; by name, then version. */
    public List<ServiceView> services() {
        List<ServiceComponent> services = slee.repository().all(ServiceComponent.class).stream()
                .sorted((a, b) -> a.id().toString().compareTo(b.id().toString()))
                .toList();
        List<ServiceView> views = new ArrayList<>();
        for (ServiceComponent service : services) {
            try {
                views.add(view(service, services));
            } catch (UnrecognizedServiceException e) {
                continue; // uninstalled a moment ago
            }
        }
        views.sort(Comparator.comparing(ServiceView::own));
        return views;
    }

    private ServiceView view(ServiceComponent service, List<ServiceComponent> all) throws UnrecognizedServiceException {
        ServiceID id = service.id();
        List<ServiceID> others = new ArrayList<>();
        for (ServiceComponent other : all) {
            if (!other.id().equals(id)
                    && other.id().getName().equals(id.getName())
                    && other.id().getVendor().equals(id.getVendor())
                    && slee.serviceState(other.id()).equals(ServiceState.INACTIVE)) {
                others.add(other.id());
            }
        }
        return new ServiceView(
                id,
                slee.serviceState(id),
                slee.repository()
                        .find(id)
                        .map(InstalledComponent::unit)
                        .map(kept::isOwn)
                        .orElse(false),
                slee.statistics().entities().getOrDefault(service.rootSbb(), 0),
                slee.unboundLinks(id),
                others);
    }

    /** Those of others, then those that the archive sets up; by name. */
    public List<EntityView> entities() {
        return slee.resourceAdaptorEntities().stream()
                .map(this::view)
                .sorted(Comparator.comparing(EntityView::own))
                .toList();
    }

    private EntityView view(RaEntity entity) {
        ResourceAdaptorEntityState state = entity.state().toStandard();
        return new EntityView(
                entity.name(),
                entity.component().id(),
                state,
                kept.isOwnEntity(entity.name()),
                entity.activityCount(),
                entity.failure() == null
                        ? null
                        : String.valueOf(entity.failure().getMessage()),
                state.equals(ResourceAdaptorEntityState.INACTIVE)
                        || entity.component().supportsActiveReconfiguration(),
                Arrays.stream(entity.properties().getProperties())
                        .map(one -> new EntityView.PropertyView(
                                one.getName(),
                                one.getType(),
                                one.getValue() == null ? null : one.getValue().toString()))
                        .toList(),
                slee.links().entrySet().stream()
                        .filter(link -> link.getValue().equals(entity.name()))
                        .map(Map.Entry::getKey)
                        .map(link -> new EntityView.LinkView(link, kept.isOwnLink(link)))
                        .toList());
    }

    /** Of which entities can be made. */
    public List<ResourceAdaptorID> adaptors() {
        return slee.repository().all(ResourceAdaptorComponent.class).stream()
                .map(ResourceAdaptorComponent::id)
                .toList();
    }

    /** The properties of a resource adaptor with their defaults. */
    public List<EntityView.PropertyView> properties(ResourceAdaptorID adaptor) {
        return definitions(adaptor).stream()
                .map(one -> new EntityView.PropertyView(
                        one.name(), one.type(), one.defaultValue().orElse(null)))
                .toList();
    }

    private List<ConfigPropertyDefinition> definitions(ResourceAdaptorID adaptor) {
        return slee.repository()
                .resourceAdaptor(adaptor)
                .map(ResourceAdaptorComponent::configProperties)
                .orElse(List.of());
    }

    // --- units ---

    /** Installs a unit whole or not at all; it is kept for the next start. Activates nothing. Returns its URL. */
    public String install(String name, InputStream content) throws RefusedException {
        return refusing(() -> {
            String url = folder.put(name, content);
            slee.install(url);
            return url;
        });
    }

    /** Takes a unit out, for the next start too. Its services are inactive and its RAs have no entities. */
    public void uninstall(String url) throws RefusedException {
        refusing(() -> {
            if (kept.notInstalled().containsKey(url)) {
                kept.forget(url);
            } else {
                slee.uninstall(new DeployableUnitID(url));
            }
            return null;
        });
    }

    /** Tries once more to install a kept unit. */
    public void retry(String url) throws RefusedException {
        refusing(() -> slee.install(url));
    }

    // --- services ---

    public void activate(ServiceID service) throws RefusedException {
        exchange(List.of(), List.of(service));
    }

    /** What runs goes on with it to its end. */
    public void deactivate(ServiceID service) throws RefusedException {
        exchange(List.of(service), List.of());
    }

    /** In one step: what runs goes on with the old one to its end, what begins meets the new one. */
    public void exchange(ServiceID old, ServiceID by) throws RefusedException {
        exchange(List.of(old), List.of(by));
    }

    private void exchange(List<ServiceID> leaving, List<ServiceID> coming) throws RefusedException {
        refusing(() -> {
            slee.exchangeServices(leaving, coming);
            return null;
        });
    }

    // --- RA entities and links ---

    /** @param values by property name; a property that is not named or null has its default */
    public void create(ResourceAdaptorID adaptor, String name, Map<String, String> values) throws RefusedException {
        refusing(() -> {
            slee.createResourceAdaptorEntity(adaptor, name, configuration(adaptor, values));
            return null;
        });
    }

    /** @param values by property name; what is not named or null stays */
    public void configure(String name, Map<String, String> values) throws RefusedException {
        refusing(() -> {
            ResourceAdaptorID adaptor = slee.resourceAdaptorEntity(name)
                    .map(entity -> entity.component().id())
                    .orElse(null);
            slee.updateConfigurationProperties(name, configuration(adaptor, values));
            return null;
        });
    }

    private ConfigProperties configuration(ResourceAdaptorID adaptor, Map<String, String> values) {
        ConfigProperties configuration = new ConfigProperties();
        for (ConfigPropertyDefinition definition : definitions(adaptor)) {
            String value = values.get(definition.name());
            if (value != null) {
                configuration.addProperty(new ConfigProperties.Property(
                        definition.name(),
                        definition.type(),
                        ConfigProperties.Property.toObject(definition.type(), value)));
            }
        }
        return configuration;
    }

    public void activate(String entity) throws RefusedException {
        refusing(() -> {
            slee.activateResourceAdaptorEntity(entity);
            return null;
        });
    }

    /** It takes no new activities and is inactive when the last one has ended. */
    public void deactivate(String entity) throws RefusedException {
        refusing(() -> {
            slee.deactivateResourceAdaptorEntity(entity);
            return null;
        });
    }

    public void remove(String entity) throws RefusedException {
        refusing(() -> {
            slee.removeResourceAdaptorEntity(entity);
            return null;
        });
    }

    public void bind(String entity, String link) throws RefusedException {
        refusing(() -> {
            slee.bindLinkName(entity, link);
            return null;
        });
    }

    public void unbind(String link) throws RefusedException {
        refusing(() -> {
            slee.unbindLinkName(link);
            return null;
        });
    }

    private interface Request<T> {
        T run() throws Exception;
    }

    private static <T> T refusing(Request<T> request) throws RefusedException {
        try {
            return request.run();
        } catch (Exception e) {
            throw new RefusedException(e);
        }
    }
}
