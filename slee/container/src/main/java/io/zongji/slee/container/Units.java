package io.zongji.slee.container;

import io.zongji.slee.container.deploy.DeployableUnitSource;
import io.zongji.slee.container.deploy.InstalledComponent;
import io.zongji.slee.container.deploy.InstalledUnit;
import io.zongji.slee.container.deploy.UnitSources;
import io.zongji.slee.container.descriptor.ProfileSpecComponent;
import io.zongji.slee.container.descriptor.SbbComponent;
import io.zongji.slee.container.descriptor.ServiceComponent;
import io.zongji.slee.container.profile.Profiles;
import java.io.IOException;
import java.net.MalformedURLException;
import java.util.ArrayList;
import java.util.List;
import javax.slee.InvalidArgumentException;
import javax.slee.InvalidStateException;
import javax.slee.ServiceID;
import javax.slee.UnrecognizedServiceException;
import javax.slee.management.AlreadyDeployedException;
import javax.slee.management.DependencyException;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.DeploymentException;
import javax.slee.management.UnrecognizedDeployableUnitException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings deployable units into the SLEE and takes them out, whole or not at all. */
final class Units {
    private static final Logger log = LoggerFactory.getLogger(Units.class);

    private final SleeParts parts;
    private final SleeLife life;
    private final UnitEntities entities;

    Units(SleeParts parts, SleeLife life, UnitEntities entities) {
        this.parts = parts;
        this.life = life;
        this.entities = entities;
    }

    InstalledUnit install(DeployableUnitSource source) throws DeploymentException, AlreadyDeployedException {
        return link(parts.deployer().deploy(source));
    }

    /** Whatever keeps it from being installed, its source is told that it is not needed. */
    InstalledUnit install(String url, UnitSources sources)
            throws MalformedURLException, DeploymentException, AlreadyDeployedException {
        boolean installed = false;
        try {
            InstalledUnit unit = install(sources.open(url));
            installed = true;
            return unit;
        } catch (MalformedURLException e) {
            throw e;
        } catch (IOException e) {
            throw new DeploymentException("Cannot read " + url + ": " + e.getMessage(), e);
        } finally {
            if (!installed) {
                sources.refused(url);
            }
        }
    }

    List<InstalledUnit> installAllOnClassPath(ClassLoader loader)
            throws DeploymentException, AlreadyDeployedException, IOException {
        List<InstalledUnit> linked = new ArrayList<>();
        for (InstalledUnit unit : parts.deployer().deployAll(DeployableUnitSource.allOnClassPath(loader))) {
            linked.add(link(unit));
        }
        return linked;
    }

    /** Generates the classes of the SBBs and wires the services. */
    private InstalledUnit link(InstalledUnit unit) throws DeploymentException {
        try {
            for (InstalledComponent installed : unit.components()) {
                if (installed.component() instanceof ProfileSpecComponent specification) {
                    profiles().install(specification.id());
                } else if (installed.component() instanceof SbbComponent sbb) {
                    parts.components().sbb(sbb.id());
                } else if (installed.component() instanceof ServiceComponent service) {
                    parts.services().install(service);
                }
            }
            entities.create(unit);
            return unit;
        } catch (RuntimeException | DeploymentException e) {
            SleeLife.attempt("take back " + unit.id(), () -> remove(unit));
            throw new DeploymentException("Cannot install " + unit.id() + ": " + e.getMessage(), e);
        }
    }

    void uninstall(DeployableUnitID id)
            throws UnrecognizedDeployableUnitException, DependencyException, InvalidStateException {
        InstalledUnit unit = parts.repository()
                .unit(id)
                .orElseThrow(() -> new UnrecognizedDeployableUnitException("Not installed: " + id));
        for (InstalledComponent installed : unit.components()) {
            if (installed.component() instanceof ServiceComponent service) {
                requireInactive(service.id());
            }
            if (installed.component() instanceof ProfileSpecComponent specification
                    && profiles().hasTableOf(specification.id())) {
                throw new InvalidStateException("There are profile tables of " + specification.id());
            }
            if (parts.resources().hasEntityOf(installed, entities.of(id))) {
                throw new InvalidStateException(
                        "There are RA entities of " + installed.component().id());
            }
        }
        parts.repository().requireUnreferred(unit);
        try {
            entities.remove(id);
        } catch (InvalidArgumentException e) {
            log.warn("Somebody else removed an RA entity of {}", id, e);
        }
        remove(unit);
    }

    private void requireInactive(ServiceID id) throws InvalidStateException {
        try {
            if (parts.services().state(id) != Services.State.INACTIVE) {
                throw new InvalidStateException(id + " is not inactive");
            }
        } catch (UnrecognizedServiceException e) {
            log.debug("{} was never completely installed", id, e);
        }
    }

    private void remove(InstalledUnit unit) throws UnrecognizedDeployableUnitException, DependencyException {
        parts.deployer().undeploy(unit.id());
        for (InstalledComponent installed : unit.components()) {
            if (installed.component() instanceof ServiceComponent service) {
                parts.services().uninstall(service.id());
                life.wantedServices().remove(service.id());
            }
            if (installed.component() instanceof ProfileSpecComponent specification) {
                profiles().uninstall(specification.id());
            }
            parts.components().forget(installed);
            parts.resources().forget(installed);
        }
    }

    private Profiles profiles() {
        return parts.profiles().management();
    }
}
