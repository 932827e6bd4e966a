package org.bankfeed.benchmarks.simulate;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import org.bankfeed.journal.internal.StoreBankJournal;
import org.bankfeed.store.Store;
import org.bankfeed.store.Vault;

/** The true journal, which waits in the year's time too while the banks are asked for somebody. */
final class JournalOnClock {

    private static final String PAUSE = "org.bankfeed.journal.internal.Pause";

    private JournalOnClock() {}

    static StoreBankJournal journal(Store store, Vault vault, YearClock clock) {
        try {
            Class<?> pause = Class.forName(PAUSE);
            Object ofYear =
                    Proxy.newProxyInstance(pause.getClassLoader(), new Class<?>[] {pause}, (self, method, values) -> {
                        clock.forward((Duration) values[0]);
                        return null;
                    });
            Constructor<StoreBankJournal> constructor =
                    StoreBankJournal.class.getDeclaredConstructor(Store.class, Vault.class, Clock.class, pause);
            constructor.setAccessible(true);
            return constructor.newInstance(store, vault, clock, ofYear);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The journal does not start", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The journal is made in another way now; adapt this class", e);
        }
    }
}
