package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A container managed field of an SBB; the alias names the SBB whose local object it holds, if it holds one. */
public record CmpField(String name, Optional<String> sbbAlias) {

    public CmpField {
        requireNonNull(name, "name");
        requireNonNull(sbbAlias, "sbbAlias");
    }

    public String getter() {
        return "get" + Words.capitalised(name);
    }

    public String setter() {
        return "set" + Words.capitalised(name);
    }
}
