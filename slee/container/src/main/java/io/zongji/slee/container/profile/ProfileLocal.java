package io.zongji.slee.container.profile;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.activity.Perishable;
import javax.slee.profile.ProfileLocalObject;
import javax.slee.profile.ProfileTable;
import javax.slee.profile.ReadOnlyProfileException;

/** A profile as SBBs and resource adaptors see it; generated subclasses add the CMP and the local interface. */
public abstract class ProfileLocal implements ProfileLocalObject, Perishable {
    private final ProfileReference reference;

    protected ProfileLocal(ProfileReference reference) {
        this.reference = reference;
    }

    /** For generated getters. */
    protected final Object zongjiGet(int attribute) {
        return reference
                .table()
                .type()
                .attribute(attribute)
                .copy(reference.row().get(attribute));
    }

    /** For generated setters. */
    protected final void zongjiSet(int attribute, Object value) {
        refuseIfPinned();
        reference.row();
        reference.table().work().set(reference.name(), attribute, value);
    }

    /** For generated business methods: enters the profile object. */
    protected final ProfileCall zongjiEnter() {
        refuseIfPinned();
        reference.row();
        return reference.table().work().object(reference.name()).enter();
    }

    private void refuseIfPinned() {
        if (reference.isPinned()) {
            throw new ReadOnlyProfileException("The profile as it was at the time of an event: " + reference);
        }
    }

    @Override
    public final boolean zongjiIsGone() {
        return !reference.exists();
    }

    @Override
    public final boolean isIdentical(ProfileLocalObject other) {
        return other instanceof ProfileLocal local && local.reference.isIdentical(reference);
    }

    @Override
    public final String getProfileTableName() {
        return reference.table().name();
    }

    @Override
    public final String getProfileName() {
        return reference.name();
    }

    @Override
    public final ProfileTable getProfileTable() {
        return reference.table().view();
    }

    @Override
    public final void remove() {
        refuseIfPinned();
        reference.row();
        reference.table().work().remove(requireNonNull(reference.name(), "a default profile stays with its table"));
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof ProfileLocal local
                && local.reference.isIdentical(reference)
                && local.reference.isPinned() == reference.isPinned();
    }

    @Override
    public final int hashCode() {
        return reference.table().hashCode() * 31
                + (reference.name() == null ? 0 : reference.name().hashCode());
    }

    @Override
    public final String toString() {
        return "profile " + reference;
    }
}
