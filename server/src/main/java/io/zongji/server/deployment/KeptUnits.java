package io.zongji.server.deployment;

import static java.util.stream.Collectors.toSet;

import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.deploy.InstalledComponent;
import io.zongji.slee.container.deploy.InstalledUnit;
import io.zongji.slee.container.resource.RaEntity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.slee.ComponentID;
import javax.slee.facilities.AlarmFacility;
import javax.slee.facilities.AlarmLevel;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.SubsystemNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down, after each change and by whatever way it was made, what was installed and set up beside what the archive
 * brings, and restores it at the next start. What could not be restored stays written down until somebody removes it.
 */
final class KeptUnits {
    private static final Logger log = LoggerFactory.getLogger(KeptUnits.class);

    /** Stands for the units of the archive, whose URLs change with it. */
    private static final String ARCHIVE = "";

    private static final String UNREADABLE = "all units";

    private final SleeContainer slee;
    private final UnitFolder folder;
    private final Path file;
    private final AlarmFacility alarms;
    private final Set<DeployableUnitID> ownUnits;
    private final Set<String> ownEntities;
    private final Set<String> ownLinks;
    private final Map<String, Exception> notInstalled = new LinkedHashMap<>();
    private KeptState missing = KeptState.NOTHING;

    /** @param slee with what the archive itself sets up, and nothing else yet */
    KeptUnits(SleeContainer slee, UnitFolder folder, Path file) {
        this.slee = slee;
        this.folder = folder;
        this.file = file;
        alarms = slee.alarms().facilityFor(new SubsystemNotification("Deployment"));
        ownUnits = slee.repository().units().stream().map(InstalledUnit::id).collect(toSet());
        ownEntities =
                slee.resourceAdaptorEntities().stream().map(RaEntity::name).collect(toSet());
        ownLinks = Set.copyOf(slee.links().keySet());
    }

    /** Restores what an earlier run kept, then watches. */
    synchronized void restore() {
        Restoration restoration = new Restoration(slee, folder, alarms, ownEntities);
        restoration.run(read());
        missing = restoration.missing();
        notInstalled.putAll(restoration.causes());
        slee.onManaged(this::save);
        save();
    }

    private KeptState read() {
        try {
            return KeptState.read(file);
        } catch (IOException e) {
            Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
            alarms.raiseAlarm(
                    Restoration.ALARM, UNREADABLE, AlarmLevel.MAJOR, file + " is now " + aside + ": " + e.getMessage());
            try {
                Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException stuck) {
                log.error("{} cannot be set aside", file, stuck);
            }
            return KeptState.NOTHING;
        }
    }

    // --- what belongs to the archive ---

    boolean isOwn(DeployableUnitID unit) {
        return ownUnits.contains(unit);
    }

    boolean isOwnEntity(String name) {
        return ownEntities.contains(name);
    }

    boolean isOwnLink(String name) {
        return ownLinks.contains(name);
    }

    // --- what could not be restored ---

    /** Why, for each unit by its URL. */
    synchronized Map<String, Exception> notInstalled() {
        Map<String, Exception> causes = new LinkedHashMap<>();
        missing.units().forEach(unit -> causes.put(unit.url(), notInstalled.get(unit.url())));
        return causes;
    }

    /** Gives up a unit that could not be restored, with all that came with it. */
    synchronized void forget(String url) {
        missing = missing.without(unit -> unit.url().equals(url), nothing -> false, nothing -> false, nothing -> false);
        save();
    }

    // --- after each change ---

    private synchronized void save() {
        missing = stillMissing();
        clearAlarms();
        KeptState now = present().plus(missing);
        try {
            now.write(file);
            folder.keep(now.units().stream().map(KeptState.Unit::url).collect(toSet()));
        } catch (IOException e) {
            log.error("The next start will not know of the last change: {} cannot be written", file, e);
        }
    }

    /** Without what somebody has set up, or taken out with its unit, meanwhile. */
    private KeptState stillMissing() {
        Set<String> installed = slee.repository().units().stream()
                .map(unit -> isOwn(unit.id()) ? ARCHIVE : unit.id().getURL())
                .collect(toSet());
        Set<String> names =
                slee.resourceAdaptorEntities().stream().map(RaEntity::name).collect(toSet());
        return missing.without(
                        unit -> installed.contains(unit.url()),
                        entity -> names.contains(entity.name()),
                        link -> slee.links().containsKey(link.name()),
                        service -> slee.wantedServices().contains(service.id().service()))
                .within(installed);
    }

    private void clearAlarms() {
        Set<String> still = new HashSet<>(missing.parts());
        slee.resourceAdaptorEntities().stream()
                .filter(entity -> entity.failure() != null)
                .forEach(entity -> still.add("RA entity " + entity.name()));
        slee.alarms()
                .clear(alarm -> alarm.type().equals(Restoration.ALARM)
                        && !alarm.instance().equals(UNREADABLE)
                        && !still.contains(alarm.instance()));
    }

    private KeptState present() {
        return new KeptState(
                slee.repository().units().stream()
                        .filter(unit -> !isOwn(unit.id()))
                        .map(unit -> unit.id().getURL())
                        .map(url -> new KeptState.Unit(url, folder.file(url)))
                        .toList(),
                slee.resourceAdaptorEntities().stream()
                        .filter(entity -> !isOwnEntity(entity.name()))
                        .map(this::entity)
                        .toList(),
                slee.links().entrySet().stream()
                        .filter(link -> !isOwnLink(link.getKey()))
                        .map(link -> new KeptState.Link(link.getKey(), link.getValue()))
                        .toList(),
                slee.wantedServices().stream()
                        .filter(service -> !unitOf(service).equals(ARCHIVE))
                        .map(service -> new KeptState.Service(unitOf(service), KeptState.Id.of(service)))
                        .toList());
    }

    private KeptState.Entity entity(RaEntity entity) {
        return new KeptState.Entity(
                unitOf(entity.component().id()),
                KeptState.Id.of(entity.component().id()),
                entity.name(),
                KeptState.Property.of(entity.properties()),
                slee.wantedEntities().contains(entity.name()));
    }

    private String unitOf(ComponentID component) {
        return slee.repository()
                .find(component)
                .map(InstalledComponent::unit)
                .filter(unit -> !isOwn(unit))
                .map(DeployableUnitID::getURL)
                .orElse(ARCHIVE);
    }
}
