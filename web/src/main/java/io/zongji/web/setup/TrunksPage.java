package io.zongji.web.setup;

import io.zongji.domain.config.Network;
import io.zongji.domain.config.OutboundAccount;
import io.zongji.domain.config.OutboundRoute;
import io.zongji.domain.config.PhoneNumber;
import io.zongji.domain.config.TrunkRegistration;
import io.zongji.domain.trunk.RegistrationState;
import io.zongji.store.config.DigestSecret;
import io.zongji.store.entity.TrunkRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Carriers' trunks and gateways, known by address or by user name and password. */
@Named("trunks")
@ViewScoped
public class TrunksPage extends Editor<TrunkRow> {

    private static final long serialVersionUID = 1L;

    private static final int LEAST_PROBE_MS = 1_000;

    @Inject
    private InForce inForce;

    private transient String password;
    private transient String outboundPassword;
    private transient String registrarPassword;

    @Override
    protected List<TrunkRow> read() {
        return setUp().all(TrunkRow.class, "sortOrder, r.name");
    }

    @Override
    protected TrunkRow usual() {
        TrunkRow row = new TrunkRow();
        row.setNetworks("");
        return row;
    }

    @Override
    protected String name(TrunkRow row) {
        return row.getName();
    }

    @Override
    protected void check(TrunkRow row) {
        if (!Identifiers.valid(row.getName())) {
            refuseNamed("name", "setup.id", "setup.badId");
        } else if (isFresh() && setUp().find(TrunkRow.class, row.getName()) != null) {
            refuse("name", "setup.twice", row.getName());
        }
        row.setNetworks(row.getNetworks() == null ? "" : row.getNetworks().trim());
        for (String network : row.getNetworks().split(",")) {
            checkNetwork(network);
        }
        checkRegistration(row);
        checkDigest(row);
        checkOutbound(row);
    }

    private void checkRegistration(TrunkRow row) {
        if (Identifiers.blank(row.getRegistrar())) {
            row.setRegistrar(null);
            row.setRegistrarUser(null);
            row.setRegistrarSecret(null);
            return;
        }
        row.setRegistrar(row.getRegistrar().trim());
        if (Identifiers.blank(row.getRegistrarUser())) {
            refuse("registrarUser", "trunks.registrarUser.missing");
        }
        if (!Identifiers.blank(registrarPassword)) {
            row.setRegistrarSecret(inForce.seal(registrarPassword));
        } else if (row.getRegistrarSecret() == null) {
            refuse("registrarPassword", "trunks.password.missing");
        }
        if (row.getRegistrarExpiryMs() < TrunkRegistration.SHORTEST.toMillis()) {
            refuse("registrarExpiry", "trunks.registrarExpiry.bad");
        }
        try {
            new TrunkRegistration(row.getRegistrar(), new OutboundAccount("", ""), TrunkRegistration.SHORTEST);
        } catch (IllegalArgumentException e) {
            refuse("registrar", "trunks.outboundGateway.bad", row.getRegistrar());
        }
    }

    private void checkOutbound(TrunkRow row) {
        row.setOutboundPrefixes(
                Identifiers.blank(row.getOutboundPrefixes())
                        ? ""
                        : row.getOutboundPrefixes().replace(" ", ""));
        row.setOutboundCaller(PhoneNumber.normalise(row.getOutboundCaller()));
        row.setOutboundPermitted(
                Identifiers.blank(row.getOutboundPermitted())
                        ? ""
                        : row.getOutboundPermitted().replace(" ", ""));
        if (Identifiers.blank(row.getOutboundGateway())) {
            row.setOutboundGateway(null);
            return;
        }
        row.setOutboundGateway(row.getOutboundGateway().trim());
        try {
            new OutboundRoute(row.getOutboundGateway(), List.of(), "");
        } catch (IllegalArgumentException e) {
            refuse("outboundGateway", "trunks.outboundGateway.bad", row.getOutboundGateway());
        }
        if (row.getOutboundPatienceMs() == 0) {
            refuse("outboundPatience", "trunks.outboundPatience.bad");
        }
        if (row.getOutboundProbeMs() != 0 && row.getOutboundProbeMs() < LEAST_PROBE_MS) {
            refuse("outboundProbe", "trunks.outboundPatience.bad");
        }
        checkAccount(row);
        checkNumbers(row);
    }

    private void checkAccount(TrunkRow row) {
        if (Identifiers.blank(row.getOutboundUser())) {
            row.setOutboundUser(null);
            row.setOutboundSecret(null);
        } else if (!Identifiers.blank(outboundPassword)) {
            row.setOutboundSecret(inForce.seal(outboundPassword));
        } else if (row.getOutboundSecret() == null) {
            refuse("outboundPassword", "trunks.password.missing");
        }
    }

    private void checkNumbers(TrunkRow row) {
        if (!row.getOutboundPrefixes().matches("(\\+?[0-9]+(,\\+?[0-9]+)*)?")) {
            refuse("outboundPrefixes", "trunks.outboundPrefixes.bad", row.getOutboundPrefixes());
        }
        if (!row.getOutboundCaller().isEmpty() && !OutboundRoute.isNumber(row.getOutboundCaller())) {
            refuse("outboundCaller", "trunks.outboundCaller.bad", row.getOutboundCaller());
        }
        for (String number : row.getOutboundPermitted().split(",")) {
            if (!number.isEmpty() && !OutboundRoute.isNumber(number)) {
                refuse("outboundPermitted", "trunks.outboundCaller.bad", number);
            }
        }
    }

    private void checkNetwork(String network) {
        try {
            if (!network.isBlank()) {
                Network.parse(network.trim());
            }
        } catch (IllegalArgumentException e) {
            refuse("networks", "trunks.networks.bad", network.trim());
        }
    }

    private void checkDigest(TrunkRow row) {
        boolean named = !Identifiers.blank(row.getDigestUser());
        if (!named) {
            row.setDigestUser(null);
            row.setHa1Md5(null);
            row.setHa1Sha256(null);
            if (row.getNetworks().isEmpty() && row.getRegistrar() == null) {
                refuse("networks", "trunks.unknown");
            }
        } else if (!Identifiers.blank(password)) {
            if (!Identifiers.password(password)) {
                refuseNamed("password", "trunks.password", "setup.shortPassword");
            }
            String realm = configuration().settings().realm();
            row.setHa1Md5(DigestSecret.md5(row.getDigestUser(), realm, password));
            row.setHa1Sha256(DigestSecret.sha256(row.getDigestUser(), realm, password));
        } else if (row.getHa1Md5() == null || isRenamed(row)) {
            refuse("password", "trunks.password.missing");
        }
    }

    /** The kept hash holds the user's name too. */
    private boolean isRenamed(TrunkRow row) {
        return configuration()
                .trunk(row.getName())
                .map(before -> !row.getDigestUser().equals(before.digestUser()))
                .orElse(true);
    }

    @Override
    protected void delete(TrunkRow row) {
        setUp().remove(TrunkRow.class, row.getName());
    }

    /** The key of what is known of a trunk: whether it works, or that nobody knows. */
    public String state(String name) {
        return inForce.trunk(name)
                .map(state -> state.up() ? "trunks.up" : "trunks.down")
                .orElse("trunks.unused");
    }

    /** The key of how we stand with a trunk's carrier; null where we do not register. */
    public String registration(String name) {
        return inForce.registration(name)
                .map(state -> "trunks.registration." + state.stage())
                .orElse(null);
    }

    public boolean refused(String name) {
        return inForce.registration(name).filter(RegistrationState::failed).isPresent();
    }

    /** What the carrier's refusal means, in the reader's language; empty when it has not refused. */
    public String whyRefused(String name) {
        int status = inForce.registration(name).map(RegistrationState::status).orElse(0);
        String key = "service.sip." + status;
        return status == 0 ? "" : words().has(key) ? status + " " + words().get(key) : String.valueOf(status);
    }

    /** The carrier's own words for its refusal; empty when it has said nothing. */
    public String carrierSays(String name) {
        return inForce.registration(name).map(RegistrationState::words).orElse("");
    }

    /** What has been typed is never shown again. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getRegistrarPassword() {
        return null;
    }

    public void setRegistrarPassword(String registrarPassword) {
        this.registrarPassword = registrarPassword;
    }

    public String getOutboundPassword() {
        return null;
    }

    public void setOutboundPassword(String outboundPassword) {
        this.outboundPassword = outboundPassword;
    }
}
