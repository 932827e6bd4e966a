package org.bankfeed.simulator.internal.oauth;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.bankfeed.simulator.internal.state.StateFile;

/**
 * What the vendor registered at Ibanity, and what the customer made for himself in his dashboard.
 *
 * @param custom the credentials of the custom integration
 */
public record Application(String id, Credentials connect, Credentials custom) {

    private static final String SECTION = "application";

    /** A client id and its secret. */
    public record Credentials(String clientId, String clientSecret) {

        static Credentials create() {
            return new Credentials(UUID.randomUUID().toString(), Secrets.create());
        }

        /** Whether both are equal to these. */
        boolean match(String id, String secret) {
            boolean sameId = Secrets.equal(clientId, id);
            boolean sameSecret = Secrets.equal(clientSecret, secret); // looked at in any case: it takes equally long
            return sameId && sameSecret;
        }

        @Override
        public String toString() {
            return "Credentials[" + clientId + "]";
        }
    }

    /** The one registered before, or a new one. */
    public static Application in(StateFile state) throws IOException {
        Optional<Application> kept = state.read(SECTION, Application.class);
        if (kept.isPresent()) {
            return kept.get();
        }
        Application made = new Application(UUID.randomUUID().toString(), Credentials.create(), Credentials.create());
        state.write(SECTION, made);
        return made;
    }
}
