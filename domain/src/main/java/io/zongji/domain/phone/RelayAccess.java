package io.zongji.domain.phone;

import java.util.List;

/**
 * What a page needs to have its voice relayed where its network lets no UDP out: an {@code RTCIceServer} of WebRTC.
 *
 * @param urls       of the relays, which all take the same credential
 * @param username   says until when it is good
 * @param credential good for this user name alone
 */
public record RelayAccess(List<String> urls, String username, String credential) {
    public RelayAccess {
        urls = List.copyOf(urls);
    }

    /** Without the credential, which is nobody else's business. */
    @Override
    public String toString() {
        return "relays " + urls + " for " + username;
    }
}
