package org.bankfeed.ponto.internal.key;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bankfeed.ponto.internal.config.ConfigurationFault;
import org.bankfeed.ponto.internal.config.KeyFiles;
import org.jspecify.annotations.Nullable;

/**
 * The TLS certificates at hand, of which the newest valid one is used: so the next one can lie ready before its time
 * comes, and the old one serves until then.
 *
 * @param used {@code null} where none is needed
 * @param all that could be read, the used one among them
 * @param faults what is wrong with one that is not used, each one sentence
 */
public record Identities(@Nullable Identity used, List<Identity> all, List<String> faults) {

    public static final Identities NONE = new Identities(null, List.of(), List.of());

    /**
     * Reads both and chooses.
     *
     * @throws ConfigurationFault if none can be used now
     */
    public static Identities choose(KeyFiles own, KeyFiles next, Instant now) throws ConfigurationFault {
        List<Identity> all = new ArrayList<>();
        List<ConfigurationFault> faults = new ArrayList<>();
        for (KeyFiles files : next.isGiven() ? List.of(own, next) : List.of(own)) {
            try {
                Identity identity = Identity.read(files);
                all.add(identity);
                if (files == own || now.isAfter(identity.ends())) {
                    identity.requireValid(now); // the next one may begin later
                }
            } catch (ConfigurationFault e) {
                faults.add(e);
            }
        }
        Identity used = all.stream()
                .filter(identity -> identity.isValid(now))
                .max(Comparator.comparing(Identity::begins))
                .orElse(null);
        if (used == null) {
            throw faults.isEmpty() ? new ConfigurationFault("no certificate is valid now") : faults.get(0);
        }
        return new Identities(
                used,
                List.copyOf(all),
                faults.stream()
                        .map(Throwable::getMessage)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** When another one may have to be chosen, without any file having changed. */
    public Instant reviewAt(Instant now) {
        return all.stream()
                .flatMap(
                        identity -> Stream.of(identity.begins(), identity.ends().plusMillis(1)))
                .filter(moment -> moment.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }
}
