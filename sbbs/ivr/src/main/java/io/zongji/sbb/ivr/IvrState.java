package io.zongji.sbb.ivr;

import io.zongji.domain.LegId;
import io.zongji.domain.flow.Flow;
import io.zongji.domain.flow.FlowState;
import io.zongji.domain.journal.CallEventType;
import io.zongji.ra.media.MediaActivityContextInterfaceFactory;
import io.zongji.ra.media.MediaControl;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.ra.store.CallCentreStore;
import io.zongji.sbb.CallActivity;
import io.zongji.sbb.CallLog;
import io.zongji.sbb.ServiceSbb;
import io.zongji.sbb.events.FlowEnded;
import io.zongji.sbb.events.RecordingClosed;
import io.zongji.sbb.events.RecordingOpened;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;

/** What a running flow remembers, and what it needs to act; no decisions here. */
public abstract class IvrState extends ServiceSbb {

    private CallCentreStore store;
    private CallLog callLog;
    private MediaControl media;
    private MediaActivityContextInterfaceFactory mediaActivities;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        store = (CallCentreStore) environment.lookup("slee/resources/store/1.0/store");
        callLog = new CallLog(store::append, store.clock());
        media = (MediaControl) environment.lookup("slee/resources/media/1.0/control");
        mediaActivities =
                (MediaActivityContextInterfaceFactory) environment.lookup("slee/resources/media/1.0/acifactory");
    }

    public abstract CallActivity asSbbActivityContextInterface(ActivityContextInterface activity);

    public abstract LegId getLeg();

    public abstract void setLeg(LegId leg);

    public abstract ActivityContextInterface getCall();

    public abstract void setCall(ActivityContextInterface call);

    /** The activity of the party's network connection. */
    public abstract ActivityContextInterface getMedia();

    public abstract void setMedia(ActivityContextInterface media);

    /** The flow as it was when the call began; a later version does not touch this call. */
    public abstract Flow getFlow();

    public abstract void setFlow(Flow flow);

    public abstract FlowState getFlowState();

    public abstract void setFlowState(FlowState state);

    /** The activity of the recorder while a message is recorded. */
    public abstract ActivityContextInterface getRecorder();

    public abstract void setRecorder(ActivityContextInterface recorder);

    public abstract void fireFlowEnded(FlowEnded event, ActivityContextInterface activity, Address address);

    public abstract void fireRecordingOpened(RecordingOpened event, ActivityContextInterface activity, Address address);

    public abstract void fireRecordingClosed(RecordingClosed event, ActivityContextInterface activity, Address address);

    final CallCentreStore store() {
        return store;
    }

    final MediaControl media() {
        return media;
    }

    final MediaActivityContextInterfaceFactory mediaActivities() {
        return mediaActivities;
    }

    final Instant now() {
        return store.clock().instant();
    }

    final String callId() {
        return asSbbActivityContextInterface(getCall()).getCallId();
    }

    final void write(CallEventType type, Map<String, String> data) {
        callLog.write(asSbbActivityContextInterface(getCall()), type, getLeg(), data);
    }

    final NetworkConnection connection() {
        ActivityContextInterface activity = getMedia();
        return activity == null || activity.isEnding() ? null : (NetworkConnection) activity.getActivity();
    }

    /** Does something with the party's connection, if it is still there. */
    final void signals(Consumer<NetworkConnection> request) {
        NetworkConnection connection = connection();
        if (connection != null) {
            request.accept(connection);
        }
    }
}
