package io.zongji.slee.container.profile;

import javax.slee.Address;
import javax.slee.profile.ProfileAddedEvent;
import javax.slee.profile.ProfileID;
import javax.slee.profile.ProfileLocalObject;
import javax.slee.profile.ProfileRemovedEvent;
import javax.slee.profile.ProfileUpdatedEvent;

/** A profile before and after a transaction, as the three kinds of events tell it. */
record ProfileChange(ProfileID id, ProfileLocal before, ProfileLocal after) {
    ProfileAddedEvent added() {
        return new Added(id, after);
    }

    ProfileUpdatedEvent updated() {
        return new Updated(id, before, after);
    }

    ProfileRemovedEvent removed() {
        return new Removed(id, before);
    }

    private record Added(ProfileID id, ProfileLocal profile) implements ProfileAddedEvent {
        @Override
        public ProfileID getProfile() {
            return id;
        }

        @Override
        public Address getProfileAddress() {
            return id.toAddress();
        }

        @Override
        public Object getAddedProfile() {
            return profile;
        }

        @Override
        public ProfileLocalObject getAddedProfileLocal() {
            return profile;
        }
    }

    private record Updated(ProfileID id, ProfileLocal before, ProfileLocal after) implements ProfileUpdatedEvent {
        @Override
        public ProfileID getProfile() {
            return id;
        }

        @Override
        public Address getProfileAddress() {
            return id.toAddress();
        }

        @Override
        public Object getBeforeUpdateProfile() {
            return before;
        }

        @Override
        public Object getAfterUpdateProfile() {
            return after;
        }

        @Override
        public ProfileLocalObject getBeforeUpdateProfileLocal() {
            return before;
        }

        @Override
        public ProfileLocalObject getAfterUpdateProfileLocal() {
            return after;
        }
    }

    private record Removed(ProfileID id, ProfileLocal profile) implements ProfileRemovedEvent {
        @Override
        public ProfileID getProfile() {
            return id;
        }

        @Override
        public Address getProfileAddress() {
            return id.toAddress();
        }

        @Override
        public Object getRemovedProfile() {
            return profile;
        }

        @Override
        public ProfileLocalObject getRemovedProfileLocal() {
            return profile;
        }
    }
}
