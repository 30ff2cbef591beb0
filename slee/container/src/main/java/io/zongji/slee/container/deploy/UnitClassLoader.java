package io.zongji.slee.container.deploy;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Loads the classes of one unit on disk: the server's first, then the unit's own, then those of units it refers to. */
final class UnitClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private volatile List<ClassLoader> referred = List.of();

    UnitClassLoader(String name, URL[] urls, ClassLoader parent) {
        super(name, urls, parent);
    }

    void refer(Set<ClassLoader> loaders) {
        Set<ClassLoader> others = new LinkedHashSet<>(loaders);
        others.remove(this);
        others.remove(getParent());
        referred = List.copyOf(others);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            return super.findClass(name);
        } catch (ClassNotFoundException notOwn) {
            for (ClassLoader loader : referred) {
                try {
                    return loader.loadClass(name);
                } catch (ClassNotFoundException e) {
                    notOwn.addSuppressed(e);
                }
            }
            throw notOwn;
        }
    }

    /** Code generation reads class files this way, also those of event types in other units. */
    @Override
    public URL findResource(String name) {
        URL own = super.findResource(name);
        if (own != null) {
            return own;
        }
        for (ClassLoader loader : referred) {
            URL found = loader.getResource(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
