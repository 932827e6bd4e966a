package org.bankfeed.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Secrets in memory, one turn at a time. */
public final class FakeSecrets implements Secrets {

    private final Map<String, Secret> values = new LinkedHashMap<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    @Override
    public synchronized Optional<Secret> read(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public synchronized void write(String name, Secret value) {
        values.put(name, value);
    }

    @Override
    public synchronized boolean compareAndSet(String name, @Nullable Secret expected, @Nullable Secret value) {
        Secret stands = values.get(name);
        boolean same = stands == null ? expected == null : stands.equals(expected);
        if (same && value == null) {
            values.remove(name);
        } else if (same) {
            values.put(name, value);
        }
        return same;
    }

    @Override
    public synchronized void forget() {
        values.clear();
    }

    @Override
    public <T extends @Nullable Object, X extends Exception> T exclusively(Turn<T, X> work) throws X {
        turn.lock();
        try {
            return work.take();
        } finally {
            turn.unlock();
        }
    }

    /** The names that hold a secret now, for assertions. */
    public synchronized java.util.Set<String> names() {
        return java.util.Set.copyOf(values.keySet());
    }
}
