package javax.slee.management;

import java.io.Serializable;

/**
 * Identifies an installed deployable unit by the URL it was installed from. Immutable.
 */
public class DeployableUnitID implements Serializable, Comparable<Object> {
    private static final long serialVersionUID = 1L;

    private final String url;

    /** Creates an identifier; the URL may not be null. */
    public DeployableUnitID(String url) {
        if (url == null) {
            throw new NullPointerException("url is null");
        }
        this.url = url;
    }

    /** The URL the unit was installed from. */
    public final String getURL() {
        return url;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof DeployableUnitID other && url.equals(other.url);
    }

    @Override
    public int hashCode() {
        return url.hashCode();
    }

    @Override
    public String toString() {
        return "DeployableUnitID[" + url + "]";
    }

    @Override
    public int compareTo(Object obj) {
        return url.compareTo(((DeployableUnitID) obj).url);
    }
}
