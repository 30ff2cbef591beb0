package io.zongji.example.adaptor;

import io.zongji.example.event.LineReceived;
import io.zongji.example.line.LineProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.slee.EventTypeID;
import javax.slee.SLEEException;
import javax.slee.UnrecognizedEventException;
import javax.slee.facilities.Tracer;
import javax.slee.resource.ActivityFlags;
import javax.slee.resource.ActivityHandle;
import javax.slee.resource.ActivityIsEndingException;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.FireEventException;
import javax.slee.resource.FireableEventType;
import javax.slee.resource.InvalidConfigurationException;
import javax.slee.resource.ResourceAdaptorContext;
import javax.slee.resource.SleeEndpoint;
import javax.slee.resource.UnrecognizedActivityHandleException;

/** Lines of text over TCP on the local interface: each connection is an activity, each line an event on it. */
public final class LineResourceAdaptor extends OutgoingOnly implements LineProvider {
    private static final EventTypeID LINE = new EventTypeID("example.LineReceived", "io.zongji.example", "1.0");

    private final Set<LineConnection> connections = ConcurrentHashMap.newKeySet();
    private SleeEndpoint endpoint;
    private FireableEventType line;
    private Tracer tracer;
    private int port;
    private ServerSocket server;

    // --- life: set, configured, active, stopping, inactive ---

    @Override
    public void setResourceAdaptorContext(ResourceAdaptorContext context) {
        endpoint = context.getSleeEndpoint();
        tracer = context.getTracer("line");
        try {
            line = context.getEventLookupFacility().getFireableEventType(LINE);
        } catch (UnrecognizedEventException e) {
            throw new SLEEException("The descriptor does not name " + LINE, e);
        }
    }

    @Override
    public void unsetResourceAdaptorContext() {
        endpoint = null;
    }

    @Override
    public void raVerifyConfiguration(ConfigProperties properties) throws InvalidConfigurationException {
        int wanted = (Integer) properties.getProperty("port").getValue();
        if (wanted < 1 || wanted > 65_535) {
            throw new InvalidConfigurationException("port is not between 1 and 65535: " + wanted);
        }
    }

    @Override
    public void raConfigure(ConfigProperties properties) {
        port = (Integer) properties.getProperty("port").getValue();
    }

    @Override
    public void raConfigurationUpdate(ConfigProperties properties) {
        raConfigure(properties);
    }

    @Override
    public void raUnconfigure() {}

    @Override
    public void raActive() {
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new SLEEException("Cannot listen on port " + port, e);
        }
        startThread(this::accept, "line-accept");
    }

    /** No new activities; those that are up may finish. */
    @Override
    public void raStopping() {
        if (server == null) {
            return; // it never listened
        }
        try {
            server.close();
        } catch (IOException e) {
            tracer.warning("Port " + port + " was not given back", e);
        }
    }

    @Override
    public void raInactive() {}

    // --- work ---

    private void accept() {
        while (true) {
            try {
                Socket socket = server.accept();
                LineConnection connection = new LineConnection(socket);
                startThread(() -> serve(connection), "line-" + socket.getPort());
            } catch (IOException e) {
                return; // raStopping closed the socket
            }
        }
    }

    private static void startThread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(LineConnection connection) {
        connections.add(connection);
        try {
            endpoint.startActivity(connection, connection, ActivityFlags.REQUEST_ENDED_CALLBACK);
            boolean first = true;
            for (String text = connection.read(); text != null; text = connection.read()) {
                fire(connection, new LineReceived(text, first));
                first = false;
            }
            endpoint.endActivity(connection);
        } catch (Exception e) {
            // Whatever the SLEE refuses here, this connection is of no use any more.
            tracer.warning("A connection is given up", e);
            activityEnded(connection);
        }
    }

    private void fire(LineConnection connection, LineReceived received)
            throws UnrecognizedActivityHandleException, ActivityIsEndingException {
        try {
            endpoint.fireEvent(connection, line, received, null, null);
        } catch (FireEventException e) {
            connection.send("busy"); // the SLEE's queues are full; the next line may find place
        }
    }

    @Override
    public int sessions() {
        return connections.size();
    }

    // --- activities, as the SLEE asks for them ---

    @Override
    public Object getActivity(ActivityHandle handle) {
        return handle;
    }

    @Override
    public ActivityHandle getActivityHandle(Object activity) {
        return activity instanceof LineConnection connection && connections.contains(connection) ? connection : null;
    }

    @Override
    public void activityEnded(ActivityHandle handle) {
        LineConnection connection = (LineConnection) handle;
        connections.remove(connection);
        connection.disconnect();
    }

    @Override
    public void administrativeRemove(ActivityHandle handle) {
        ((LineConnection) handle).close();
    }

    @Override
    public void queryLiveness(ActivityHandle handle) {
        if (!((LineConnection) handle).isOpen()) {
            administrativeRemove(handle);
        }
    }

    @Override
    public Object getResourceAdaptorInterface(String className) {
        return this;
    }
}
