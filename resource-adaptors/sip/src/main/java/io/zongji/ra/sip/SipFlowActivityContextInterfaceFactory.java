package io.zongji.ra.sip;

import javax.slee.ActivityContextInterface;
import javax.slee.FactoryException;
import javax.slee.UnrecognizedActivityException;

/** Gives SBBs the activity contexts of connections (JAIN SLEE 1.1, 7.6.1). */
public interface SipFlowActivityContextInterfaceFactory {

    ActivityContextInterface getActivityContextInterface(FlowActivity flow)
            throws NullPointerException, UnrecognizedActivityException, FactoryException;
}
