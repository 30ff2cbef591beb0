package javax.slee.management;

import java.util.Objects;

/**
 * Creates the {@link SleeProvider} of a vendor.
 */
public final class SleeProviderFactory {
    private SleeProviderFactory() {}

    /** Creates a provider of this class, found by the class loader of this factory. */
    public static SleeProvider getSleeProvider(String peerClassName)
            throws NullPointerException, PeerUnavailableException {
        ClassLoader loader = SleeProviderFactory.class.getClassLoader();
        return getSleeProvider(peerClassName, loader == null ? ClassLoader.getSystemClassLoader() : loader);
    }

    /** Creates a provider of this class, found by this class loader. */
    public static SleeProvider getSleeProvider(String peerClassName, ClassLoader classloader)
            throws NullPointerException, PeerUnavailableException {
        Objects.requireNonNull(peerClassName, "peerClassName");
        Objects.requireNonNull(classloader, "classloader");
        try {
            return Class.forName(peerClassName, true, classloader)
                    .asSubclass(SleeProvider.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError | ClassCastException unusable) {
            throw new PeerUnavailableException("Cannot create SLEE provider " + peerClassName, unusable);
        }
    }
}
