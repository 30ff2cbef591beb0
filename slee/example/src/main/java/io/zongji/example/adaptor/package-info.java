/** The resource adaptor: TCP, on the other side of the type. */
package io.zongji.example.adaptor;
