package io.zongji.ra.sip;

import javax.slee.resource.ActivityHandle;

/** Identity of one activity of this RA object; never reused in its lifetime. */
record SipActivityHandle(long id) implements ActivityHandle {

    @Override
    public String toString() {
        return "sip-" + id;
    }
}
