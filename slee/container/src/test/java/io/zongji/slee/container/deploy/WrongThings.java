package io.zongji.slee.container.deploy;

import java.io.IOException;
import java.util.Collection;
import javax.slee.ActivityContextInterface;
import javax.slee.ChildRelation;
import javax.slee.EventContext;
import javax.slee.InitialEventSelector;
import javax.slee.SbbContext;
import javax.slee.SbbLocalObject;
import javax.slee.profile.AddressProfileCMP;
import javax.slee.profile.ProfileID;

/** Classes that break rules, each member one. */
public final class WrongThings {

    static final String PREFIX = WrongThings.class.getName() + "$";

    private WrongThings() {}

    public static class Event {}

    public static class OtherEvent {}

    static class HiddenEvent {}

    public interface Local extends SbbLocalObject {
        void sbbThing();

        String missing();

        int wrongResult();
    }

    public interface Aci {
        String getName();

        void forget();

        Thread getThread();
    }

    public interface Usage {
        int getCalls();
    }

    public interface Factory {
        ActivityContextInterface getActivityContextInterface(String one, String two);
    }

    public abstract static class WrongSbb extends EmptySbb {
        @Override
        public abstract void setSbbContext(SbbContext context);

        public abstract String getNoSetter();

        public abstract String getWrongSetter();

        public abstract void setWrongSetter(int value);

        public abstract Thread getThread();

        public abstract void setThread(Thread thread);

        public abstract SbbLocalObject getPeer();

        public abstract void setPeer(SbbLocalObject peer);

        public abstract Collection<?> getKids();

        public abstract ChildRelation getGhosts();

        public abstract AddressProfileCMP getProfile(ProfileID id);

        public abstract String asSbbActivityContextInterface(ActivityContextInterface aci);

        public abstract Object getDefaultSbbUsageParameterSet();

        public abstract String getForgotten();

        public abstract void fireShort(Event event, ActivityContextInterface aci);

        public void onWrongClass(OtherEvent event, ActivityContextInterface aci) {}

        public void onChecked(Event event, ActivityContextInterface aci) throws IOException {}

        public void onTwice(Event event, ActivityContextInterface aci) {}

        public void onTwice(Event event, ActivityContextInterface aci, EventContext context) {}

        void onHidden(Event event, ActivityContextInterface aci) {}

        public boolean choose(InitialEventSelector selector) {
            return true;
        }

        public void ejbThing() {}

        public void sbbThing() {}

        public String wrongResult() {
            return "";
        }
    }

    public static class NoSbb {
        public NoSbb(String argument) {}
    }

    public abstract static class NoAdaptor {}
}
