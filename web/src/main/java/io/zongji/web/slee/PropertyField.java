package io.zongji.web.slee;

import io.zongji.server.deployment.EntityView.PropertyView;
import java.io.Serializable;

/** A configuration property in a form. */
public final class PropertyField implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String type;
    private String value;

    PropertyField(PropertyView property) {
        name = property.name();
        type = property.type();
        value = property.value();
    }

    public String getName() {
        return name;
    }

    /** The class of the values, without its package. */
    public String getType() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }
}
