package io.zongji.slee.container.profile;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.activity.Activities;
import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.ActivitySource;
import io.zongji.slee.container.activity.ActivityTable;
import io.zongji.slee.container.tx.Transactions;
import javax.slee.ActivityContextInterface;
import javax.slee.UnrecognizedActivityException;
import javax.slee.profile.ProfileTableActivity;
import javax.slee.profile.ProfileTableActivityContextInterfaceFactory;

/** One activity for each profile table while the SLEE runs, on which changes of its profiles are announced. */
public final class ProfileActivities implements ActivitySource, ProfileTableActivityContextInterfaceFactory {
    private final Transactions transactions;
    private final ActivityTable table;

    public ProfileActivities(Activities activities) {
        transactions = activities.transactions();
        table = activities.tableFor(this);
    }

    /** Equal by identity: a table that is made again has another activity. */
    private static final class OfTable implements ProfileTableActivity {
        private final ProfileTableData table;

        OfTable(ProfileTableData table) {
            this.table = table;
        }

        @Override
        public String getProfileTableName() {
            return table.name();
        }

        @Override
        public String toString() {
            return table.name();
        }
    }

    void start(ProfileTableData data) {
        data.activity(table.start(new OfTable(data), 0, false, null));
    }

    void end(ProfileTableData data) {
        ActivityContext context = data.activity();
        if (context != null) {
            context.end();
        }
    }

    @Override
    public String name() {
        return "profile table";
    }

    @Override
    public Object activity(ActivityContext context) {
        return context.handle();
    }

    @Override
    public void ended(ActivityContext context) {
        ((OfTable) context.handle()).table.activity(null);
    }

    @Override
    public ActivityContextInterface getActivityContextInterface(ProfileTableActivity activity)
            throws UnrecognizedActivityException {
        requireNonNull(activity, "activity");
        transactions.require();
        ActivityContext context = table.find(activity);
        if (context == null) {
            throw new UnrecognizedActivityException("No such profile table activity: " + activity, activity);
        }
        return context.aci();
    }
}
