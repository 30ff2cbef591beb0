package io.zongji.slee.container.management;

import io.zongji.slee.container.profile.ProfileAttribute;
import io.zongji.slee.container.profile.Profiles;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.slee.InvalidArgumentException;
import javax.slee.InvalidStateException;
import javax.slee.management.ManagementException;
import javax.slee.profile.ProfileAlreadyExistsException;
import javax.slee.profile.ProfileMBean;
import javax.slee.profile.ProfileVerificationException;
import javax.slee.profile.UnrecognizedProfileNameException;
import javax.slee.profile.UnrecognizedProfileTableNameException;

/**
 * One profile: an attribute for each CMP field, its name with a capital first letter. Changes are collected while it is
 * edited and made at once by {@code commitProfile}. A new profile comes into being with its first commit.
 */
final class ProfileBean extends DynamicBean implements ProfileMBean {
    private final Profiles profiles;
    private final String table;
    private final String profile;
    private final Runnable whenClosed;
    private final Map<String, Object> changes = new HashMap<>();
    private boolean fresh;
    private boolean writeable;

    /**
     * Makes the MBean of a profile.
     *
     * @param profile null for the default profile
     * @param fresh the profile does not exist yet
     */
    ProfileBean(Profiles profiles, String table, String profile, boolean fresh, Runnable whenClosed)
            throws UnrecognizedProfileTableNameException {
        this.profiles = profiles;
        this.table = table;
        this.profile = profile;
        this.fresh = fresh;
        this.writeable = fresh;
        this.whenClosed = whenClosed;
        for (ProfileAttribute attribute : profiles.typeOf(table).attributes()) {
            String name = attribute.name();
            attribute(
                    Character.toUpperCase(name.charAt(0)) + name.substring(1),
                    attribute.type(),
                    () -> value(name),
                    value -> change(name, value));
        }
        attribute("ProfileDirty", boolean.class, this::isProfileDirty, null);
        attribute("ProfileWriteable", boolean.class, this::isProfileWriteable, null);
        operation("editProfile", this::editProfile);
        operation("commitProfile", this::commitProfile);
        operation("restoreProfile", this::restoreProfile);
        operation("closeProfile", this::closeProfile);
    }

    /** An operation without parameters and result. */
    private interface Step {
        void run() throws Exception;
    }

    private void operation(String name, Step step) {
        operation(name, void.class, arguments -> {
            step.run();
            return null;
        });
    }

    private synchronized Object value(String attribute)
            throws UnrecognizedProfileTableNameException, UnrecognizedProfileNameException {
        return changes.containsKey(attribute)
                ? changes.get(attribute)
                : profiles.values(table, fresh ? null : profile).get(attribute);
    }

    private synchronized void change(String attribute, Object value) throws InvalidStateException {
        requireWriteable();
        changes.put(attribute, value);
    }

    private void requireWriteable() throws InvalidStateException {
        if (!writeable) {
            throw new InvalidStateException("Call editProfile first: " + table + "/" + profile);
        }
    }

    @Override
    public synchronized void editProfile() {
        writeable = true;
    }

    @Override
    public synchronized void commitProfile()
            throws InvalidStateException, ProfileVerificationException, ManagementException {
        requireWriteable();
        try {
            if (fresh) {
                profiles.create(table, profile, changes);
            } else {
                profiles.update(table, profile, changes);
            }
        } catch (UnrecognizedProfileTableNameException
                | UnrecognizedProfileNameException
                | ProfileAlreadyExistsException
                | InvalidArgumentException e) {
            throw new ManagementException("Cannot commit " + table + "/" + profile + ": " + e.getMessage(), e);
        }
        fresh = false;
        writeable = false;
        changes.clear();
    }

    @Override
    public synchronized void restoreProfile() throws InvalidStateException {
        requireWriteable();
        changes.clear();
        writeable = false;
        if (fresh) {
            whenClosed.run();
        }
    }

    @Override
    public synchronized void closeProfile() throws InvalidStateException {
        if (writeable) {
            throw new InvalidStateException("The profile is being edited: " + table + "/" + profile);
        }
        whenClosed.run();
    }

    @Override
    public synchronized boolean isProfileDirty() throws ManagementException {
        try {
            Map<String, Object> committed = profiles.values(table, fresh ? null : profile);
            return changes.entrySet().stream()
                    .anyMatch(change -> !Objects.deepEquals(change.getValue(), committed.get(change.getKey())));
        } catch (UnrecognizedProfileTableNameException | UnrecognizedProfileNameException e) {
            throw new ManagementException(e.getMessage(), e);
        }
    }

    @Override
    public synchronized boolean isProfileWriteable() {
        return writeable;
    }
}
