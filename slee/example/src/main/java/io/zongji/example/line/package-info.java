/** The resource adaptor type: what services see of connections that carry lines of text. */
package io.zongji.example.line;
