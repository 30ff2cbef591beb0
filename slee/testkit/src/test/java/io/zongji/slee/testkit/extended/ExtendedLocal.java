package io.zongji.slee.testkit.extended;

import org.mobicents.slee.SbbLocalObjectExt;

/** A local interface that adds to the extended one. */
public interface ExtendedLocal extends SbbLocalObjectExt {
    String greet();
}
