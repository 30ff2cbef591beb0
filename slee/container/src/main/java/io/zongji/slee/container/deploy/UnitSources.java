package io.zongji.slee.container.deploy;

import java.io.IOException;

/** Where units that management installs by a URL come from, and what they see of the server. */
@FunctionalInterface
public interface UnitSources {
    /**
     * Opens the unit behind an absolute URL, which becomes its identity.
     *
     * @throws java.net.MalformedURLException it is no such URL
     */
    DeployableUnitSource open(String url) throws IOException;

    /** The unit was refused, whatever the reason: it is closed and not needed any more. */
    default void refused(String url) {}

    /** Copies in the temporary directory, which see the container's own class loader as far as it is open. */
    static UnitSources temporary() {
        ClassLoader parent = new OpenPackages(UnitSources.class.getClassLoader());
        return url -> DeployableUnitSource.copyOf(url, parent);
    }
}
