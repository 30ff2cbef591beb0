package io.zongji.web;

/**
 * Somebody who asks for something, and from where.
 *
 * @param address the network address; empty when unknown
 */
public record Actor(SignedInUser user, String address) {
    public String login() {
        return user.login();
    }
}
