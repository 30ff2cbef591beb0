/** The database's schema and the way it grows: numbered SQL files, the same for H2 and PostgreSQL. */
package io.zongji.store.migration;
