package org.bankfeed.shell.internal;

import java.lang.annotation.Annotation;
import java.util.Map;

/** Settings as the operator would write them. */
public final class SettingsForTests {

    private SettingsForTests() {}

    public static ShellSettings plain() {
        return of(Map.of("company", "Acme"));
    }

    /** Values by key; lists with commas. */
    public static ShellSettings of(Map<String, String> values) {
        return new ShellSettings(new Values(values));
    }

    private record Values(Map<String, String> values) implements ShellConfig {

        @Override
        public String company() {
            return values.getOrDefault("company", "Company");
        }

        @Override
        public String[] companies() {
            return list("companies", new String[0]);
        }

        @Override
        public String[] roles() {
            return list("roles", new String[] {
                "admin=viewer+bookkeeper+administrator", "bookkeeper=viewer+bookkeeper", "viewer=viewer"
            });
        }

        @Override
        public String redirect_uri() {
            return values.getOrDefault("redirect.uri", "");
        }

        @Override
        public String address() {
            return values.getOrDefault("address", "");
        }

        @Override
        public String language() {
            return values.getOrDefault("language", "en");
        }

        private String[] list(String key, String[] otherwise) {
            String value = values.get(key);
            return value == null ? otherwise : new String[] {value};
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return ShellConfig.class;
        }
    }
}
