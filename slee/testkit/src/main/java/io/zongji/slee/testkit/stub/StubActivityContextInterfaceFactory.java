package io.zongji.slee.testkit.stub;

import javax.slee.ActivityContextInterface;
import javax.slee.FactoryException;
import javax.slee.UnrecognizedActivityException;

/** From stub activities to their activity contexts. */
public interface StubActivityContextInterfaceFactory {
    ActivityContextInterface getActivityContextInterface(StubActivity activity)
            throws UnrecognizedActivityException, FactoryException;
}
