/** The page on which administrators deploy services to the running SLEE. */
package io.zongji.web.slee;
