package io.zongji.ear;

import java.io.File;
import java.net.URI;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The archive as it was built, and where the server that the tests start answers. */
final class DeployedArchive {
    private DeployedArchive() {}

    /** The very archive that is delivered: nothing is added for the tests. */
    static EnterpriseArchive archive() {
        return ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("zongji.ear")));
    }

    /** A deployment of its own that sees the archive's classes, so that tests can run beside it in the server. */
    static WebArchive inside(Class<?>... tests) {
        return ShrinkWrap.create(WebArchive.class, "inside.war")
                .addClasses(tests)
                .addAsManifestResource(
                        new StringAsset("Dependencies: deployment.zongji.ear export meta-inf\n"), "MANIFEST.MF");
    }

    static URI portal(String path) {
        return URI.create("http://127.0.0.1:" + (8080 + portOffset()) + "/zongji" + path);
    }

    private static int portOffset() {
        return Integer.getInteger("server.port-offset");
    }
}
