package io.zongji.ear.deployment;

import java.nio.file.Path;

/** Somebody who deploys the egg timer, by whatever way. Each method returns when it is done. */
interface Operator {
    void install(Path unit) throws Exception;

    /** Makes the RA entity "line" on a port, with a link of the same name, and activates it. */
    void setUpLine(int port) throws Exception;

    void activate(String version) throws Exception;

    void exchange(String old, String by) throws Exception;

    void deactivate(String version) throws Exception;

    boolean isInactive(String version) throws Exception;

    /** Takes the RA entity out again. */
    void removeLine() throws Exception;

    void uninstall(Path unit) throws Exception;
}
