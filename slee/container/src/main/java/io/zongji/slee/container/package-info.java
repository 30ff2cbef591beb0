/**
 * The JAIN SLEE container. {@link io.zongji.slee.container.SleeContainer} is the way in; the packages below depend downwards
 * only: router, then entity, activity and tx; facility and resource beside them; codegen, deploy and descriptor for
 * installation.
 */
package io.zongji.slee.container;
