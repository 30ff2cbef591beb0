/** Messages of supervisors to agents. */
package io.zongji.store.message;
