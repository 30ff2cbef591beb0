package io.zongji.ear;

import java.io.File;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The archive as it was built, and where the server that the tests start answers. */
public final class DeployedArchive {
    private DeployedArchive() {}

    /** The very archive that is delivered: nothing is added for the tests. */
    public static EnterpriseArchive archive() {
        return ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("zongji.ear")));
    }

    /** A deployment of its own that sees the archive's classes, so that tests can run beside it in the server. */
    static WebArchive inside(Class<?>... tests) {
        return ShrinkWrap.create(WebArchive.class, "inside.war")
                .addClasses(tests)
                .addAsManifestResource(
                        new StringAsset("Dependencies: deployment.zongji.ear export meta-inf,"
                                + "deployment.zongji.ear.zongji-server.jar\n"),
                        "MANIFEST.MF");
    }

    public static URI portal(String path) {
        return URI.create("http://127.0.0.1:" + (8080 + portOffset()) + "/zongji" + path);
    }

    /** The same over TLS, with the certificate that the server made for itself. */
    public static URI securePortal(String path) {
        return URI.create("https://127.0.0.1:" + (8443 + portOffset()) + "/zongji" + path);
    }

    /** Where phones of the tests call. */
    public static InetSocketAddress sip() {
        return new InetSocketAddress("127.0.0.1", Integer.getInteger("server.sip-port"));
    }

    /** Where browser phones of the tests call. */
    public static URI webSocket() {
        return URI.create("ws://127.0.0.1:" + Integer.getInteger("server.ws-port"));
    }

    /** The server's data folder: recordings are found below it. Empty when the tests begin. */
    public static Path data() {
        return Path.of(System.getProperty("zongji.data"));
    }

    private static int portOffset() {
        return Integer.getInteger("server.port-offset");
    }
}
