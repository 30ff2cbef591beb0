/**
 * The store resource adaptor: configuration, journal and clock for services, joined to the SLEE's transactions. Its type is {@code Store 1.0}
 * of {@code io.zongji}, its interface {@link io.zongji.ra.store.CallCentreStore}; it has no activities and no events.
 */
package io.zongji.ra.store;
