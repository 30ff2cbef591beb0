package io.zongji.web.setup;

/**
 * New passwords of an agent; blank for what stays as it is.
 *
 * @param login for the portal
 * @param phone for the SIP phone
 * @param realm of the phone's digest sign-in
 */
record AgentPasswords(String login, String phone, String realm) {

    @Override
    public String toString() {
        return "AgentPasswords";
    }
}
