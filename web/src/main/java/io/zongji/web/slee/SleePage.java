package io.zongji.web.slee;

import io.zongji.server.deployment.EntityView;
import io.zongji.server.deployment.RefusedException;
import io.zongji.server.deployment.ServiceView;
import io.zongji.server.deployment.UnitView;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.slee.ComponentID;
import javax.slee.ServiceID;
import javax.slee.management.ResourceAdaptorEntityState;
import javax.slee.management.ServiceState;

/** The deployable units, services and resource adaptor entities of the running SLEE, and what may be done to them. */
@Named("sleePage")
@ViewScoped
public class SleePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private SleeRequest slee;

    private transient Part file;
    private transient List<RefusedException.Fault> faults;
    private String linkedEntity;
    private String newLink;

    public List<UnitView> getUnits() {
        return slee.units();
    }

    public List<ServiceView> getServices() {
        return slee.services();
    }

    public List<EntityView> getEntities() {
        return slee.entities();
    }

    /** Whether something changes by itself, and the page has to look again. */
    public boolean isUnsettled() {
        return slee.services().stream().anyMatch(one -> one.state().equals(ServiceState.STOPPING))
                || slee.entities().stream().anyMatch(one -> one.state().equals(ResourceAdaptorEntityState.STOPPING));
    }

    // --- how things are written ---

    /** A text about something, for confirmations. */
    public String words(String key, Object about) {
        return slee.words(key, about);
    }

    public String words(String key, Object about, Object other) {
        return slee.words(key, about, other);
    }

    public String label(ComponentID id) {
        return id == null ? "" : id.getName() + " " + id.getVersion();
    }

    /** The components of a unit by their kinds. */
    public Map<String, List<ComponentID>> kinds(UnitView unit) {
        return unit == null
                ? Map.of()
                : unit.components().stream()
                        .collect(Collectors.groupingBy(
                                id -> slee.words("slee.kind." + id.getClass().getSimpleName()),
                                TreeMap::new,
                                Collectors.toList()));
    }

    /** The style of a state of a service or RA entity: ACTIVE, STOPPING, INACTIVE. */
    public String look(Object state) {
        return switch (String.valueOf(state).toUpperCase(Locale.ROOT)) {
            case "ACTIVE" -> "is-ready";
            case "STOPPING" -> "is-ringing";
            default -> "is-away";
        };
    }

    public String stateName(Object state) {
        return slee.words("slee.state." + String.valueOf(state).toUpperCase(Locale.ROOT));
    }

    // --- units ---

    /** Installs the file that was chosen. */
    public void install() {
        faults = null;
        if (file == null || file.getSize() == 0) {
            slee.tell(FacesMessage.SEVERITY_ERROR, slee.words("slee.noFile"));
            return;
        }
        String name = file.getSubmittedFileName();
        try (InputStream content = file.getInputStream()) {
            shown(slee.attempt(to -> to.install(name, content), "slee.installed", name));
        } catch (IOException e) {
            slee.tell(FacesMessage.SEVERITY_ERROR, slee.words("slee.refused", e.getMessage()));
        } finally {
            file = null;
        }
    }

    public void uninstall(UnitView unit) {
        faults = null;
        slee.attempt(to -> to.uninstall(unit.url()), "slee.uninstalled", unit.name());
    }

    /** Tries once more to install a kept unit. */
    public void retry(UnitView unit) {
        shown(slee.attempt(to -> to.retry(unit.url()), "slee.installed", unit.name()));
    }

    /** Faults of the kept unit that the last start could not install. */
    public void showFaults(UnitView unit) {
        faults = unit.faults();
    }

    private void shown(RefusedException refusal) {
        faults = refusal == null ? null : refusal.faults();
    }

    /** Of the unit that was refused last; empty if there is nothing to show. */
    public List<RefusedException.Fault> getFaults() {
        return faults == null ? List.of() : faults;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    // --- services ---

    /** The links that a service cannot be activated without. */
    public String missing(ServiceView service) {
        return slee.words("slee.links.missing", String.join(", ", service.unboundLinks()));
    }

    public void activate(ServiceView service) {
        slee.attempt(to -> to.activate(service.id()), "slee.activated", label(service.id()));
    }

    public void deactivate(ServiceView service) {
        slee.attempt(to -> to.deactivate(service.id()), "slee.deactivated", label(service.id()));
    }

    public void exchange(ServiceView old, ServiceID by) {
        slee.attempt(to -> to.exchange(old.id(), by), "slee.exchanged", label(old.id()), label(by));
    }

    // --- RA entities and links ---

    public void activateEntity(EntityView entity) {
        slee.attempt(to -> to.activate(entity.name()), "slee.activated", entity.name());
    }

    public void deactivateEntity(EntityView entity) {
        slee.attempt(to -> to.deactivate(entity.name()), "slee.deactivated", entity.name());
    }

    public void removeEntity(EntityView entity) {
        slee.attempt(to -> to.remove(entity.name()), "slee.removed", entity.name());
    }

    public void unbind(EntityView.LinkView link) {
        slee.attempt(to -> to.unbind(link.name()), "slee.unbound", link.name());
    }

    /** Binds the new link to the entity that was chosen. */
    public void bind() {
        if (newLink == null || linkedEntity == null) {
            slee.tell(FacesMessage.SEVERITY_ERROR, slee.words("slee.noLink"));
            return;
        }
        if (slee.attempt(to -> to.bind(linkedEntity, newLink.strip()), "slee.bound", newLink, linkedEntity) == null) {
            newLink = null;
        }
    }

    public String getLinkedEntity() {
        return linkedEntity;
    }

    public void setLinkedEntity(String linkedEntity) {
        this.linkedEntity = linkedEntity;
    }

    public String getNewLink() {
        return newLink;
    }

    public void setNewLink(String newLink) {
        this.newLink = newLink;
    }
}
