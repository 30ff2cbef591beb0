package io.zongji.ra.media.node;

import java.io.IOException;
import java.net.Socket;
import java.security.SecureRandom;
import org.bouncycastle.tls.BasicTlsPSKIdentity;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.PSKTlsClient;
import org.bouncycastle.tls.PSKTlsServer;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsPSKIdentityManager;
import org.bouncycastle.tls.TlsProtocol;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * TLS 1.2 by a shared secret and ephemeral keys (RFC 8442): both sides prove that they know the secret, nobody needs a
 * certificate, and who learns the secret later cannot read what was said before.
 */
final class SecretTls {
    private static final String IDENTITY = "zongji";
    private static final int[] SUITES = {CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256};

    private SecretTls() {}

    /** The side that connected; returns when the other has proved itself. */
    static TlsProtocol client(Socket socket, ControlSecret secret) throws IOException {
        TlsClientProtocol protocol = new TlsClientProtocol(socket.getInputStream(), socket.getOutputStream());
        BasicTlsPSKIdentity identity = new BasicTlsPSKIdentity(IDENTITY, secret.key());
        protocol.connect(new PSKTlsClient(new BcTlsCrypto(new SecureRandom()), identity) {
            @Override
            protected int[] getSupportedCipherSuites() {
                return SUITES.clone();
            }
        });
        return protocol;
    }

    /** The side that was connected to; returns when the other has proved itself. */
    static TlsProtocol server(Socket socket, ControlSecret secret) throws IOException {
        TlsServerProtocol protocol = new TlsServerProtocol(socket.getInputStream(), socket.getOutputStream());
        protocol.accept(new PSKTlsServer(new BcTlsCrypto(new SecureRandom()), new OneSecret(secret)) {
            @Override
            protected int[] getSupportedCipherSuites() {
                return SUITES.clone();
            }
        });
        return protocol;
    }

    /** The same for whoever asks. */
    private record OneSecret(ControlSecret secret) implements TlsPSKIdentityManager {
        @Override
        public byte[] getHint() {
            return null;
        }

        @Override
        public byte[] getPSK(byte[] identity) {
            return secret.key();
        }
    }
}
