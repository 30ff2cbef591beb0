package io.zongji.web.slee;

import io.zongji.server.deployment.EntityView;
import io.zongji.server.deployment.RefusedException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.slee.resource.ResourceAdaptorID;

/** The form with the configuration of a resource adaptor entity: of one that is there, or of a new one. */
@Named("entityForm")
@ViewScoped
public class EntityForm implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private SleeRequest slee;

    private ResourceAdaptorID adaptor;
    private boolean isNew;
    private String name;
    private List<PropertyField> fields = List.of();

    public List<ResourceAdaptorID> getAdaptors() {
        return slee.slee().adaptors();
    }

    /** Shows the form for a new entity. */
    public void begin(ResourceAdaptorID of) {
        adaptor = of;
        isNew = true;
        name = null;
        show(slee.slee().properties(of));
    }

    /** Shows the form for an entity that is there. */
    public void open(EntityView entity) {
        adaptor = entity.adaptor();
        isNew = false;
        name = entity.name();
        show(entity.properties());
    }

    private void show(List<EntityView.PropertyView> properties) {
        // A list that the view can keep in the session.
        fields = new ArrayList<>(properties.stream().map(PropertyField::new).toList());
    }

    /** Hides the form. */
    public void close() {
        adaptor = null;
        fields = List.of();
    }

    public void save() {
        if (name == null || name.isBlank()) {
            slee.tell(FacesMessage.SEVERITY_ERROR, slee.words("slee.noName"));
            return;
        }
        Map<String, String> values = new HashMap<>();
        fields.forEach(field -> values.put(field.getName(), field.getValue()));
        RefusedException refusal = isNew
                ? slee.attempt(to -> to.create(adaptor, name.strip(), values), "slee.created", name)
                : slee.attempt(to -> to.configure(name, values), "slee.configured", name);
        if (refusal == null) {
            close();
        }
    }

    public boolean isShown() {
        return adaptor != null;
    }

    public boolean isNew() {
        return isNew;
    }

    public ResourceAdaptorID getAdaptor() {
        return adaptor;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<PropertyField> getFields() {
        return fields;
    }
}
