package io.zongji.ra.media.adaptor;

import io.zongji.ra.media.MediaActivityContextInterfaceFactory;
import io.zongji.ra.media.MediaControl;
import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.PlayerEvent;
import io.zongji.ra.media.Recorder;
import io.zongji.ra.media.RecorderEvent;
import io.zongji.ra.media.RecorderSettings;
import io.zongji.ra.media.SdpPortManagerEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;
import javax.slee.ActivityEndEvent;
import javax.slee.CreateException;
import javax.slee.RolledBackContext;
import javax.slee.Sbb;
import javax.slee.SbbContext;
import javax.slee.serviceactivity.ServiceStartedEvent;

/** Answers an offer, records, plays one prompt, releases, and writes down what it saw. */
public abstract class PromptSbb implements Sbb {
    static final List<String> SEEN = new CopyOnWriteArrayList<>();
    static volatile boolean rollBack;
    private static final String OFFER = "v=0\r\nc=IN IP4 127.0.0.1\r\nm=audio 45000 RTP/AVP 8\r\n";

    private SbbContext context;

    public void onServiceStarted(ServiceStartedEvent event, ActivityContextInterface aci) {
        NetworkConnection connection = connection();
        connection.sdpPortManager().processSdpOffer(OFFER);
        if (rollBack) {
            SEEN.add("rolling back");
            context.setRollbackOnly();
            return;
        }
        factory().getActivityContextInterface(connection).attach(context.getSbbLocalObject());
        aci.detach(context.getSbbLocalObject());
    }

    public void onSdp(SdpPortManagerEvent event, ActivityContextInterface aci) {
        SEEN.add(event.type().name());
        NetworkConnection connection = (NetworkConnection) aci.getActivity();
        Recorder recorder = recorder(connection);
        factory().getActivityContextInterface(recorder).attach(context.getSbbLocalObject());
        recorder.start();
        connection.player().play(PlayRequest.once("one", List.of("digits/1"), false));
    }

    public void onPlayed(PlayerEvent event, ActivityContextInterface aci) {
        SEEN.add("played " + event.playId() + " " + event.reason());
        ((NetworkConnection) aci.getActivity()).release();
    }

    public void onRecorded(RecorderEvent event, ActivityContextInterface aci) {
        SEEN.add("recorder " + event.type());
    }

    public void onActivityEnd(ActivityEndEvent event, ActivityContextInterface aci) {
        SEEN.add("end of " + aci.getActivity().getClass().getSimpleName());
    }

    private static NetworkConnection connection() {
        try {
            return control().createNetworkConnection("test");
        } catch (MediaException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Recorder recorder(NetworkConnection connection) {
        try {
            return control().createRecorder(RecorderSettings.conversation("rec", "rec.wav"), List.of(connection));
        } catch (MediaException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MediaControl control() {
        return (MediaControl) lookUp("slee/resources/media/control");
    }

    private static MediaActivityContextInterfaceFactory factory() {
        return (MediaActivityContextInterfaceFactory) lookUp("slee/resources/media/acifactory");
    }

    private static Object lookUp(String name) {
        try {
            return ((Context) new InitialContext().lookup("java:comp/env")).lookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void setSbbContext(SbbContext sbbContext) {
        context = sbbContext;
    }

    @Override
    public void unsetSbbContext() {
        context = null;
    }

    @Override
    public void sbbCreate() throws CreateException {}

    @Override
    public void sbbPostCreate() throws CreateException {}

    @Override
    public void sbbActivate() {}

    @Override
    public void sbbPassivate() {}

    @Override
    public void sbbLoad() {}

    @Override
    public void sbbStore() {}

    @Override
    public void sbbRemove() {}

    @Override
    public void sbbExceptionThrown(Exception exception, Object event, ActivityContextInterface aci) {
        SEEN.add("thrown " + exception);
    }

    @Override
    public void sbbRolledBack(RolledBackContext rolledBack) {
        SEEN.add("rolled back");
    }
}
