package org.bankfeed.ponto.internal.key;

import java.security.PrivateKey;
import java.util.Map;
import java.util.Objects;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import okhttp3.HttpUrl;
import org.bankfeed.ponto.internal.config.Addresses;
import org.bankfeed.ponto.internal.config.ConfigurationFault;
import org.bankfeed.ponto.internal.config.Settings;
import org.jspecify.annotations.Nullable;

/**
 * With what requests are signed.
 *
 * @param id the id of the signature certificate
 * @param identity the certificate with its key
 * @param address the API's root as Ibanity knows it
 * @param get whether GET is signed as well
 * @param oauth whether calls of the OAuth endpoints are signed as well
 */
public record SigningKey(String id, Identity identity, HttpUrl address, boolean get, boolean oauth) {

    public static SigningKey read(Settings.Signing settings, HttpUrl api) throws ConfigurationFault {
        Identity identity = Identity.read(settings.files());
        if (!identity.privateKey().getAlgorithm().equals("RSA")) {
            throw new ConfigurationFault("%s %s holds no RSA key; Ibanity's signatures need one"
                    .formatted(identity.privateKeyKey(), identity.privateKeyFile()));
        }
        String id = settings.keyId() != null ? settings.keyId() : serialNumber(identity);
        if (id == null) {
            throw new ConfigurationFault(
                    "signature.key.id is missing, and the name in %s %s has no serialNumber; take the id from Ibanity's portal"
                            .formatted(identity.certificateKey(), identity.certificateFile()));
        }
        HttpUrl address = settings.url() == null ? api : Addresses.checked("signature.url", settings.url());
        return new SigningKey(id, identity, Addresses.withoutSlash(address), settings.get(), settings.oauth());
    }

    public PrivateKey key() {
        return identity.privateKey();
    }

    /** Ibanity writes the certificate's id into its name. */
    private static @Nullable String serialNumber(Identity identity) {
        try {
            // RFC 2253 writes it as a bare OID with its value encoded; this form names it.
            String name =
                    identity.own().getSubjectX500Principal().getName("RFC2253", Map.of("2.5.4.5", "serialNumber"));
            for (Rdn part : new LdapName(name).getRdns()) {
                if (part.getType().equalsIgnoreCase("serialNumber")) {
                    return Objects.toString(part.getValue(), null);
                }
            }
            return null;
        } catch (InvalidNameException e) {
            return null;
        }
    }
}
