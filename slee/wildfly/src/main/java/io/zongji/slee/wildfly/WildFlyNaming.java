package io.zongji.slee.wildfly;

import io.zongji.slee.container.naming.NamingBridge;
import javax.naming.Context;
import org.jboss.as.naming.context.NamespaceContextSelector;

/**
 * Puts an SBB's environment behind {@code java:comp} on threads that WildFly knows nothing about. Other namespaces stay
 * what they are on the thread. The module {@code org.jboss.as.naming} is private API of WildFly: check it at each upgrade.
 */
public final class WildFlyNaming implements NamingBridge {
    @Override
    public void push(Context comp) {
        NamespaceContextSelector.pushCurrentSelector(
                new SbbSelector(comp, NamespaceContextSelector.getCurrentSelector()));
    }

    @Override
    public void pop() {
        NamespaceContextSelector.popCurrentSelector();
    }

    private static final class SbbSelector extends NamespaceContextSelector {
        private final Context comp;
        private final NamespaceContextSelector outer;

        SbbSelector(Context comp, NamespaceContextSelector outer) {
            this.comp = comp;
            this.outer = outer;
        }

        @Override
        public Context getContext(String namespace) {
            if (namespace.equals("comp")) {
                return comp;
            }
            return outer == null ? null : outer.getContext(namespace);
        }
    }
}
