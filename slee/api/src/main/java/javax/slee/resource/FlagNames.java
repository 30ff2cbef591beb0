package javax.slee.resource;

/** Writes flags as text. */
final class FlagNames {
    private final int flags;
    private final StringBuilder names = new StringBuilder();

    FlagNames(int flags) {
        this.flags = flags;
    }

    FlagNames name(int flag, String name) {
        return (flags & flag) == 0 ? this : add(name);
    }

    FlagNames vendor(int mask) {
        return (flags & mask) == 0 ? this : add("VENDOR_FLAGS == 0x" + Integer.toHexString(flags & mask));
    }

    private FlagNames add(String name) {
        if (names.length() > 0) {
            names.append('|');
        }
        names.append(name);
        return this;
    }

    String text() {
        return flags == 0 ? "NO_FLAGS" : names.toString();
    }
}
