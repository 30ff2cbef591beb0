/**
 * IVR flows as data, and the interpreter that walks them: a flow, a state and one input give the next state and what to do.
 * It knows neither media nor SIP, so a flow can be tried out before it is published.
 */
package io.zongji.domain.flow;
