package io.zongji.ra.sip;

import java.util.Iterator;
import java.util.TreeMap;
import javax.sip.RequestEvent;
import javax.sip.address.Address;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import javax.slee.InitialEventSelector;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerFacility;
import javax.slee.facilities.TimerOptions;
import javax.slee.nullactivity.NullActivityContextInterfaceFactory;
import javax.slee.nullactivity.NullActivityFactory;

/** One entity for each address of record, which keeps its contacts until the last has expired. */
public abstract class RegistrarSbb extends ForeignSbb {

    /** The second at which each contact expires. */
    public abstract TreeMap<String, Long> getContacts();

    public abstract void setContacts(TreeMap<String, Long> contacts);

    public abstract ActivityContextInterface getLife();

    public abstract void setLife(ActivityContextInterface aci);

    public InitialEventSelector byAddressOfRecord(InitialEventSelector selector) {
        ToHeader to =
                (ToHeader) ((RequestEvent) selector.getEvent()).getRequest().getHeader(ToHeader.NAME);
        selector.setCustomName(to.getAddress().getURI().toString());
        return selector;
    }

    public void onRegister(RequestEvent event, ActivityContextInterface aci) {
        safely(() -> {
            TreeMap<String, Long> contacts = getContacts() == null ? new TreeMap<>() : new TreeMap<>(getContacts());
            ExpiresHeader expires = (ExpiresHeader) event.getRequest().getHeader(ExpiresHeader.NAME);
            long until = System.currentTimeMillis() / 1000 + expires.getExpires();
            for (Iterator<?> given = event.getRequest().getHeaders(ContactHeader.NAME); given.hasNext(); ) {
                contacts.put(
                        ((ContactHeader) given.next()).getAddress().getURI().toString(), until);
            }
            contacts.values().removeIf(second -> second <= System.currentTimeMillis() / 1000);
            setContacts(contacts);
            keep(until * 1000);
            Response response = response(event, Response.OK);
            for (String contact : contacts.keySet()) {
                Address address = provider.getAddressFactory().createAddress(contact);
                response.addHeader(provider.getHeaderFactory().createContactHeader(address));
            }
            event.getServerTransaction().sendResponse(response);
        });
    }

    private void keep(long untilMillis) throws Exception {
        if (getLife() == null) {
            NullActivityFactory nulls = (NullActivityFactory) environment.lookup("slee/nullactivity/factory");
            NullActivityContextInterfaceFactory contexts = (NullActivityContextInterfaceFactory)
                    environment.lookup("slee/nullactivity/activitycontextinterfacefactory");
            setLife(contexts.getActivityContextInterface(nulls.createNullActivity()));
            getLife().attach(context.getSbbLocalObject());
        }
        ((TimerFacility) environment.lookup("slee/facilities/timer"))
                .setTimer(getLife(), null, untilMillis, new TimerOptions());
    }

    public void onTimer(TimerEvent event, ActivityContextInterface aci) {
        TreeMap<String, Long> contacts = new TreeMap<>(getContacts());
        contacts.values().removeIf(second -> second * 1000 <= event.getScheduledTime());
        setContacts(contacts);
        if (contacts.isEmpty()) {
            aci.detach(context.getSbbLocalObject());
            setLife(null);
        }
    }
}
