package javax.slee.management;

/**
 * Orders sources of different kinds.
 */
abstract class AbstractNotificationSource implements NotificationSource {
    private static final long serialVersionUID = 1L;

    /** The fully qualified name of the source's class. */
    protected abstract String getClassName();

    /** Compares this source, whose class has the given name, with a source of another kind. */
    protected final int compareTo(String thisClassName, Object that) {
        if (!(that instanceof NotificationSource)) {
            throw new ClassCastException(
                    "Not a source of notifications: " + that.getClass().getName());
        }
        return thisClassName.compareTo(that.getClass().getName());
    }
}
