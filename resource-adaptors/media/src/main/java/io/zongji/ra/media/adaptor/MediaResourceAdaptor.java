package io.zongji.ra.media.adaptor;

import io.zongji.media.MediaSettings;
import io.zongji.media.MediaStatistics;
import io.zongji.media.recording.RecordingRepair;
import io.zongji.media.recording.RecordingResult;
import io.zongji.ra.media.MediaControl;
import io.zongji.ra.media.MediaError;
import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.ra.media.Recorder;
import io.zongji.ra.media.RecorderSettings;
import io.zongji.ra.media.cluster.MediaCluster;
import io.zongji.ra.media.node.MediaNode;
import io.zongji.ra.media.node.RemoteMediaDriver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javax.slee.Address;
import javax.slee.facilities.Tracer;
import javax.slee.resource.ActivityHandle;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.FailureReason;
import javax.slee.resource.FireableEventType;
import javax.slee.resource.InvalidConfigurationException;
import javax.slee.resource.Marshaler;
import javax.slee.resource.ReceivableService;
import javax.slee.resource.ResourceAdaptor;
import javax.slee.resource.ResourceAdaptorContext;

/**
 * The media resource adaptor (JAIN SLEE 1.1, chapter 15) over a {@link MediaDriver}. Connections and recorders are
 * activities; a connection that no service is attached to any more is released, so that none is left behind.
 */
public final class MediaResourceAdaptor implements ResourceAdaptor {
    private final Function<AdaptorConfiguration, MediaDriver> drivers;
    private ResourceAdaptorContext context;
    private Tracer tracer;
    private AdaptorConfiguration configuration;
    private volatile MediaDriver driver;
    private volatile MediaActivities activities;

    /** With the media server in this process, or on the nodes that are configured. */
    public MediaResourceAdaptor() {
        this(MediaResourceAdaptor::driver);
    }

    MediaResourceAdaptor(Function<AdaptorConfiguration, MediaDriver> drivers) {
        this.drivers = drivers;
    }

    private static MediaDriver driver(AdaptorConfiguration configuration) {
        Path recordings = configuration.media().recordings();
        return configuration.nodes().isEmpty()
                ? new InProcessMediaDriver(
                        configuration.media(), configuration.prompts().source())
                : new MediaCluster(configuration.nodes().stream()
                        .map(node ->
                                new RemoteMediaDriver(node, configuration.secret(), MediaNode.PATIENCE, recordings))
                        .toList());
    }

    /** Gauges of the media server, wherever it runs; null if nothing is known of it. */
    public MediaStatistics statistics() {
        MediaDriver running = driver;
        return running == null ? null : running.statistics();
    }

    /** The media nodes; empty if the media server is in this process, or this adaptor is not active. */
    public List<MediaNodeStatus> nodes() {
        MediaDriver running = driver;
        return running == null ? List.of() : running.nodes();
    }

    @Override
    public void setResourceAdaptorContext(ResourceAdaptorContext newContext) {
        context = newContext;
        tracer = newContext.getTracer("media");
    }

    @Override
    public void unsetResourceAdaptorContext() {
        context = null;
        tracer = null;
    }

    @Override
    public void raVerifyConfiguration(ConfigProperties properties) throws InvalidConfigurationException {
        AdaptorConfiguration.of(properties);
    }

    @Override
    public void raConfigure(ConfigProperties properties) {
        try {
            configuration = AdaptorConfiguration.of(properties);
        } catch (InvalidConfigurationException e) {
            throw new IllegalArgumentException("The configuration was not verified", e);
        }
    }

    @Override
    public void raConfigurationUpdate(ConfigProperties properties) {
        raConfigure(properties);
    }

    @Override
    public void raUnconfigure() {
        configuration = null;
    }

    @Override
    public void raActive() {
        boolean local = configuration.nodes().isEmpty();
        if (local) {
            repairRecordings(configuration.media().recordings());
        }
        MediaDriver started = drivers.apply(configuration);
        activities = new MediaActivities(context, tracer, started);
        started.start(activities);
        driver = started;
        tracer.info(
                local ? "Media is ready on " + ports(configuration.media()) : "Media is on " + configuration.nodes());
    }

    private static String ports(MediaSettings media) {
        return media.bindAddress().getHostAddress() + ", RTP ports " + media.firstPort() + " to " + media.lastPort();
    }

    /** What a crash left unfinished is made playable before anything new is recorded. */
    private void repairRecordings(Path recordings) {
        try {
            for (RecordingResult repaired : RecordingRepair.run(recordings)) {
                tracer.info("Recording " + repaired.id() + " was cut off and is repaired: " + repaired.file());
            }
        } catch (IOException e) {
            tracer.warning("Unfinished recordings cannot be repaired", e);
        }
    }

    @Override
    public void raStopping() {
        MediaActivities current = activities;
        if (current != null) {
            current.acceptNoMore();
        }
    }

    @Override
    public void raInactive() {
        MediaDriver stopping = driver;
        driver = null;
        if (stopping != null) {
            stopping.stop();
        }
        activities = null;
    }

    @Override
    public Object getResourceAdaptorInterface(String className) {
        return MediaControl.class.getName().equals(className) ? new SwitchedControl() : null;
    }

    @Override
    public Object getActivity(ActivityHandle handle) {
        MediaActivities current = activities;
        return current == null ? null : current.get(handle);
    }

    @Override
    public ActivityHandle getActivityHandle(Object activity) {
        MediaActivities current = activities;
        boolean ours =
                current != null && activity instanceof MediaActivity media && current.get(media.handle()) == activity;
        return ours ? ((MediaActivity) activity).handle() : null;
    }

    @Override
    public void administrativeRemove(ActivityHandle handle) {
        if (getActivity(handle) instanceof MediaActivity activity) {
            activity.end();
        }
    }

    @Override
    public void activityEnded(ActivityHandle handle) {
        MediaActivities current = activities;
        if (current != null) {
            current.ended(handle);
        }
    }

    @Override
    public void activityUnreferenced(ActivityHandle handle) {
        if (getActivity(handle) instanceof DrivenConnection connection) {
            connection.release();
        }
    }

    @Override
    public void queryLiveness(ActivityHandle handle) {
        MediaActivities current = activities;
        if (current != null && handle instanceof MediaActivityHandle media && !driver.exists(media.id())) {
            current.end(media);
        }
    }

    @Override
    public Marshaler getMarshaler() {
        return null;
    }

    @Override
    public void serviceActive(ReceivableService service) {
        // Events are fired whether or not somebody listens.
    }

    @Override
    public void serviceStopping(ReceivableService service) {
        // Its connections go on until it releases them.
    }

    @Override
    public void serviceInactive(ReceivableService service) {
        // Its connections were released when nobody was attached any more.
    }

    @Override
    public void eventProcessingSuccessful(
            ActivityHandle handle,
            FireableEventType type,
            Object event,
            Address address,
            ReceivableService service,
            int flags) {
        // Not asked for.
    }

    @Override
    public void eventProcessingFailed(
            ActivityHandle handle,
            FireableEventType type,
            Object event,
            Address address,
            ReceivableService service,
            int flags,
            FailureReason reason) {
        // Not asked for.
    }

    @Override
    public void eventUnreferenced(
            ActivityHandle handle,
            FireableEventType type,
            Object event,
            Address address,
            ReceivableService service,
            int flags) {
        // Not asked for.
    }

    /** Services may hold it across a deactivation of this entity. */
    private final class SwitchedControl implements MediaControl {
        @Override
        public NetworkConnection createNetworkConnection(String owner, String call) throws MediaException {
            return current().createNetworkConnection(owner, call);
        }

        @Override
        public Recorder createRecorder(RecorderSettings settings, List<NetworkConnection> channels)
                throws MediaException {
            return current().createRecorder(settings, channels);
        }

        private MediaControl current() throws MediaException {
            MediaControl control = activities;
            if (control == null) {
                throw new MediaException(MediaError.RESOURCE_UNAVAILABLE, "The media adaptor is not active");
            }
            return control;
        }
    }
}
