package io.zongji.web.setup;

import io.zongji.domain.phone.Pin;

/**
 * New passwords of an agent; blank for what stays as it is.
 *
 * @param login for the portal
 * @param phone for the SIP phone
 * @param realm of the phone's digest sign-in
 * @param pin   for signing in at any phone; null for what stays as it is
 */
record AgentPasswords(String login, String phone, String realm, Pin pin) {

    @Override
    public String toString() {
        return "AgentPasswords";
    }
}
