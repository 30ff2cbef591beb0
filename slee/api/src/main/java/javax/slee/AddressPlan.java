package javax.slee;

import java.io.Serializable;
import java.io.StreamCorruptedException;
import java.util.Objects;

/**
 * The plan to which an address string belongs. One object per value, also after serialisation.
 */
public final class AddressPlan implements Serializable {
    /** The integer form of {@link #NOT_PRESENT}. */
    public static final int ADDRESS_PLAN_NOT_PRESENT = -1;

    /** The integer form of {@link #UNDEFINED}. */
    public static final int ADDRESS_PLAN_UNDEFINED = 0;

    /** The integer form of {@link #IP}. */
    public static final int ADDRESS_PLAN_IP = 1;

    /** The integer form of {@link #MULTICAST}. */
    public static final int ADDRESS_PLAN_MULTICAST = 2;

    /** The integer form of {@link #UNICAST}. */
    public static final int ADDRESS_PLAN_UNICAST = 3;

    /** The integer form of {@link #E164}. */
    public static final int ADDRESS_PLAN_E164 = 4;

    /** The integer form of {@link #AESA}. */
    public static final int ADDRESS_PLAN_AESA = 5;

    /** The integer form of {@link #URI}. */
    public static final int ADDRESS_PLAN_URI = 6;

    /** The integer form of {@link #NSAP}. */
    public static final int ADDRESS_PLAN_NSAP = 7;

    /** The integer form of {@link #SMTP}. */
    public static final int ADDRESS_PLAN_SMTP = 8;

    /** The integer form of {@link #X400}. */
    public static final int ADDRESS_PLAN_X400 = 10;

    /** The integer form of {@link #SIP}. */
    public static final int ADDRESS_PLAN_SIP = 11;

    /** The integer form of {@link #E164_MOBILE}. */
    public static final int ADDRESS_PLAN_E164_MOBILE = 13;

    /** The integer form of {@link #H323}. */
    public static final int ADDRESS_PLAN_H323 = 14;

    /** The integer form of {@link #GT}. */
    public static final int ADDRESS_PLAN_GT = 15;

    /** The integer form of {@link #SSN}. */
    public static final int ADDRESS_PLAN_SSN = 16;

    /** The integer form of {@link #SLEE_PROFILE_TABLE}. */
    public static final int ADDRESS_PLAN_SLEE_PROFILE_TABLE = 20;

    /** The integer form of {@link #SLEE_PROFILE}. */
    public static final int ADDRESS_PLAN_SLEE_PROFILE = 21;

    /** The text form of {@link #NOT_PRESENT}. */
    public static final String NOT_PRESENT_STRING = "Not Present";

    /** The text form of {@link #UNDEFINED}. */
    public static final String UNDEFINED_STRING = "Undefined";

    /** The text form of {@link #IP}. */
    public static final String IP_STRING = "IP";

    /** The text form of {@link #MULTICAST}. */
    public static final String MULTICAST_STRING = "Multicast";

    /** The text form of {@link #UNICAST}. */
    public static final String UNICAST_STRING = "Unicast";

    /** The text form of {@link #E164}. */
    public static final String E164_STRING = "E.164";

    /** The text form of {@link #AESA}. */
    public static final String AESA_STRING = "AESA";

    /** The text form of {@link #URI}. */
    public static final String URI_STRING = "URI";

    /** The text form of {@link #NSAP}. */
    public static final String NSAP_STRING = "NSAP";

    /** The text form of {@link #SMTP}. */
    public static final String SMTP_STRING = "SMTP";

    /** The text form of {@link #X400}. */
    public static final String X400_STRING = "X400";

    /** The text form of {@link #SIP}. */
    public static final String SIP_STRING = "SIP";

    /** The text form of {@link #E164_MOBILE}. */
    public static final String E164_MOBILE_STRING = "E.164 Mobile";

    /** The text form of {@link #H323}. */
    public static final String H323_STRING = "H323";

    /** The text form of {@link #GT}. */
    public static final String GT_STRING = "GT";

    /** The text form of {@link #SSN}. */
    public static final String SSN_STRING = "SSN";

    /** The text form of {@link #SLEE_PROFILE_TABLE}. */
    public static final String SLEE_PROFILE_TABLE_STRING = "SLEE ProfileTable";

    /** The text form of {@link #SLEE_PROFILE}. */
    public static final String SLEE_PROFILE_STRING = "SLEE Profile";

    /** There is no address. */
    public static final AddressPlan NOT_PRESENT = new AddressPlan(ADDRESS_PLAN_NOT_PRESENT, NOT_PRESENT_STRING);

    /** The plan is not known. */
    public static final AddressPlan UNDEFINED = new AddressPlan(ADDRESS_PLAN_UNDEFINED, UNDEFINED_STRING);

    /** An IP address, with an optional port. */
    public static final AddressPlan IP = new AddressPlan(ADDRESS_PLAN_IP, IP_STRING);

    /** An IP multicast address. */
    public static final AddressPlan MULTICAST = new AddressPlan(ADDRESS_PLAN_MULTICAST, MULTICAST_STRING);

    /** An IP address that is neither multicast nor broadcast. */
    public static final AddressPlan UNICAST = new AddressPlan(ADDRESS_PLAN_UNICAST, UNICAST_STRING);

    /** An international telephone number without access code. */
    public static final AddressPlan E164 = new AddressPlan(ADDRESS_PLAN_E164, E164_STRING);

    /** An ATM end system address. */
    public static final AddressPlan AESA = new AddressPlan(ADDRESS_PLAN_AESA, AESA_STRING);

    /** A URI (RFC 2396). */
    public static final AddressPlan URI = new AddressPlan(ADDRESS_PLAN_URI, URI_STRING);

    /** A network service access point. */
    public static final AddressPlan NSAP = new AddressPlan(ADDRESS_PLAN_NSAP, NSAP_STRING);

    /** A mail address (RFC 822). */
    public static final AddressPlan SMTP = new AddressPlan(ADDRESS_PLAN_SMTP, SMTP_STRING);

    /** An X.400 address. */
    public static final AddressPlan X400 = new AddressPlan(ADDRESS_PLAN_X400, X400_STRING);

    /** A SIP address. */
    public static final AddressPlan SIP = new AddressPlan(ADDRESS_PLAN_SIP, SIP_STRING);

    /** An international mobile telephone number. */
    public static final AddressPlan E164_MOBILE = new AddressPlan(ADDRESS_PLAN_E164_MOBILE, E164_MOBILE_STRING);

    /** An H.323 address, possibly a list. */
    public static final AddressPlan H323 = new AddressPlan(ADDRESS_PLAN_H323, H323_STRING);

    /** A global title. */
    public static final AddressPlan GT = new AddressPlan(ADDRESS_PLAN_GT, GT_STRING);

    /** A sub-system number. */
    public static final AddressPlan SSN = new AddressPlan(ADDRESS_PLAN_SSN, SSN_STRING);

    /** The name of a profile table. */
    public static final AddressPlan SLEE_PROFILE_TABLE =
            new AddressPlan(ADDRESS_PLAN_SLEE_PROFILE_TABLE, SLEE_PROFILE_TABLE_STRING);

    /** The name of a profile, as table/profile. */
    public static final AddressPlan SLEE_PROFILE = new AddressPlan(ADDRESS_PLAN_SLEE_PROFILE, SLEE_PROFILE_STRING);

    private static final long serialVersionUID = 1L;

    private static final AddressPlan[] VALUES = {
        NOT_PRESENT,
        UNDEFINED,
        IP,
        MULTICAST,
        UNICAST,
        E164,
        AESA,
        URI,
        NSAP,
        SMTP,
        X400,
        SIP,
        E164_MOBILE,
        H323,
        GT,
        SSN,
        SLEE_PROFILE_TABLE,
        SLEE_PROFILE
    };

    private final int plan;
    private final transient String text;

    private AddressPlan(int plan, String text) {
        this.plan = plan;
        this.text = text;
    }

    /** The value with this integer form. */
    public static AddressPlan fromInt(int plan) throws IllegalArgumentException {
        for (AddressPlan candidate : VALUES) {
            if (candidate.plan == plan) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No AddressPlan has the number " + plan);
    }

    /** The value with this text form, in upper or lower case. */
    public static AddressPlan fromString(String plan) throws NullPointerException, IllegalArgumentException {
        Objects.requireNonNull(plan, "plan");
        for (AddressPlan candidate : VALUES) {
            if (candidate.text.equalsIgnoreCase(plan)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("No AddressPlan is called " + plan);
    }

    /** The integer form. */
    public int toInt() {
        return plan;
    }

    /** Whether this is {@link #NOT_PRESENT}. */
    public boolean isNotPresent() {
        return plan == ADDRESS_PLAN_NOT_PRESENT;
    }

    /** Whether this is {@link #UNDEFINED}. */
    public boolean isUndefined() {
        return plan == ADDRESS_PLAN_UNDEFINED;
    }

    /** Whether this is {@link #IP}. */
    public boolean isIP() {
        return plan == ADDRESS_PLAN_IP;
    }

    /** Whether this is {@link #MULTICAST}. */
    public boolean isMulticast() {
        return plan == ADDRESS_PLAN_MULTICAST;
    }

    /** Whether this is {@link #UNICAST}. */
    public boolean isUnicast() {
        return plan == ADDRESS_PLAN_UNICAST;
    }

    /** Whether this is {@link #E164}. */
    public boolean isE164() {
        return plan == ADDRESS_PLAN_E164;
    }

    /** Whether this is {@link #AESA}. */
    public boolean isAESA() {
        return plan == ADDRESS_PLAN_AESA;
    }

    /** Whether this is {@link #URI}. */
    public boolean isURI() {
        return plan == ADDRESS_PLAN_URI;
    }

    /** Whether this is {@link #NSAP}. */
    public boolean isNSAP() {
        return plan == ADDRESS_PLAN_NSAP;
    }

    /** Whether this is {@link #SMTP}. */
    public boolean isSMTP() {
        return plan == ADDRESS_PLAN_SMTP;
    }

    /** Whether this is {@link #X400}. */
    public boolean isX400() {
        return plan == ADDRESS_PLAN_X400;
    }

    /** Whether this is {@link #SIP}. */
    public boolean isSIP() {
        return plan == ADDRESS_PLAN_SIP;
    }

    /** Whether this is {@link #E164_MOBILE}. */
    public boolean isE164Mobile() {
        return plan == ADDRESS_PLAN_E164_MOBILE;
    }

    /** Whether this is {@link #H323}. */
    public boolean isH323() {
        return plan == ADDRESS_PLAN_H323;
    }

    /** Whether this is {@link #GT}. */
    public boolean isGT() {
        return plan == ADDRESS_PLAN_GT;
    }

    /** Whether this is {@link #SSN}. */
    public boolean isSSN() {
        return plan == ADDRESS_PLAN_SSN;
    }

    /** Whether this is {@link #SLEE_PROFILE_TABLE}. */
    public boolean isSleeProfileTable() {
        return plan == ADDRESS_PLAN_SLEE_PROFILE_TABLE;
    }

    /** Whether this is {@link #SLEE_PROFILE}. */
    public boolean isSleeProfile() {
        return plan == ADDRESS_PLAN_SLEE_PROFILE;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof AddressPlan && ((AddressPlan) obj).plan == plan;
    }

    @Override
    public int hashCode() {
        return plan;
    }

    @Override
    public String toString() {
        return text;
    }

    /** Keeps one object per value across serialisation. */
    private Object readResolve() throws StreamCorruptedException {
        try {
            return fromInt(plan);
        } catch (IllegalArgumentException unknown) {
            throw new StreamCorruptedException(unknown.getMessage());
        }
    }
}
