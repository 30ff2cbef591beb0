package io.zongji.slee.container.deploy;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.slee.ComponentID;
import javax.slee.management.AlreadyDeployedException;
import javax.slee.management.DependencyException;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.DeploymentException;
import javax.slee.management.UnrecognizedDeployableUnitException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings units into the repository and out again. A unit is read and checked completely first; one fault refuses it whole,
 * with all its faults in the exception. Thread-safe; one deployment at a time.
 */
public final class Deployer {

    private static final Logger log = LoggerFactory.getLogger(Deployer.class);

    private final ComponentRepository repository;
    private final Clock clock;
    private final Map<DeployableUnitID, DeployableUnitSource> sources = new HashMap<>();

    public Deployer(ComponentRepository repository, Clock clock) {
        this.repository = requireNonNull(repository, "repository");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Installs a unit. On success the source belongs to the deployer, which closes it on undeployment; a refused unit's
     * source is closed at once.
     *
     * @throws InvalidDeployableUnitException the unit has faults
     * @throws AlreadyDeployedException a unit of this URL is installed
     */
    public synchronized InstalledUnit deploy(DeployableUnitSource source)
            throws DeploymentException, AlreadyDeployedException {
        return deployAll(List.of(source)).get(0);
    }

    /**
     * Installs several units, whatever order they are given in, so that units come after those they refer to. At the first
     * refused unit the others not yet installed are closed; those already installed stay.
     */
    public synchronized List<InstalledUnit> deployAll(List<DeployableUnitSource> all)
            throws DeploymentException, AlreadyDeployedException {
        List<InstalledUnit> installed = new ArrayList<>();
        try {
            for (DeployableUnit unit : References.unitsInDependencyOrder(read(all))) {
                DeployableUnitID id = new DeployableUnitID(unit.source().url());
                refuseIfDeployed(id);
                installed.add(install(id, unit));
                sources.put(id, unit.source());
            }
            return installed;
        } finally {
            all.stream().filter(source -> !sources.containsValue(source)).forEach(Deployer::close);
        }
    }

    private List<DeployableUnit> read(List<DeployableUnitSource> all)
            throws DeploymentException, AlreadyDeployedException {
        List<DeployableUnit> units = new ArrayList<>();
        for (DeployableUnitSource source : all) {
            refuseIfDeployed(new DeployableUnitID(source.url()));
            try {
                units.add(DeployableUnitReader.read(source));
            } catch (IOException e) {
                throw new DeploymentException("cannot read unit " + source.url() + ": " + e.getMessage(), e);
            }
        }
        return units;
    }

    private void refuseIfDeployed(DeployableUnitID id) throws AlreadyDeployedException {
        if (repository.unit(id).isPresent()) {
            throw new AlreadyDeployedException("unit " + id + " is already deployed");
        }
    }

    private InstalledUnit install(DeployableUnitID id, DeployableUnit unit) throws InvalidDeployableUnitException {
        unit.source().refer(loadersReferredBy(unit));
        List<UnitFault> faults = new Validator(repository).check(unit);
        if (!faults.isEmpty()) {
            throw new InvalidDeployableUnitException(unit.source().url(), faults);
        }
        ClassLoader loader = unit.source().classLoader();
        List<InstalledComponent> components = References.inDependencyOrder(unit.components()).stream()
                .map(found -> new InstalledComponent(found.component(), id, found.file(), loader))
                .toList();
        InstalledUnit installed = new InstalledUnit(id, clock.instant(), components, unit.entities());
        repository.put(installed);
        log.info("Installed {} with {} components", id, components.size());
        return installed;
    }

    private Set<ClassLoader> loadersReferredBy(DeployableUnit unit) {
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        for (UnitComponent component : unit.components()) {
            for (ComponentID id : References.of(component.component())) {
                Optional<InstalledComponent> referred = repository.find(id);
                // What units of the class path show to others is for the parent of both to say.
                referred.map(InstalledComponent::classLoader)
                        .filter(UnitClassLoader.class::isInstance)
                        .ifPresent(loaders::add);
            }
        }
        return loaders;
    }

    /**
     * Takes a unit out and closes its source. The caller has made sure that nothing of it runs any more.
     *
     * @throws DependencyException a component of another unit refers to one of this unit
     */
    public synchronized void undeploy(DeployableUnitID id)
            throws UnrecognizedDeployableUnitException, DependencyException {
        repository.remove(id);
        close(sources.remove(id));
        log.info("Uninstalled {}", id);
    }

    private static void close(DeployableUnitSource source) {
        try {
            source.close();
        } catch (IOException e) {
            log.warn("Cannot clean up after unit {}: {}", source.url(), e.toString());
        }
    }
}
