package javax.slee.management;

import java.util.Arrays;

/**
 * Describes an installed library.
 */
public class LibraryDescriptor extends ComponentDescriptor {
    private static final long serialVersionUID = 1L;

    private final String[] libraryJars;

    /** Describes a component of this kind; nothing may be null. */
    public LibraryDescriptor(
            LibraryID component,
            DeployableUnitID deployableUnit,
            String source,
            LibraryID[] libraries,
            String[] libraryJars) {
        super(component, deployableUnit, source, libraries);
        this.libraryJars = libraryJars.clone();
    }

    /** The jars of the library, as its descriptor names them. */
    public final String[] getLibraryJars() {
        return libraryJars.clone();
    }

    @Override
    public String toString() {
        StringBuffer text = new StringBuffer("Library[");
        super.toString(text);
        text.append(",libraryJars=").append(Arrays.asList(libraryJars));
        return text.append(']').toString();
    }
}
