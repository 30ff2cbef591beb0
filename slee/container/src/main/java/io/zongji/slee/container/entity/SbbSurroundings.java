package io.zongji.slee.container.entity;

import javax.slee.facilities.Tracer;
import javax.slee.profile.ProfileID;
import javax.slee.profile.UnrecognizedProfileNameException;
import javax.slee.profile.UnrecognizedProfileTableNameException;
import javax.slee.resource.ResourceAdaptorTypeID;
import javax.slee.usage.UnrecognizedUsageParameterSetNameException;

/** What an SBB of one service reaches through its {@code SbbContext} and its generated methods. Built once per SBB. */
public interface SbbSurroundings {
    Tracer tracer(String name);

    /** The interface of the RA entity with the link; null if there is none. */
    Object resourceAdaptorInterface(ResourceAdaptorTypeID type, String link);

    /** The activity context interface factory of an RA type; null if there is none. */
    Object aciFactory(ResourceAdaptorTypeID type);

    /** The default usage parameter set. */
    Object usageSet();

    Object usageSet(String name) throws UnrecognizedUsageParameterSetNameException;

    /**
     * What a {@code get-profile-cmp-method} returns.
     *
     * @param method its place in the descriptor
     */
    Object profile(int method, ProfileID profile)
            throws UnrecognizedProfileTableNameException, UnrecognizedProfileNameException;
}
