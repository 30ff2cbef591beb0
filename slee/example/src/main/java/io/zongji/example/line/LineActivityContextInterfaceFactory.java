package io.zongji.example.line;

import javax.slee.ActivityContextInterface;
import javax.slee.FactoryException;
import javax.slee.UnrecognizedActivityException;

/** From a connection to its activity context; the SLEE implements it (JAIN SLEE 1.1, 7.6.1). */
public interface LineActivityContextInterfaceFactory {
    ActivityContextInterface getActivityContextInterface(LineSession session)
            throws UnrecognizedActivityException, FactoryException;
}
