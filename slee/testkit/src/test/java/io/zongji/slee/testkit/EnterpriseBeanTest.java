package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.extended.ExtendedSbb;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.slee.ServiceID;
import org.junit.jupiter.api.Test;
import org.mobicents.slee.ActivityContextInterfaceExt;

/** An SBB finds a bean of the server under the name its {@code ejb-ref} gives it; here a constant stands for the bean. */
class EnterpriseBeanTest extends ProbeTest {
    private final List<Object> found = new ArrayList<>();

    @Test
    void beanIsLookedUpByItsLinkWhenTheSbbAsks() {
        ClassLoader loader = ExtendedSbb.class.getClassLoader();
        slee.install(TestSlee.unitRoot(loader, "io/zongji/slee/testkit/extended"), loader);
        slee.activate(new ServiceID("Extended", "io.zongji.testkit", "1.0"));
        start("a");
        BiConsumer<ExtendedSbb, ActivityContextInterfaceExt> script = (sbb, aci) -> {
            found.add(lookUp("ejb/letters"));
            found.add(lookUp("ejb/gone"));
        };

        stub.fire("a", StubResource.ALPHA, new StubEvent(script));
        slee.settle();

        assertThat(found).containsExactly('z', "not found");
    }

    private static Object lookUp(String name) {
        try {
            return ((Context) new InitialContext().lookup("java:comp/env")).lookup(name);
        } catch (NamingException e) {
            return "not found";
        }
    }
}
