package org.bankfeed.store.internal;

import java.lang.annotation.Annotation;
import java.util.Map;
import org.bankfeed.store.internal.config.StoreConfig;

/** A configuration of the values that are given; the rest as without any. */
record StoreConfigForTests(Map<String, String> values) implements StoreConfig {
    private String get(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    @Override
    public String url() {
        return get("url", "");
    }

    @Override
    public String folder() {
        return get("folder", "");
    }

    @Override
    public String user() {
        return get("user", "");
    }

    @Override
    public String password_file() {
        return get("password.file", "");
    }

    @Override
    public String pool_size() {
        return get("pool.size", "8");
    }

    @Override
    public String key_file() {
        return get("key.file", "");
    }

    @Override
    public String key_file_former() {
        return get("key.file.former", "");
    }

    @Override
    public String key_store() {
        return get("key.store", "");
    }

    @Override
    public String key_store_alias() {
        return get("key.store.alias", "");
    }

    @Override
    public String key_store_alias_former() {
        return get("key.store.alias.former", "");
    }

    @Override
    public String key_store_password_file() {
        return get("key.store.password.file", "");
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return StoreConfig.class;
    }
}
