package javax.slee.profile;

/**
 * The local interface of the standard address profile of 1.1.
 */
public interface AddressProfileLocal extends ProfileLocalObject, AddressProfile11CMP {}
