package io.zongji.sbb.cti;

import javax.slee.ActivityContextInterface;

/** The activity context of one registered phone, named by {@code ActivityNames.registration}. */
public interface RegistrationActivity extends ActivityContextInterface {

    /** The number of the extension. */
    String getExtension();

    void setExtension(String extension);

    /** The phone's contact URI. */
    String getContact();

    void setContact(String contact);

    /** The connection that the phone registered over, as text; see {@code io.zongji.ra.sip.Flow}. */
    String getFlow();

    void setFlow(String flow);

    /** What the phone says of itself that stays when its connection changes (RFC 5626); may be null. */
    String getInstance();

    void setInstance(String instance);
}
