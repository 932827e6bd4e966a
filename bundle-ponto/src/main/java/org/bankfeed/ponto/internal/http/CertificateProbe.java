package org.bankfeed.ponto.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.HttpUrl;

/**
 * Finds out whether a broken connection was a server's way to refuse our certificate. With TLS 1.3 it refuses only after
 * the handshake, and a request on its way then meets a closed door before the reason is read. The probe sends nothing:
 * a server that accepts us waits for a request, one that does not gives its reason, or closes without any.
 */
final class CertificateProbe {

    private static final int MOST_MILLIS = 2000;

    private CertificateProbe() {}

    /** The server's verdict on our certificate where it was the cause, else the failure as it was. */
    static IOException cause(IOException failure, HttpUrl url, SSLSocketFactory sockets) {
        return url.isHttps() && isAmbiguous(failure) ? probed(failure, url, sockets) : failure;
    }

    private static boolean isAmbiguous(IOException failure) {
        return !(failure instanceof SSLHandshakeException
                || failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof InterruptedIOException);
    }

    private static IOException probed(IOException failure, HttpUrl url, SSLSocketFactory sockets) {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(url.host(), url.port()), MOST_MILLIS);
            plain.setSoTimeout(MOST_MILLIS);
            try (SSLSocket tls = (SSLSocket) sockets.createSocket(plain, url.host(), url.port(), true)) {
                tls.startHandshake();
                return waited(tls) ? failure : new TurnedAway(failure);
            }
        } catch (SSLException verdict) {
            verdict.addSuppressed(failure);
            return verdict;
        } catch (IOException undecided) {
            return failure;
        }
    }

    private static boolean waited(SSLSocket tls) throws SSLException {
        try {
            return tls.getInputStream().read(new byte[1]) >= 0;
        } catch (SocketTimeoutException waiting) {
            return true;
        } catch (SSLException verdict) {
            throw verdict;
        } catch (IOException reset) {
            return false;
        }
    }

    /** The server has seen our certificate, or that we have none, and closed without a word: nothing is sure. */
    static final class TurnedAway extends IOException {
        private static final long serialVersionUID = 1L;

        TurnedAway(IOException cause) {
            super(cause);
        }
    }
}
