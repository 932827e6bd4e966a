package org.bankfeed.ponto.internal.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.bankfeed.ponto.internal.config.ConfigurationFault;
import org.bankfeed.ponto.internal.key.Identity;
import org.jspecify.annotations.Nullable;

/** Whom we trust and who we are, for one client. */
final class Tls {

    private static final char[] IN_MEMORY = "in memory only".toCharArray();

    private Tls() {}

    /** Sets trust (the JDK's authorities and {@code extra} ones) and the client's certificate, if it has one. */
    static void configure(OkHttpClient.Builder client, List<X509Certificate> extra, @Nullable Identity identity)
            throws ConfigurationFault {
        if (extra.isEmpty() && identity == null) {
            return;
        }
        try {
            X509TrustManager trust = trust(extra);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(identity), new TrustManager[] {trust}, null);
            client.sslSocketFactory(context.getSocketFactory(), trust);
        } catch (GeneralSecurityException | IOException e) {
            throw new ConfigurationFault(
                    "certificate.file, private.key.file and ca.file cannot be used for TLS: " + e.getMessage(), e);
        }
    }

    private static X509TrustManager trust(List<X509Certificate> extra) throws GeneralSecurityException, IOException {
        X509TrustManager jdk = manager(null);
        if (extra.isEmpty()) {
            return jdk;
        }
        KeyStore all = emptyStore();
        int number = 0;
        for (X509Certificate authority : jdk.getAcceptedIssuers()) {
            all.setCertificateEntry("jdk" + number++, authority);
        }
        for (X509Certificate authority : extra) {
            all.setCertificateEntry("extra" + number++, authority);
        }
        return manager(all);
    }

    private static X509TrustManager manager(@Nullable KeyStore authorities) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("the JDK offers no X.509 trust manager");
    }

    private static KeyManager @Nullable [] keys(@Nullable Identity identity)
            throws GeneralSecurityException, IOException {
        if (identity == null) {
            return null;
        }
        KeyStore store = emptyStore();
        store.setKeyEntry(
                "client", identity.privateKey(), IN_MEMORY, identity.chain().toArray(new X509Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, IN_MEMORY);
        return factory.getKeyManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
