package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

/** The abstract method of an SBB that returns the CMP interface of a profile (the 1.0 way to read a profile). */
public record ProfileCmpMethod(String method, String profileSpecAlias) {

    public ProfileCmpMethod {
        requireNonNull(method, "method");
        requireNonNull(profileSpecAlias, "profileSpecAlias");
    }
}
