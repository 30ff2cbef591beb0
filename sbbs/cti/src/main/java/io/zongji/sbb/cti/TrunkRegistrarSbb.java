package io.zongji.sbb.cti;

import io.zongji.domain.config.Trunk;
import io.zongji.domain.trunk.RegistrationState;
import io.zongji.domain.trunk.RegistrationState.Stage;
import io.zongji.domain.trunk.TrunkRegistrations;
import io.zongji.ra.sip.auth.DigestAnswer;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import javax.slee.facilities.TimerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers at the carriers of the trunks that want it, refreshes that in time, and takes it back when a trunk is set up
 * otherwise or the call centre stops.
 */
public abstract class TrunkRegistrarSbb extends TrunksSbb {

    private static final Logger log = LoggerFactory.getLogger(TrunkRegistrarSbb.class);

    /** By the trunk's name. */
    public abstract HashMap<String, CarrierBinding> getBindings();

    public abstract void setBindings(HashMap<String, CarrierBinding> bindings);

    @Override
    final void begin() {
        setBindings(new HashMap<>());
    }

    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        Map<String, Trunk> wanted = registrations().isLeaving()
                ? Map.of()
                : store().configuration().trunks().stream()
                        .filter(trunk -> trunk.registration() != null)
                        .collect(Collectors.toMap(Trunk::name, trunk -> trunk));
        if (wanted.isEmpty() && getBindings().isEmpty()) {
            return;
        }
        Instant now = store().clock().instant();
        HashMap<String, CarrierBinding> bindings = new HashMap<>(getBindings());
        wanted.values().forEach(trunk -> bindings.computeIfAbsent(trunk.name(), name -> begin(trunk, now)));
        setBindings(bindings);
        for (String trunk : List.copyOf(bindings.keySet())) {
            look(trunk, wanted.get(trunk), now);
        }
    }

    private CarrierBinding begin(Trunk trunk, Instant now) {
        note(trunk.name(), Stage.TRYING, null);
        return CarrierBinding.begin(
                trunk.registration(), trunk.contactUser(), sip().getNewCallId().getCallId(), now);
    }

    private void look(String trunk, Trunk wanted, Instant now) {
        CarrierBinding binding = getBindings().get(trunk);
        boolean asSetUp = wanted != null && wanted.registration().equals(binding.to());
        if (binding.isOverdue(now)) {
            unanswered(trunk, binding, now);
        } else if (!asSetUp && !binding.isLeaving()) {
            leave(trunk, binding, now);
        } else if (binding.isDue(now)) {
            ask(trunk, binding, now);
        }
    }

    private void leave(String trunk, CarrierBinding binding, Instant now) {
        if (binding.isKnownThere(now)) {
            ask(trunk, binding.leaving(now), now);
        } else {
            forget(trunk);
        }
    }

    private void unanswered(String trunk, CarrierBinding binding, Instant now) {
        if (binding.isLeaving()) {
            forget(trunk);
        } else {
            keep(trunk, binding.failed(true, now));
            note(trunk, Stage.UNANSWERED, null);
        }
    }

    private void ask(String trunk, CarrierBinding last, Instant now) {
        CarrierBinding next = last.next();
        try {
            String password = next.digest() == null
                    ? null
                    : store().outside().passwords().apply(next.to().account().sealedPassword());
            ActivityContextInterface question = send(new CarrierRegister(sip()).request(next, password));
            keep(trunk, next.sent(branchOf(question), now));
        } catch (IllegalArgumentException e) {
            log.error("The password of trunk {} for its registrar cannot be read: {}", trunk, e.getMessage());
            failed(trunk, next, state(trunk, Stage.PASSWORD_UNREADABLE, null), false, now);
        } catch (SipException | ParseException | InvalidArgumentException e) {
            log.warn("Trunk {} could not be registered: {}", trunk, e.toString());
            unanswered(trunk, next, now);
        }
    }

    @Override
    void answered(Response response, ActivityContextInterface question) {
        String branch = branchOf(question);
        Map.copyOf(getBindings()).forEach((trunk, binding) -> {
            if (branch.equals(binding.branch())) {
                answered(trunk, binding, response);
            }
        });
    }

    private void answered(String trunk, CarrierBinding binding, Response response) {
        Instant now = store().clock().instant();
        int status = response.getStatusCode();
        Optional<DigestAnswer> challenge =
                status == Response.UNAUTHORIZED || status == Response.PROXY_AUTHENTICATION_REQUIRED
                        ? DigestAnswer.to(response)
                        : Optional.empty();
        Optional<Duration> least = CarrierRegister.least(response);
        if (challenge.isPresent() && binding.takesChallenge() && !isRejected(binding, response)) {
            ask(trunk, binding.challenged(challenge.get(), now), now);
        } else if (least.isPresent() && binding.takesChallenge()) {
            ask(trunk, binding.lengthened(least.get(), now), now);
        } else if (binding.isLeaving()) {
            forget(trunk);
        } else if (status / 100 == 2) {
            CarrierBinding registered = binding.registered(CarrierRegister.granted(response, binding), now);
            keep(trunk, registered);
            note(trunk, Stage.REGISTERED, registered.until());
        } else {
            boolean busy = status >= Response.SERVER_INTERNAL_ERROR || status == Response.REQUEST_TIMEOUT;
            String words = Objects.requireNonNullElse(response.getReasonPhrase(), "");
            failed(trunk, binding, new RegistrationState(trunk, Stage.REFUSED, now, null, status, words), busy, now);
        }
    }

    /** The first answer to a challenge was not right, and the carrier does not say that it only came too late. */
    private static boolean isRejected(CarrierBinding binding, Response response) {
        return binding.challenges() > 0 && !DigestAnswer.isStale(response);
    }

    private void failed(String trunk, CarrierBinding binding, RegistrationState state, boolean busy, Instant now) {
        if (binding.isLeaving()) {
            forget(trunk);
        } else {
            keep(trunk, binding.failed(busy, now));
            registrations().note(state);
        }
    }

    private void keep(String trunk, CarrierBinding binding) {
        HashMap<String, CarrierBinding> bindings = new HashMap<>(getBindings());
        bindings.put(trunk, binding);
        setBindings(bindings);
    }

    private void forget(String trunk) {
        HashMap<String, CarrierBinding> bindings = new HashMap<>(getBindings());
        bindings.remove(trunk);
        setBindings(bindings);
        registrations().forget(trunk);
    }

    private void note(String trunk, Stage stage, Instant until) {
        registrations().note(state(trunk, stage, until));
    }

    private RegistrationState state(String trunk, Stage stage, Instant until) {
        return new RegistrationState(trunk, stage, store().clock().instant(), until, 0, "");
    }

    private TrunkRegistrations registrations() {
        return store().outside().registrations();
    }
}
