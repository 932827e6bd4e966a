package org.bankfeed.rehearsal.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one form of a simple page, filled in: every box ticked, every hidden field as it came.
 *
 * @param action where it is sent
 * @param body its fields, encoded as a browser does
 */
record PageForm(URI action, String body) {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)\\s*=\\s*\"([^\"]*)\"");

    /** The form on a page, answered by the button {@code name=value}; null if the page has none. */
    static @Nullable PageForm on(URI page, String html, String name, String value) {
        Matcher form = FORM.matcher(html);
        if (!form.find()) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        Matcher input = INPUT.matcher(form.group(2));
        while (input.find()) {
            String field = attribute(input.group(1), "name");
            if (!field.isEmpty()) {
                fields.add(encoded(field, attribute(input.group(1), "value")));
            }
        }
        fields.add(encoded(name, value));
        return new PageForm(page.resolve(attribute(form.group(1), "action")), String.join("&", fields));
    }

    private static String attribute(String tag, String name) {
        Matcher attribute = ATTRIBUTE.matcher(tag);
        while (attribute.find()) {
            if (attribute.group(1).equals(name)) {
                return unescaped(attribute.group(2));
            }
        }
        return "";
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String encoded(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
