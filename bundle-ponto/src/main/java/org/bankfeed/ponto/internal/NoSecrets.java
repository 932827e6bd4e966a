package org.bankfeed.ponto.internal;

import java.util.Optional;
import org.bankfeed.store.Secret;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;

/** For calls that belong to no link: there is nothing to read and nowhere to keep anything. */
final class NoSecrets implements Secrets {

    static final Secrets NONE = new NoSecrets();

    private NoSecrets() {}

    @Override
    public Optional<Secret> read(String name) {
        return Optional.empty();
    }

    @Override
    public void write(String name, Secret value) {
        throw new UnsupportedOperationException("no link, no secrets");
    }

    @Override
    public boolean compareAndSet(String name, @Nullable Secret expected, @Nullable Secret value) {
        throw new UnsupportedOperationException("no link, no secrets");
    }

    @Override
    public void forget() {}

    @Override
    public <T extends @Nullable Object, X extends Exception> T exclusively(Turn<T, X> work) throws X {
        return work.take();
    }
}
