/**
 * The tables as JPA entities, for screens that edit configuration and list records. Persistence unit {@code zongji}; every query is limited
 * to the tenant by Hibernate. After a commit that changed configuration call
 * {@link io.zongji.store.config.ConfigurationCache#reload()}. What the journal writes is immutable here.
 */
package io.zongji.store.entity;
