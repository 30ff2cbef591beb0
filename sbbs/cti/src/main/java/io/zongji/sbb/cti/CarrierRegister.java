package io.zongji.sbb.cti;

import java.text.ParseException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.MinExpiresHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import net.java.slee.resource.sip.SleeSipProvider;

/** The REGISTER that a carrier is sent, and what its answer grants (RFC 3261, 10.2). */
final class CarrierRegister {

    private final SleeSipProvider sip;

    CarrierRegister(SleeSipProvider sip) {
        this.sip = sip;
    }

    /** @param password to answer the binding's challenge with; null when there is none */
    Request request(CarrierBinding binding, String password)
            throws ParseException, InvalidArgumentException, SipException {
        AddressFactory addresses = sip.getAddressFactory();
        HeaderFactory headers = sip.getHeaderFactory();
        SipURI registrar = (SipURI) addresses.createURI("sip:" + binding.to().registrar());
        String transport = registrar.getTransportParam() == null ? "udp" : registrar.getTransportParam();
        Address us = addresses.createAddress(
                addresses.createSipURI(binding.to().account().user(), registrar.getHost()));
        Request register = sip.getMessageFactory()
                .createRequest(
                        registrar,
                        Request.REGISTER,
                        headers.createCallIdHeader(binding.callId()),
                        headers.createCSeqHeader(binding.sequence(), Request.REGISTER),
                        headers.createFromHeader(us, null),
                        headers.createToHeader(us, null),
                        List.of(sip.getLocalVia(transport, null)),
                        headers.createMaxForwardsHeader(70));
        register.addHeader(headers.createContactHeader(contact(binding, transport)));
        register.addHeader(
                headers.createExpiresHeader(Math.toIntExact(binding.expiry().toSeconds())));
        if (binding.digest() != null) {
            binding.digest().addTo(register, binding.to().account().user(), password, headers);
        }
        return register;
    }

    private Address contact(CarrierBinding binding, String transport) throws ParseException {
        SipURI here = sip.getLocalSipURI(transport);
        SipURI uri = sip.getAddressFactory().createSipURI(binding.contact(), here.getHost());
        uri.setPort(here.getPort());
        if (!transport.equalsIgnoreCase("udp")) {
            uri.setTransportParam(transport);
        }
        return sip.getAddressFactory().createAddress(uri);
    }

    /** For how long we are registered: what stands at our contact, else for all, else what we have asked for. */
    static Duration granted(Response response, CarrierBinding binding) {
        for (Iterator<?> contacts = response.getHeaders(ContactHeader.NAME); contacts.hasNext(); ) {
            ContactHeader contact = (ContactHeader) contacts.next();
            boolean ours = contact.getAddress() != null
                    && contact.getAddress().getURI() instanceof SipURI uri
                    && binding.contact().equals(uri.getUser());
            if (ours && contact.getExpires() > 0) {
                return Duration.ofSeconds(contact.getExpires());
            }
        }
        return response.getHeader(ExpiresHeader.NAME) instanceof ExpiresHeader all && all.getExpires() > 0
                ? Duration.ofSeconds(all.getExpires())
                : binding.expiry();
    }

    /** For how long one has to ask at least; empty unless that was the matter (423). */
    static Optional<Duration> least(Response response) {
        return response.getStatusCode() == Response.INTERVAL_TOO_BRIEF
                        && response.getHeader(MinExpiresHeader.NAME) instanceof MinExpiresHeader least
                        && least.getExpires() > 0
                ? Optional.of(Duration.ofSeconds(least.getExpires()))
                : Optional.empty();
    }
}
