/** What is set up, read from the database as one snapshot and kept at hand for calls. */
package io.zongji.store.config;
