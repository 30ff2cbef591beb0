/** The profile tables of the SLEE in the database. */
package io.zongji.store.profile;
