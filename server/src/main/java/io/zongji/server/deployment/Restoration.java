package io.zongji.server.deployment;

import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.resource.RaEntity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.slee.facilities.AlarmFacility;
import javax.slee.facilities.AlarmLevel;

/** Brings back, part by part, what an earlier run kept. A part that fails raises an alarm and is remembered. Used once. */
final class Restoration {
    static final String ALARM = "io.zongji.deployment.NotRestored";

    private final SleeContainer slee;
    private final UnitFolder folder;
    private final AlarmFacility alarms;
    private final Set<String> own;
    private final List<KeptState.Unit> units = new ArrayList<>();
    private final List<KeptState.Entity> entities = new ArrayList<>();
    private final List<KeptState.Link> links = new ArrayList<>();
    private final List<KeptState.Service> services = new ArrayList<>();
    private final Map<String, Exception> causes = new LinkedHashMap<>();

    /** @param own names of the RA entities that the archive set up */
    Restoration(SleeContainer slee, UnitFolder folder, AlarmFacility alarms, Set<String> own) {
        this.slee = slee;
        this.own = own;
        this.folder = folder;
        this.alarms = alarms;
    }

    /** Never fails: those who call must be able to call. What came with a unit that fails is not even tried. */
    void run(KeptState kept) {
        for (KeptState.Unit unit : kept.units()) {
            attempt(unit.part(), () -> install(unit)).ifPresent(cause -> {
                units.add(unit);
                causes.put(unit.url(), cause);
            });
        }
        for (String entity : superfluous(kept)) {
            attempt("RA entity " + entity, () -> remove(entity));
        }
        for (KeptState.Entity entity : kept.entities()) {
            if (causes.containsKey(entity.unit())
                    || attempt(entity.part(), () -> create(entity)).isPresent()) {
                entities.add(entity);
            }
        }
        for (KeptState.Link link : kept.links()) {
            if (isMissing(link.entity())
                    || attempt(link.part(), () -> bind(link)).isPresent()) {
                links.add(link);
            }
        }
        for (KeptState.Entity entity : kept.entities()) {
            if (entity.active() && !isMissing(entity.name())) {
                attempt(entity.part(), () -> activate(entity.name()));
            }
        }
        for (KeptState.Service service : kept.services()) {
            if (causes.containsKey(service.unit())
                    || attempt(
                                    service.part(),
                                    () -> slee.activateService(service.id().service()))
                            .isPresent()) {
                services.add(service);
            }
        }
    }

    private boolean isMissing(String entity) {
        return entities.stream().anyMatch(one -> one.name().equals(entity));
    }

    private List<String> superfluous(KeptState kept) {
        List<String> names =
                kept.entities().stream().map(KeptState.Entity::name).toList();
        return slee.resourceAdaptorEntities().stream()
                .map(RaEntity::name)
                .filter(name -> !own.contains(name) && !names.contains(name))
                .toList();
    }

    private void install(KeptState.Unit unit) throws Exception {
        if (unit.file() != null) {
            folder.know(unit.url(), unit.file());
        }
        slee.install(unit.url());
    }

    /** The unit itself may have asked for an entity of this name. */
    private void create(KeptState.Entity entity) throws Exception {
        RaEntity there = slee.resourceAdaptorEntity(entity.name()).orElse(null);
        if (there == null) {
            slee.createResourceAdaptorEntity(entity.adaptor().adaptor(), entity.name(), entity.configuration());
            return;
        }
        boolean same = KeptState.Property.of(there.properties()).equals(entity.properties());
        if (slee.wantedEntities().contains(entity.name()) && !(same && entity.active())) {
            slee.deactivateResourceAdaptorEntity(entity.name());
        }
        if (!same) {
            slee.updateConfigurationProperties(entity.name(), entity.configuration());
        }
    }

    /** An entity that a unit asked for and somebody took out before the last run ended. */
    private void remove(String entity) throws Exception {
        for (Map.Entry<String, String> link : slee.links().entrySet()) {
            if (link.getValue().equals(entity)) {
                slee.unbindLinkName(link.getKey());
            }
        }
        if (slee.wantedEntities().contains(entity)) {
            slee.deactivateResourceAdaptorEntity(entity);
        }
        slee.removeResourceAdaptorEntity(entity);
    }

    private void bind(KeptState.Link link) throws Exception {
        if (!link.entity().equals(slee.links().get(link.name()))) {
            slee.bindLinkName(link.entity(), link.name());
        }
    }

    private void activate(String name) throws Exception {
        if (!slee.wantedEntities().contains(name)) {
            slee.activateResourceAdaptorEntity(name);
        }
        Throwable failure =
                slee.resourceAdaptorEntity(name).map(RaEntity::failure).orElse(null);
        if (failure != null) {
            throw new IllegalStateException(String.valueOf(failure.getMessage()), failure);
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    /** Foreign code runs in the step and may throw what it likes. */
    private Optional<Exception> attempt(String what, Step step) {
        try {
            step.run();
            return Optional.empty();
        } catch (Exception e) {
            alarms.raiseAlarm(ALARM, what, AlarmLevel.MAJOR, "Not restored: " + e.getMessage(), e);
            return Optional.of(e);
        }
    }

    /** What could not be brought back. */
    KeptState missing() {
        return new KeptState(units, entities, links, services);
    }

    /** Why, for each unit by its URL. */
    Map<String, Exception> causes() {
        return causes;
    }
}
