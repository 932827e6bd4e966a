package org.bankfeed.benchmarks.simulate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.SplittableRandom;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.store.Secrets;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Store;
import org.bankfeed.store.Vault;

/**
 * Counts the steps of a process, and kills it at the one that is meant: before or after a call of the provider, a
 * transaction, or a change of a secret.
 */
final class Fate {

    /** What changes a secret: killed before it, a token that Ponto has rotated already is lost. */
    private static final Set<String> KEEPS_A_TOKEN = Set.of("write", "compareAndSet");

    private static final String ROTATED = "refresh-token";

    private final Runnable beforeRotation;
    private int left = -1;
    private boolean afterwards;
    private boolean tokenLost;

    /** @param beforeRotation runs before a rotated token takes the place of the one of before */
    Fate(Runnable beforeRotation) {
        this.beforeRotation = beforeRotation;
    }

    /** The process dies at some step from now on, if it comes to so many. */
    void strike(SplittableRandom random, int steps) {
        left = random.nextInt(steps);
        afterwards = random.nextBoolean();
    }

    void spare() {
        left = -1;
    }

    /** Whether a rotated token may have died with the process since this was last asked. */
    boolean tookToken() {
        boolean took = tokenLost;
        tokenLost = false;
        return took;
    }

    BankFeed over(BankFeed feed) {
        return wrapped(BankFeed.class, feed);
    }

    Store over(Store store) {
        return (name, migrations) -> {
            Stage stage = store.stage(name, migrations);
            return wrapped(Stage.class, stage);
        };
    }

    Vault over(Vault vault) {
        return (company, owner) -> wrapped(Secrets.class, vault.secretsOf(company, owner));
    }

    private <T> T wrapped(Class<T> type, T inner) {
        Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
            boolean step = isStep(method);
            if (method.getName().equals("compareAndSet") && ROTATED.equals(values[0])) {
                beforeRotation.run();
            }
            if (step) {
                before(method);
            }
            Object result = call(inner, method, values);
            if (step) {
                after(method);
            }
            return result;
        });
        return type.cast(proxy);
    }

    private static Object call(Object inner, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(inner, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static boolean isStep(Method method) {
        return !Set.of("name", "toString", "hashCode", "equals", "health", "isUnfinished", "exclusively")
                .contains(method.getName());
    }

    private void before(Method method) {
        if (left == 0 && !afterwards) {
            tokenLost |= KEEPS_A_TOKEN.contains(method.getName());
            die("before", method);
        }
    }

    private void after(Method method) {
        if (left == 0) {
            die("after", method);
        }
        left = Math.max(-1, left - 1);
    }

    private void die(String when, Method method) {
        left = -1;
        throw new Killed(when + " " + method.getName());
    }
}
