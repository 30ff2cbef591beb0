/** Resource adaptor entities: life cycle, context, endpoint and the callbacks to RA objects. */
package io.zongji.slee.container.resource;
