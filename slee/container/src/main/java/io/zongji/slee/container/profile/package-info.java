/**
 * Profile tables: read-mostly tables of configuration. Readers look at an immutable snapshot and never wait; one writing
 * transaction at a time prepares changes of its own, which become the next snapshot when it commits.
 */
package io.zongji.slee.container.profile;
