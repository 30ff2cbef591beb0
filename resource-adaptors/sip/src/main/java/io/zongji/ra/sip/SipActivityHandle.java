package io.zongji.ra.sip;

import javax.slee.resource.ActivityHandle;

/**
 * Identity of one activity of this RA object; never reused in its lifetime.
 *
 * @param kind what it is an activity of, for who reads handles: {@code sip} or {@code flow}
 */
record SipActivityHandle(String kind, long id) implements ActivityHandle {

    @Override
    public String toString() {
        return kind + "-" + id;
    }
}
