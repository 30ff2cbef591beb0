package io.zongji.media.dtls;

import io.zongji.media.srtp.SrtpProfile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Hashtable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;

/** The browser's side of a handshake. */
public final class TestDtlsClient implements AutoCloseable {
    private final DtlsIdentity identity = DtlsIdentity.create();
    private final DatagramQueue datagrams;
    private final Consumer<byte[]> sender;
    private volatile boolean losing;

    public TestDtlsClient(Consumer<byte[]> sender) {
        this.sender = sender;
        this.datagrams = new DatagramQueue(this::send);
    }

    public Fingerprint fingerprint() {
        return identity.fingerprint();
    }

    /** Loses the last flight of the server, as a bad network does. */
    public void loseAnswers(boolean lose) {
        losing = lose;
    }

    public void received(ByteBuffer datagram, int length) {
        // The last flight begins with change cipher spec.
        if (!losing || datagram.get(0) != 20) {
            byte[] copy = new byte[length];
            datagram.get(0, copy);
            datagrams.add(copy);
        } else {
            losing = false;
        }
    }

    /** Fails if the server's certificate is not the expected one. */
    public CompletableFuture<SrtpKeys> handshake(Fingerprint expected) {
        CompletableFuture<SrtpKeys> outcome = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        Client client = new Client(expected);
                        new DTLSClientProtocol().connect(client, datagrams);
                        outcome.complete(client.keys);
                    } catch (IOException | RuntimeException e) {
                        outcome.completeExceptionally(e);
                    }
                },
                "test-dtls");
        thread.setDaemon(true);
        thread.start();
        return outcome;
    }

    private void send(byte[] datagram) {
        sender.accept(datagram);
    }

    @Override
    public void close() {
        datagrams.close();
    }

    private final class Client extends DefaultTlsClient {
        private final Fingerprint expected;
        private SrtpKeys keys;

        Client(Fingerprint expected) {
            super(identity.crypto());
            this.expected = expected;
        }

        @Override
        protected ProtocolVersion[] getSupportedVersions() {
            return ProtocolVersion.DTLSv12.only();
        }

        @Override
        protected int[] getSupportedCipherSuites() {
            return new int[] {
                CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
            };
        }

        @Override
        @SuppressWarnings("rawtypes")
        public Hashtable getClientExtensions() throws IOException {
            Hashtable extensions = super.getClientExtensions();
            TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(new int[] {8, 7, 1}, TlsUtils.EMPTY_BYTES));
            return extensions;
        }

        @Override
        public TlsAuthentication getAuthentication() {
            return new TlsAuthentication() {
                @Override
                public void notifyServerCertificate(TlsServerCertificate server) throws IOException {
                    if (!expected.matches(
                            server.getCertificate().getCertificateAt(0).getEncoded())) {
                        throw new IOException("Another server");
                    }
                }

                @Override
                public TlsCredentials getClientCredentials(CertificateRequest request) {
                    return identity.signer(context);
                }
            };
        }

        @Override
        public void notifyHandshakeComplete() throws IOException {
            super.notifyHandshakeComplete();
            byte[] exported = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, SrtpKeys.EXPORTED_BYTES);
            keys = SrtpKeys.of(SrtpProfile.AES_CM_128_HMAC_SHA1_80, exported);
        }
    }
}
