package io.zongji.ra.media;

import javax.slee.ActivityContextInterface;
import javax.slee.FactoryException;
import javax.slee.UnrecognizedActivityException;

/** Activity contexts of media activities (JAIN SLEE 1.1, 7.6). */
public interface MediaActivityContextInterfaceFactory {

    ActivityContextInterface getActivityContextInterface(NetworkConnection connection)
            throws UnrecognizedActivityException, FactoryException;

    ActivityContextInterface getActivityContextInterface(Recorder recorder)
            throws UnrecognizedActivityException, FactoryException;
}
