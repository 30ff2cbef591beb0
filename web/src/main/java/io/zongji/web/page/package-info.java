/** What the pages show and the forms do. */
package io.zongji.web.page;
