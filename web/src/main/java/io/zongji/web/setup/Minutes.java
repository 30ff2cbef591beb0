package io.zongji.web.setup;

import jakarta.faces.convert.FacesConverter;

/** Times in whole minutes. */
@FacesConverter("minutes")
public class Minutes extends WholeTimes {

    /** For Faces. */
    public Minutes() {
        super(60_000, "setup.badMinutes");
    }
}
