package io.zongji.web.setup;

import jakarta.faces.convert.FacesConverter;

/** Times in whole seconds. */
@FacesConverter("seconds")
public class Seconds extends WholeTimes {

    /** For Faces. */
    public Seconds() {
        super(1_000, "setup.badSeconds");
    }
}
