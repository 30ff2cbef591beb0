package io.zongji.ra.media.adaptor;

import io.zongji.ra.media.ConnectionEvent;
import io.zongji.ra.media.MediaControl;
import io.zongji.ra.media.MediaError;
import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.ra.media.PlayerEvent;
import io.zongji.ra.media.Recorder;
import io.zongji.ra.media.RecorderEvent;
import io.zongji.ra.media.RecorderSettings;
import io.zongji.ra.media.SdpPortManagerEvent;
import io.zongji.ra.media.SignalDetectorEvent;
import jakarta.transaction.SystemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.slee.EventTypeID;
import javax.slee.SLEEException;
import javax.slee.UnrecognizedEventException;
import javax.slee.facilities.Tracer;
import javax.slee.resource.ActivityFlags;
import javax.slee.resource.ActivityHandle;
import javax.slee.resource.ActivityIsEndingException;
import javax.slee.resource.FireEventException;
import javax.slee.resource.FireableEventType;
import javax.slee.resource.IllegalEventException;
import javax.slee.resource.ResourceAdaptorContext;
import javax.slee.resource.SleeEndpoint;
import javax.slee.resource.StartActivityException;
import javax.slee.resource.UnrecognizedActivityHandleException;
import javax.slee.transaction.SleeTransactionManager;

/** The activities of one active adaptor: starts them, fires what the driver tells on them, and ends them. */
final class MediaActivities implements MediaControl, MediaDriver.Events {
    private static final String VENDOR = "io.zongji";
    private static final String VERSION = "1.0";
    private static final List<Class<?>> EVENT_CLASSES = List.of(
            SdpPortManagerEvent.class,
            PlayerEvent.class,
            SignalDetectorEvent.class,
            RecorderEvent.class,
            ConnectionEvent.class);
    private static final int FLAGS =
            ActivityFlags.REQUEST_ENDED_CALLBACK | ActivityFlags.REQUEST_ACTIVITY_UNREFERENCED_CALLBACK;

    private final SleeEndpoint endpoint;
    private final SleeTransactionManager transactions;
    private final Tracer tracer;
    private final MediaDriver driver;
    private final Map<Class<?>, FireableEventType> eventTypes = new HashMap<>();
    private final Map<ActivityHandle, MediaActivity> activities = new ConcurrentHashMap<>();
    private final AtomicLong lastConnection = new AtomicLong();
    private final AtomicLong lastRecorder = new AtomicLong();
    private volatile boolean stopping;

    MediaActivities(ResourceAdaptorContext context, Tracer tracer, MediaDriver driver) {
        this.endpoint = context.getSleeEndpoint();
        this.transactions = context.getSleeTransactionManager();
        this.tracer = tracer;
        this.driver = driver;
        for (Class<?> eventClass : EVENT_CLASSES) {
            eventTypes.put(eventClass, eventType(context, eventClass));
        }
    }

    private static FireableEventType eventType(ResourceAdaptorContext context, Class<?> eventClass) {
        try {
            return context.getEventLookupFacility()
                    .getFireableEventType(new EventTypeID(eventClass.getName(), VENDOR, VERSION));
        } catch (UnrecognizedEventException e) {
            throw new IllegalStateException("Event type of the media RA type is not installed: " + eventClass, e);
        }
    }

    // What services ask for

    @Override
    public NetworkConnection createNetworkConnection(String owner, String call) throws MediaException {
        checkAccepting();
        String id = "c" + lastConnection.incrementAndGet();
        driver.createConnection(id, owner, call);
        DrivenConnection connection = new DrivenConnection(driver, id);
        start(connection);
        return connection;
    }

    @Override
    public Recorder createRecorder(RecorderSettings settings, List<NetworkConnection> channels) throws MediaException {
        checkAccepting();
        if (channels.size() > MOST_CHANNELS) {
            throw new MediaException(
                    MediaError.RESOURCE_UNAVAILABLE, channels.size() + " parties are more than a recording takes");
        }
        String key = "r" + lastRecorder.incrementAndGet();
        DrivenRecorder recorder = new DrivenRecorder(driver, key, settings.recordingId());
        List<String> connections = channels.stream().map(NetworkConnection::id).toList();
        // Started first, since a recorder of connections that just went away ends at once.
        start(recorder);
        try {
            driver.createRecorder(key, settings, connections);
        } catch (MediaException e) {
            end(recorder.handle());
            throw e;
        }
        return recorder;
    }

    private void checkAccepting() throws MediaException {
        if (stopping) {
            throw new MediaException(MediaError.RESOURCE_UNAVAILABLE, "The media adaptor is stopping");
        }
    }

    private void start(MediaActivity activity) throws MediaException {
        activities.put(activity.handle(), activity);
        try {
            if (inTransaction()) {
                endpoint.startActivitySuspended(activity.handle(), activity, FLAGS);
            } else {
                endpoint.startActivity(activity.handle(), activity, FLAGS);
            }
        } catch (StartActivityException | RuntimeException e) {
            activities.remove(activity.handle());
            activity.end();
            tracer.warning("Activity cannot be started: " + activity, e);
            throw new MediaException(MediaError.RESOURCE_UNAVAILABLE, "The SLEE takes no activity: " + e.getMessage());
        }
    }

    private boolean inTransaction() {
        try {
            return transactions != null && transactions.getTransaction() != null;
        } catch (SystemException e) {
            throw new SLEEException("Transaction cannot be seen", e);
        }
    }

    // What the SLEE asks for

    MediaActivity get(ActivityHandle handle) {
        return activities.get(handle);
    }

    void acceptNoMore() {
        stopping = true;
    }

    /** The SLEE ended the activity; what it stood for must not outlive it. */
    void ended(ActivityHandle handle) {
        MediaActivity activity = activities.remove(handle);
        if (activity != null) {
            activity.end();
        }
    }

    void end(MediaActivityHandle handle) {
        try {
            endpoint.endActivity(handle);
        } catch (UnrecognizedActivityHandleException | IllegalStateException e) {
            activities.remove(handle);
            tracer.fine("Activity was ended before: " + handle);
        }
    }

    // What the driver tells

    @Override
    public void connectionEvent(String connection, Object event) {
        fire(MediaActivityHandle.connection(connection), event);
    }

    @Override
    public void connectionGone(String connection) {
        end(MediaActivityHandle.connection(connection));
    }

    @Override
    public void recorderEvent(String recorder, RecorderEvent event) {
        fire(MediaActivityHandle.recorder(recorder), event);
    }

    @Override
    public void recorderGone(String recorder) {
        end(MediaActivityHandle.recorder(recorder));
    }

    private void fire(MediaActivityHandle handle, Object event) {
        try {
            endpoint.fireEvent(handle, eventTypes.get(event.getClass()), event, null, null);
        } catch (ActivityIsEndingException | UnrecognizedActivityHandleException | IllegalStateException e) {
            tracer.fine("Event comes too late on " + handle + ": " + event);
        } catch (FireEventException | IllegalEventException e) {
            tracer.warning("Event cannot be fired on " + handle + ": " + event, e);
        }
    }
}
