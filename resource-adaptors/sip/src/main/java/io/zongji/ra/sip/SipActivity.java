package io.zongji.ra.sip;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.sip.header.HeaderAddress;
import javax.sip.message.Message;
import javax.slee.Address;
import javax.slee.AddressPlan;

/** What all activity objects of this RA have: a handle, the address of their events, and one end. */
abstract class SipActivity {

    private final SipActivityHandle handle;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean started;
    private volatile Address eventAddress;

    SipActivity(SipActivityHandle handle) {
        this.handle = handle;
    }

    SipActivityHandle handle() {
        return handle;
    }

    /** The SLEE knows this activity; events can be fired on it. */
    boolean isLive() {
        return started && !ended.get();
    }

    void started() {
        started = true;
    }

    /** True for the one caller that has to tell the SLEE. */
    boolean endOnce() {
        return started && ended.compareAndSet(false, true);
    }

    /** Address plan SIP; by the RA type: To of a server, From of a client transaction, local party of a dialog. */
    final Address eventAddress() {
        Address address = eventAddress;
        if (address == null) {
            address = new Address(AddressPlan.SIP, eventUri());
            eventAddress = address;
        }
        return address;
    }

    abstract String eventUri();

    static String uri(Message message, String headerName) {
        return message.getHeader(headerName) instanceof HeaderAddress header
                ? header.getAddress().getURI().toString()
                : "sip:unknown";
    }
}
