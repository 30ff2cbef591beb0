package io.zongji.domain.config;

import java.io.Serializable;
import java.util.Objects;

/**
 * With what calls are made over a trunk whose carrier asks for a digest.
 *
 * @param user           the name the carrier knows us by
 * @param sealedPassword its password, which only this installation can open
 */
public record OutboundAccount(String user, String sealedPassword) implements Serializable {
    public OutboundAccount {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(sealedPassword, "sealedPassword");
    }

    @Override
    public String toString() {
        return "OutboundAccount[" + user + "]";
    }
}
