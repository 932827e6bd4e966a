package org.bankfeed.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.bankfeed.simulator.internal.Simulation;
import org.bankfeed.simulator.internal.oauth.Application.Credentials;
import org.bankfeed.simulator.internal.state.PrivateFiles;
import org.bankfeed.simulator.internal.tls.SignatureCertificate;
import org.bankfeed.simulator.internal.web.Json;

/**
 * Ponto on loopback: Ponto Connect over mutual TLS, the pages for the user's browser on another site, and the custom
 * integration over ordinary TLS. It answers as soon as {@link #start} returns. Safe for use by many threads.
 */
public final class PontoSimulator implements AutoCloseable {

    /** The file with addresses and credentials for a client. */
    public static final String CLIENT_FILE = "client.json";

    private final Simulation simulation;

    private PontoSimulator(Simulation simulation) {
        this.simulation = simulation;
    }

    /**
     * Starts a simulator, and writes the client's files if there is a state folder.
     *
     * @throws SimulatorException if a port is in use, or the state folder cannot be used
     */
    public static PontoSimulator start(SimulatorOptions options) throws SimulatorException {
        try {
            Path state = options.state();
            if (state != null) {
                Files.createDirectories(state);
                Files.deleteIfExists(state.resolve(CLIENT_FILE)); // while it is there, the simulator answers
            }
            PontoSimulator started = new PontoSimulator(Simulation.start(options));
            if (state != null) {
                started.writeClientFiles(state);
            }
            return started;
        } catch (IOException e) {
            throw new SimulatorException(sentence(options, e), e);
        }
    }

    private static String sentence(SimulatorOptions options, IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return "The state folder " + options.state() + " is a file; name a folder.";
        }
        return e instanceof FileSystemException
                ? "The state folder " + options.state() + " cannot be used: " + e.getMessage() + "."
                : String.valueOf(e.getMessage());
    }

    /** The API up to and with {@code /ponto-connect}. */
    public URI baseUrl() {
        return simulation.baseUrl();
    }

    /** The authorization endpoint in full, for a browser. */
    public URI authorizationUrl() {
        return simulation.authorizationUrl();
    }

    /** The application's id, the audience of webhooks. */
    public String applicationId() {
        return simulation.application().id();
    }

    public String clientId() {
        return simulation.application().connect().clientId();
    }

    public String clientSecret() {
        return simulation.application().connect().clientSecret();
    }

    /** The first of the registered ones. */
    public String redirectUri() {
        return simulation.redirectUri();
    }

    /** The custom integration's API; its paths start at {@code /}. */
    public URI customBaseUrl() {
        return simulation.customBaseUrl();
    }

    public String customClientId() {
        return simulation.application().custom().clientId();
    }

    public String customClientSecret() {
        return simulation.application().custom().clientSecret();
    }

    /** The authority that signed the server's certificate, as PEM. */
    public String authorityPem() {
        return simulation.certificates().authorityPem();
    }

    /** The client's certificate, as PEM. */
    public String clientCertificatePem() {
        return simulation.certificates().clientPem();
    }

    /** The client's RSA key, as unencrypted PKCS#8 PEM. */
    public String clientKeyPem() {
        return simulation.certificates().clientKeyPem();
    }

    /** Shows the client's certificate and trusts the simulator alone. */
    public SSLContext clientContext() {
        return simulation.certificates().clientContext();
    }

    /** Trusts the simulator alone. */
    public X509TrustManager trust() {
        return simulation.certificates().trust();
    }

    /** The client's certificate for HTTP signatures, as PEM. */
    public String signatureCertificatePem() {
        return simulation.signing().pem();
    }

    /** Its RSA key, as unencrypted PKCS#8 PEM. */
    public String signatureKeyPem() {
        return simulation.signing().keyPem();
    }

    /** The {@code keyId} of HTTP signatures. */
    public String signatureKeyId() {
        return simulation.signing().keyId();
    }

    /** What webhooks name as their issuer: the API's address without its path. */
    public String webhookIssuer() {
        return simulation.issuer();
    }

    /** The page on which a person disturbs the simulated world; its API is at {@code /api} below it. */
    public URI controlUrl() {
        return simulation.controlUrl();
    }

    /** Watches and disturbs the simulated world. */
    public Control control() {
        return new Control(simulation.control());
    }

    /**
     * Writes {@code ca.pem}, {@code client.pem}, {@code client-key.pem}, {@code signature.pem}, {@code signature-key.pem}
     * and {@code client.json} into a folder.
     */
    public void writeClientFiles(Path directory) throws IOException {
        simulation.certificates().writeClientFiles(directory);
        simulation.signing().writeClientFiles(directory);
        ObjectNode client = Json.object();
        client.put("baseUrl", baseUrl().toString());
        client.put("authorizationUrl", authorizationUrl().toString());
        put(client, simulation.application().connect());
        client.put("redirectUri", redirectUri());
        client.put("applicationId", applicationId());
        client.put("signatureCertificate", SignatureCertificate.FILE);
        client.put("signatureKey", SignatureCertificate.KEY_FILE);
        client.put("signatureKeyId", signatureKeyId());
        client.put("webhookIssuer", webhookIssuer());
        client.put("webhookKeysUrl", webhookIssuer() + "/webhooks/keys");
        client.put("controlUrl", controlUrl().toString());
        ObjectNode custom = client.putObject("customIntegration");
        custom.put("baseUrl", customBaseUrl().toString());
        put(custom, simulation.application().custom());
        PrivateFiles.write(directory.resolve(CLIENT_FILE), client.toPrettyString() + "\n");
    }

    private static void put(ObjectNode node, Credentials credentials) {
        node.put("clientId", credentials.clientId());
        node.put("clientSecret", credentials.clientSecret());
    }

    /** Stops to listen. What was granted is already in the state folder. */
    @Override
    public void close() {
        simulation.close();
    }
}
