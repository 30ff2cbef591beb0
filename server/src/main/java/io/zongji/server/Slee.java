package io.zongji.server;

import io.zongji.sbb.events.ActivityNames;
import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.StartFailure;
import io.zongji.slee.container.deploy.UnitSources;
import io.zongji.slee.container.management.OperationListener;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.slee.InvalidArgumentException;
import javax.slee.InvalidStateException;
import javax.slee.ServiceID;
import javax.slee.UnrecognizedServiceException;
import javax.slee.management.AlreadyDeployedException;
import javax.slee.management.DeploymentException;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.InvalidConfigurationException;
import javax.slee.resource.ResourceAdaptorID;

/** Sets up the SLEE of a call centre: its deployable units, resource adaptor entities and services. */
final class Slee {

    private static final String VENDOR = "io.zongji";
    private static final String VERSION = "1.0";

    static final ServiceID CALL_CONTROL = new ServiceID("CallControl", VENDOR, VERSION);

    /** For the answers to the last BYEs; the calls have ended before. */
    private static final Duration DRAIN = Duration.ofMillis(500);

    private Slee() {}

    /** A running SLEE with everything in it. */
    static SleeContainer start(
            CallCentreSettings settings,
            String store,
            Clock clock,
            Host host,
            UnitSources units,
            OperationListener operations) {
        SleeContainer slee = SleeContainer.builder()
                .name("zongji")
                .clock(clock)
                .naming(host.naming())
                .jta(host.jta())
                .units(units)
                .profileStorage(host.profiles())
                .drainTime(DRAIN)
                .mbeanServer(ManagementFactory.getPlatformMBeanServer())
                .operations(operations)
                .build();
        try {
            slee.installAllOnClassPath(ActivityNames.class.getClassLoader());
            activate(slee, "StoreResourceAdaptor", "StoreRA", properties(text("store", store)));
            activate(slee, "MediaResourceAdaptor", "MediaRA", media(settings));
            activate(slee, "SipResourceAdaptor", "SipRA", sip(settings));
            for (String service : new String[] {
                "Acd", "Registrar", "CallOrders", "StandingLegs", "TrunkWatch", "TrunkRegistrar", "AgentCodes"
            }) {
                slee.activateService(new ServiceID(service, VENDOR, VERSION));
            }
            slee.activateService(CALL_CONTROL);
            slee.start();
            requireAll(slee);
            return slee;
        } catch (DeploymentException
                | AlreadyDeployedException
                | InvalidArgumentException
                | InvalidStateException
                | UnrecognizedServiceException
                | IOException e) {
            slee.close();
            throw new CallCentreException("The SLEE cannot be set up: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            slee.close();
            throw e;
        }
    }

    /** A SLEE runs on without the parts that failed; a call centre needs them all. */
    private static void requireAll(SleeContainer slee) {
        List<StartFailure> failures = slee.startFailures();
        if (!failures.isEmpty()) {
            StartFailure first = failures.get(0);
            throw new CallCentreException(
                    first.part() + " did not start: " + first.cause().getMessage(), first.cause());
        }
    }

    private static void activate(SleeContainer slee, String adaptor, String name, ConfigProperties properties)
            throws InvalidArgumentException, InvalidStateException {
        try {
            slee.createResourceAdaptorEntity(new ResourceAdaptorID(adaptor, VENDOR, VERSION), name, properties);
        } catch (InvalidConfigurationException e) {
            throw new CallCentreException(name + " cannot be set up: " + e.getMessage(), e);
        }
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
                text("wsPort", webSocket),
                number("maxNewCallsPerSecond", settings.limits().newCallsPerSecond()),
                number("maxDialogs", settings.limits().dialogs()),
                number("maxLagMillis", settings.limits().lagMillis()));
    }

    private static ConfigProperties media(CallCentreSettings settings) {
        VoiceSettings voice = VoiceSettings.ofSystemProperties();
        return properties(
                text("bindAddress", settings.sipAddress()),
                text("publicAddress", voice.publicAddress()),
                number("firstPort", settings.firstRtpPort()),
                number("lastPort", settings.lastRtpPort()),
                text("srtp", settings.srtp()),
                text("country", voice.country()),
                text("speechCommand", voice.speechCommand()),
                text("speechUrl", voice.speechUrl()),
                number("speechTimeoutSeconds", voice.speechTimeoutSeconds()),
                text("nodes", settings.media().nodes()),
                text("secretFile", settings.media().secret().toString()),
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
