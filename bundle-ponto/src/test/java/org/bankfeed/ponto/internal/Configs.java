package org.bankfeed.ponto.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.bankfeed.ponto.internal.config.ConnectConfig;
import org.bankfeed.ponto.internal.config.CustomConfig;
import org.bankfeed.ponto.internal.config.Settings;

/** Configurations from keys as they stand in a .cfg file; what is not named has its real default. */
public final class Configs {

    private Configs() {}

    public static Settings settings(Settings.Product product, Map<String, String> keys) {
        return product == Settings.Product.CONNECT
                ? Settings.of(configured(ConnectConfig.class, keys))
                : Settings.of(configured(CustomConfig.class, keys));
    }

    private static <T> T configured(Class<T> type, Map<String, String> keys) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            String written = keys.get(method.getName().replace('_', '.'));
            if (written == null) {
                return method.getDefaultValue();
            }
            Class<?> wanted = method.getReturnType();
            if (wanted == int.class) {
                return Integer.valueOf(written);
            }
            return wanted == boolean.class ? Boolean.valueOf(written) : written;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
