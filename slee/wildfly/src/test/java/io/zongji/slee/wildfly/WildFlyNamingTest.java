package io.zongji.slee.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.container.naming.EnvironmentContext;
import javax.naming.NamingException;
import org.jboss.as.naming.context.NamespaceContextSelector;
import org.junit.jupiter.api.Test;

class WildFlyNamingTest {
    private final WildFlyNaming naming = new WildFlyNaming();

    private static Object lookup(String name) throws NamingException {
        return NamespaceContextSelector.getCurrentSelector().getContext("comp").lookup(name);
    }

    @Test
    void environmentsNestAndComeBack() throws NamingException {
        naming.push(new EnvironmentContext().with("env/slee/who", "outer"));
        naming.push(new EnvironmentContext().with("env/slee/who", "inner"));
        assertThat(lookup("env/slee/who")).isEqualTo("inner");

        naming.pop();
        assertThat(lookup("env/slee/who")).isEqualTo("outer");
        naming.pop();

        assertThat(NamespaceContextSelector.getCurrentSelector()).isNull();
    }

    @Test
    void otherNamespacesAreThoseOfTheThread() {
        EnvironmentContext application = new EnvironmentContext();
        NamespaceContextSelector.pushCurrentSelector(new NamespaceContextSelector() {
            @Override
            public javax.naming.Context getContext(String namespace) {
                return application;
            }
        });
        naming.push(new EnvironmentContext());

        assertThat(NamespaceContextSelector.getCurrentSelector().getContext("app"))
                .isSameAs(application);
        assertThat(NamespaceContextSelector.getCurrentSelector().getContext("comp"))
                .isNotSameAs(application);

        naming.pop();
        NamespaceContextSelector.popCurrentSelector();
    }
}
