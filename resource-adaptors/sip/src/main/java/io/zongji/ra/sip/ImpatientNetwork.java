package io.zongji.ra.sip;

import gov.nist.core.net.DefaultNetworkLayer;
import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Sockets as the stack makes them, but a connection comes about in two seconds or not at all. Public because the stack creates it by name. */
public final class ImpatientNetwork implements NetworkLayer {

    private static final int CONNECT_MILLIS = 2000;

    private final NetworkLayer usual = DefaultNetworkLayer.SINGLETON;

    private static Socket connect(InetAddress address, int port, InetAddress local) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            if (local != null) {
                socket.bind(new InetSocketAddress(local, 0));
            }
            socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
            return socket;
        } catch (SocketTimeoutException e) {
            socket.close();
            // The stack cleans up after socket exceptions only.
            SocketException failure = new SocketException("no connection in time to " + address + ":" + port);
            failure.initCause(e);
            throw failure;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public Socket createSocket(InetAddress address, int port) throws IOException {
        return connect(address, port, null);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local) throws IOException {
        return connect(address, port, local);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) throws IOException {
        return connect(address, port, local);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress local) throws IOException {
        return usual.createServerSocket(port, backlog, local);
    }

    @Override
    public DatagramSocket createDatagramSocket() throws SocketException {
        return usual.createDatagramSocket();
    }

    @Override
    public DatagramSocket createDatagramSocket(int port, InetAddress local) throws SocketException {
        return usual.createDatagramSocket(port, local);
    }

    @Override
    public SSLServerSocket createSSLServerSocket(int port, int backlog, InetAddress local) throws IOException {
        return usual.createSSLServerSocket(port, backlog, local);
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress address, int port) throws IOException {
        return usual.createSSLSocket(address, port);
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress address, int port, InetAddress local) throws IOException {
        return usual.createSSLSocket(address, port, local);
    }

    @Override
    public void setSipStack(SipStackImpl stack) {
        // Needs nothing of it.
    }
}
