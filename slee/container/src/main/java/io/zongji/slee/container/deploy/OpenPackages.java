package io.zongji.slee.container.deploy;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * What units on disk see of the server: the JDK, the SLEE and SLF4J APIs, and the packages the host opens. Nothing else, so
 * that a unit can bring its own version of a library that the server uses too, and comes to depend on no inner part of it.
 */
public final class OpenPackages extends ClassLoader {
    /**
     * With the packages that hold supertypes of generated classes, which the loader of their unit loads, and what naming
     * without an application server asks the context class loader for.
     */
    private static final List<String> ALWAYS = List.of(
            "javax.slee.*",
            "jakarta.transaction.*",
            "jakarta.resource.*",
            "org.mobicents.slee.*",
            "org.slf4j.*",
            "io.zongji.slee.container.activity",
            "io.zongji.slee.container.entity",
            "io.zongji.slee.container.naming",
            "io.zongji.slee.container.profile",
            "io.zongji.slee.container.resource",
            "io.zongji.slee.container.usage",
            // Where JBoss Modules lets the JDK look for XML parsers.
            "__redirected");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader server;
    private final List<String> opened;

    /**
     * @param server has the classes of the open packages
     * @param opened names of packages; one that ends in {@code .*} stands for those below it too
     */
    public OpenPackages(ClassLoader server, String... opened) {
        super("open packages", getPlatformClassLoader());
        this.server = requireNonNull(server, "server");
        this.opened = Arrays.asList(opened.clone());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        int end = name.lastIndexOf('.');
        if (end < 0 || !isOpen(name.substring(0, end))) {
            throw new ClassNotFoundException(name);
        }
        return server.loadClass(name);
    }

    @Override
    protected URL findResource(String name) {
        return isOpenPath(name) ? server.getResource(name) : null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return isOpenPath(name) ? server.getResources(name) : Collections.emptyEnumeration();
    }

    private boolean isOpenPath(String resource) {
        int end = resource.lastIndexOf('/');
        return end > 0 && isOpen(resource.substring(0, end).replace('/', '.'));
    }

    private boolean isOpen(String name) {
        return matches(ALWAYS, name) || matches(opened, name);
    }

    private static boolean matches(List<String> packages, String name) {
        for (String open : packages) {
            if (open.endsWith(".*")
                    ? (name + ".").startsWith(open.substring(0, open.length() - 1))
                    : name.equals(open)) {
                return true;
            }
        }
        return false;
    }
}
