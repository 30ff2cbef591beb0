package io.zongji.store.config;

import at.favre.lib.crypto.bcrypt.BCrypt;

/**
 * Passwords of the portal's users, kept as bcrypt in modular crypt format ({@code $2a$10$...}). WildFly Elytron verifies them: a jdbc-realm
 * with a modular-crypt-mapper reads the one column.
 */
public final class PortalPassword {

    /** The query for Elytron's jdbc-realm: the password hash at index 1. */
    public static final String PASSWORD_QUERY =
            "select password_hash from portal_user where login = ? and enabled = true";

    /** The query for Elytron's jdbc-realm: one role a row, at index 1. */
    public static final String ROLES_QUERY =
            "select r.role from portal_user_role r join portal_user u on u.id = r.user_id where u.login = ?";

    private static final int COST = 10;

    private PortalPassword() {}

    /** A new salted hash; takes some ten milliseconds, on purpose. */
    public static String hash(String password) {
        return BCrypt.withDefaults().hashToString(COST, password.toCharArray());
    }

    /** Whether the password is the one that was hashed. */
    public static boolean matches(String password, String hash) {
        return BCrypt.verifyer().verify(password.toCharArray(), hash).verified;
    }
}
