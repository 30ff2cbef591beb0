/** SBB entities: trees, object pools, child relations, local objects, and the counting that ends them. */
package io.zongji.slee.container.entity;
