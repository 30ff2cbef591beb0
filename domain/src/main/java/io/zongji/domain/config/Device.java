package io.zongji.domain.config;

import java.util.Objects;

/**
 * What rings for an agent.
 *
 * @param number an extension, or a number of the outside
 */
public record Device(Kind kind, String number) {
    public Device {
        Objects.requireNonNull(kind, "kind");
        if (number.isBlank()) {
            throw new IllegalArgumentException("number: a device has one");
        }
    }

    /** Where it is. */
    public enum Kind {
        /** A phone of ours, on the desk or in a page. */
        EXTENSION,
        /** Any phone outside, rung over the trunks for each call. */
        OUTSIDE,
        /** Any phone outside, called once over the trunks: that leg stands between the calls, until the agent leaves. */
        STANDING
    }

    public static Device extension(String number) {
        return new Device(Kind.EXTENSION, number);
    }

    public static Device outside(String number) {
        return new Device(Kind.OUTSIDE, number);
    }

    public static Device standing(String number) {
        return new Device(Kind.STANDING, number);
    }

    public boolean isOutside() {
        return kind != Kind.EXTENSION;
    }

    public boolean isStanding() {
        return kind == Kind.STANDING;
    }

    /** Whether it is the same phone, however it is called. */
    public boolean isSamePhone(Device other) {
        return isOutside() == other.isOutside() && number.equals(other.number);
    }
}
