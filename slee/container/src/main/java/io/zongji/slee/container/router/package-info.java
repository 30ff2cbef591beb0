/** The event router: delivery rounds, order of receivers, initial events and convergence names. */
package io.zongji.slee.container.router;
