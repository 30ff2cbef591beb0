package io.zongji.server;

import io.zongji.sbb.events.ActivityNames;
import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.naming.NamingBridge;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import javax.sip.SipProvider;
import javax.slee.InvalidArgumentException;
import javax.slee.InvalidStateException;
import javax.slee.ServiceID;
import javax.slee.UnrecognizedServiceException;
import javax.slee.management.AlreadyDeployedException;
import javax.slee.management.DeploymentException;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.InvalidConfigurationException;
import javax.slee.resource.ResourceAdaptorID;
import javax.slee.resource.ResourceAdaptorTypeID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets up the SLEE of a call centre: its deployable units, resource adaptor entities and services. */
final class Slee {

    private static final Logger log = LoggerFactory.getLogger(Slee.class);
    private static final String VENDOR = "io.zongji";
    private static final String VERSION = "1.0";

    /** Registrations and the ACD never end by themselves, so waiting longer only delays the stop. */
    private static final Duration DRAIN = Duration.ofMillis(500);

    private Slee() {}

    /** A running SLEE with everything in it. */
    static SleeContainer start(CallCentreSettings settings, String store, Clock clock, NamingBridge naming) {
        SleeContainer slee = SleeContainer.builder()
                .name("zongji")
                .clock(clock)
                .naming(naming)
                .drainTime(DRAIN)
                .build();
        try {
            slee.installAllOnClassPath(ActivityNames.class.getClassLoader());
            activate(slee, "StoreResourceAdaptor", "StoreRA", properties(text("store", store)));
            activate(slee, "MediaResourceAdaptor", "MediaRA", media(settings));
            activate(slee, "SipResourceAdaptor", "SipRA", sip(settings));
            for (String service : new String[] {"Acd", "Registrar", "CallControl"}) {
                slee.activateService(new ServiceID(service, VENDOR, VERSION));
            }
            slee.start();
            requireSip(slee, settings);
            return slee;
        } catch (DeploymentException
                | AlreadyDeployedException
                | InvalidArgumentException
                | InvalidConfigurationException
                | InvalidStateException
                | UnrecognizedServiceException
                | IOException e) {
            throw new CallCentreException("The SLEE cannot be set up: " + e.getMessage(), e);
        }
    }

    /** The SLEE runs on without an adaptor that failed; a call centre without SIP does not. */
    private static void requireSip(SleeContainer slee, CallCentreSettings settings) throws InvalidStateException {
        Object sip = slee.resourceAdaptorInterface(new ResourceAdaptorTypeID("JAIN SIP", "javax.sip", "1.2"), "SipRA");
        try {
            if (sip instanceof SipProvider provider && provider.getListeningPoints().length > 0) {
                return;
            }
        } catch (RuntimeException e) {
            log.debug("The SIP adaptor did not start", e);
        }
        slee.stop();
        throw new CallCentreException(
                "SIP cannot listen on " + settings.sipAddress() + ", port " + settings.sipPort()
                        + " or WebSocket port " + settings.webSocketPort()
                        + ": is another program using it, and is the address this machine's?",
                null);
    }

    private static void activate(SleeContainer slee, String adaptor, String name, ConfigProperties properties)
            throws InvalidArgumentException, InvalidConfigurationException, InvalidStateException {
        slee.createResourceAdaptorEntity(new ResourceAdaptorID(adaptor, VENDOR, VERSION), name, properties);
        slee.bindLinkName(name, name);
        slee.activateResourceAdaptorEntity(name);
    }

    private static ConfigProperties sip(CallCentreSettings settings) {
        String port = Integer.toString(settings.sipPort());
        String webSocket = settings.webSocketPort() == 0 ? "off" : Integer.toString(settings.webSocketPort());
        return properties(
                text("address", settings.sipAddress()),
                text("udpPort", port),
                text("tcpPort", port),
                text("wsPort", webSocket));
    }

    private static ConfigProperties media(CallCentreSettings settings) {
        return properties(
                text("bindAddress", settings.sipAddress()),
                number("firstPort", settings.firstRtpPort()),
                number("lastPort", settings.lastRtpPort()),
                text("promptDirectory", settings.data().resolve("prompts").toString()),
                text(
                        "recordingsDirectory",
                        settings.data().resolve("recordings").toString()));
    }

    private static ConfigProperties properties(ConfigProperties.Property... properties) {
        return new ConfigProperties(properties);
    }

    private static ConfigProperties.Property text(String name, String value) {
        return new ConfigProperties.Property(name, String.class.getName(), value);
    }

    private static ConfigProperties.Property number(String name, int value) {
        return new ConfigProperties.Property(name, Integer.class.getName(), value);
    }
}
