package io.zongji.slee.container.entity;

/** The life cycle methods of an SBB that are skipped if their body is empty. */
public enum Callback {
    CREATE("sbbCreate"),
    POST_CREATE("sbbPostCreate"),
    ACTIVATE("sbbActivate"),
    PASSIVATE("sbbPassivate"),
    LOAD("sbbLoad"),
    STORE("sbbStore"),
    REMOVE("sbbRemove");

    private final String method;

    Callback(String method) {
        this.method = method;
    }

    public String method() {
        return method;
    }
}
