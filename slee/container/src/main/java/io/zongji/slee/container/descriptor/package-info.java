/**
 * What deployment descriptors of JAIN SLEE 1.0 and 1.1 say, as immutable records, and one reader per kind of file.
 * Records carry names only: whether a class or a referred component exists is the business of the deploy package.
 */
package io.zongji.slee.container.descriptor;
