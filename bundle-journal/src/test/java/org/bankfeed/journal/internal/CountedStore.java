package org.bankfeed.journal.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bankfeed.store.Migration;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Store;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** A store that counts what it is asked: work that does not depend on how busy the machine is. */
final class CountedStore implements Store {

    private static final Set<String> STATEMENTS = Set.of("query", "one", "update", "updateAll");

    private final Store store;
    private final AtomicInteger statements = new AtomicInteger();

    CountedStore(Store store) {
        this.store = store;
    }

    /** How many statements there were since this was last asked. */
    int statements() {
        return statements.getAndSet(0);
    }

    @Override
    public Stage stage(String name, List<Migration> migrations) {
        Stage stage = store.stage(name, migrations);
        return new Stage() {
            @Override
            public <T extends @Nullable Object, X extends Exception> T inTransaction(Work<T, X> work) throws X {
                return stage.inTransaction(unit -> work.with(counted(unit)));
            }
        };
    }

    private UnitOfWork counted(UnitOfWork unit) {
        return (UnitOfWork) Proxy.newProxyInstance(
                UnitOfWork.class.getClassLoader(), new Class<?>[] {UnitOfWork.class}, (self, method, values) -> {
                    if (STATEMENTS.contains(method.getName())) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(unit, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
