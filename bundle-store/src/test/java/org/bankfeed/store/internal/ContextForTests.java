package org.bankfeed.store.internal;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.bankfeed.store.KeyRotation;
import org.bankfeed.store.internal.database.Dialect;
import org.h2.Driver;
import org.h2.util.OsgiDataSourceFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** A framework in which H2's driver is the only service, and which keeps what is offered. */
final class ContextForTests {

    private final Path base;
    private final Map<Class<?>, Object> offered = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> open = new CompletableFuture<>();

    ContextForTests(Path base) {
        this.base = base;
    }

    /** Waits until the last of the store's services is offered. */
    void awaitOpen() {
        open.join();
    }

    @Nullable
    Object offered(Class<?> service) {
        return offered.get(service);
    }

    BundleContext context() {
        return proxy(BundleContext.class, this::call);
    }

    private @Nullable Object call(String method, Object[] arguments) {
        return switch (method) {
            case "getProperty" -> arguments[0].equals("karaf.base") ? base.toString() : null;
            case "createFilter" -> filter(arguments[0].toString());
            case "getServiceReferences" -> drivers(arguments[1].toString());
            case "getService" -> new OsgiDataSourceFactory(new Driver());
            case "registerService" -> register((Class<?>) arguments[0], arguments[1]);
            case "ungetService" -> true;
            default -> null;
        };
    }

    private static Filter filter(String text) {
        try {
            return FrameworkUtil.createFilter(text);
        } catch (InvalidSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static ServiceReference<?> @Nullable [] drivers(String filter) {
        return filter.contains(Dialect.H2.driver())
                ? new ServiceReference<?>[] {proxy(ServiceReference.class, (method, arguments) -> null)}
                : null;
    }

    private Object register(Class<?> service, Object implementation) {
        offered.put(service, implementation);
        if (service == KeyRotation.class) {
            open.complete(null);
        }
        return proxy(
                ServiceRegistration.class,
                (method, arguments) -> method.equals("unregister") ? offered.remove(service) : null);
    }

    private interface Called {
        @Nullable
        Object with(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Called called) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == arguments[0];
                        case "toString" -> type.getSimpleName();
                        default -> called.with(method.getName(), arguments);
                    };
                }));
    }
}
