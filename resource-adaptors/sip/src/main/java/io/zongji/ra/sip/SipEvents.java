package io.zongji.ra.sip;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sip.message.Request;
import javax.slee.EventTypeID;
import javax.slee.UnrecognizedEventException;
import javax.slee.facilities.EventLookupFacility;
import javax.slee.facilities.FacilityException;
import javax.slee.resource.FireableEventType;
import javax.slee.resource.ReceivableService;

/**
 * The event types of the RA type by SIP method and status, and which of them an active service receives.
 * Looked up once at start; thread-safe.
 */
final class SipEvents {

    private static final String VENDOR = "net.java.slee";
    private static final String VERSION = "1.2";
    private static final String EXTENSION = "SIP_EXTENSION";
    private static final String[] METHODS = {
        Request.INVITE,
        Request.ACK,
        Request.BYE,
        Request.OPTIONS,
        Request.REGISTER,
        Request.INFO,
        Request.PRACK,
        Request.UPDATE,
        Request.MESSAGE,
        Request.SUBSCRIBE,
        Request.NOTIFY,
        Request.REFER,
        Request.PUBLISH
    };

    private final Map<String, FireableEventType> requests = new HashMap<>();
    private final Map<String, FireableEventType> dialogRequests = new HashMap<>();
    private final Set<EventTypeID> beginnings = new HashSet<>();
    private final FireableEventType[] responses = new FireableEventType[7];
    private final FireableEventType trying;
    private final FireableEventType cancel;
    private final FireableEventType transactionTimeout;
    private final FireableEventType dialogTimeout;
    private final FireableEventType forked;
    private final FireableEventType flowLost;
    private final Map<Object, Set<EventTypeID>> receivers = new ConcurrentHashMap<>();
    private volatile Set<EventTypeID> wanted = Set.of();

    SipEvents(EventLookupFacility lookup) throws UnrecognizedEventException, FacilityException {
        for (String method : METHODS) {
            requests.put(method, find(lookup, "javax.sip.message.Request." + method));
            dialogRequests.put(method, find(lookup, "javax.sip.Dialog." + method));
        }
        requests.put(EXTENSION, find(lookup, "javax.sip.message.Request." + EXTENSION));
        dialogRequests.put(EXTENSION, find(lookup, "javax.sip.Dialog." + EXTENSION));
        requests.values().forEach(type -> beginnings.add(type.getEventType()));
        cancel = find(lookup, "javax.sip.message.Request.CANCEL");
        trying = find(lookup, "javax.sip.message.Response.TRYING");
        String[] classes = {"PROVISIONAL", "SUCCESS", "REDIRECT", "CLIENT_ERROR", "SERVER_ERROR", "GLOBAL_FAILURE"};
        for (int i = 0; i < classes.length; i++) {
            responses[i + 1] = find(lookup, "javax.sip.message.Response." + classes[i]);
        }
        transactionTimeout = find(lookup, "javax.sip.Timeout.TRANSACTION");
        dialogTimeout = find(lookup, "javax.sip.Timeout.Dialog");
        forked = find(lookup, "javax.sip.Dialog.FORKED");
        flowLost = lookup.getFireableEventType(new EventTypeID(FlowLost.class.getName(), "io.zongji", "1.0"));
    }

    private static FireableEventType find(EventLookupFacility lookup, String name)
            throws UnrecognizedEventException, FacilityException {
        return lookup.getFireableEventType(new EventTypeID(name, VENDOR, VERSION));
    }

    FireableEventType request(String method) {
        FireableEventType type = requests.get(method);
        return type == null ? requests.get(EXTENSION) : type;
    }

    FireableEventType inDialog(String method) {
        FireableEventType type = dialogRequests.get(method);
        return type == null ? dialogRequests.get(EXTENSION) : type;
    }

    FireableEventType response(int status) {
        return status == 100 ? trying : responses[Math.max(1, Math.min(6, status / 100))];
    }

    FireableEventType cancel() {
        return cancel;
    }

    FireableEventType transactionTimeout() {
        return transactionTimeout;
    }

    FireableEventType dialogTimeout() {
        return dialogTimeout;
    }

    FireableEventType forked() {
        return forked;
    }

    FireableEventType flowLost() {
        return flowLost;
    }

    /** Whether some active service has a handler for it; other events need not be fired. */
    boolean isWanted(FireableEventType type) {
        return wanted.contains(type.getEventType());
    }

    void serviceActive(ReceivableService service) {
        Set<EventTypeID> types = new HashSet<>();
        for (ReceivableService.ReceivableEvent event : service.getReceivableEvents()) {
            types.add(event.getEventType());
        }
        receivers.put(service.getService(), types);
        refresh();
    }

    /** Its calls go on until they end, but requests that would begin something new reach it no more. */
    void serviceStopping(ReceivableService service) {
        Set<EventTypeID> types = new HashSet<>();
        for (ReceivableService.ReceivableEvent event : service.getReceivableEvents()) {
            if (!event.isInitialEvent() || !beginnings.contains(event.getEventType())) {
                types.add(event.getEventType());
            }
        }
        receivers.put(service.getService(), types);
        refresh();
    }

    void serviceInactive(ReceivableService service) {
        receivers.remove(service.getService());
        refresh();
    }

    private synchronized void refresh() {
        Set<EventTypeID> union = new HashSet<>();
        receivers.values().forEach(union::addAll);
        wanted = Set.copyOf(union);
    }
}
