package io.zongji.store.entity;

/** The roles of the portal's users, by the names that the database and the application server's security know. */
public final class PortalRole {

    public static final String ADMINISTRATOR = "administrator";
    /** 班长. */
    public static final String SUPERVISOR = "supervisor";
    /** 质检员. */
    public static final String INSPECTOR = "inspector";
    /** 坐席. */
    public static final String AGENT = "agent";
    /** 集成方: a program that reads what happens and asks for nothing; only tokens have it. */
    public static final String INTEGRATOR = "integrator";

    private PortalRole() {}
}
