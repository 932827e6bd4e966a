package org.bankfeed.screens.internal.web;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.bankfeed.screens.internal.words.Texts;
import org.jspecify.annotations.Nullable;

/** The templates of the pages. Everything that they print is escaped for HTML. For many threads. */
public final class Templates {

    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

    /** Those in the folder {@code templates} beside {@code owner}. */
    public Templates(Class<?> owner) {
        configuration.setTemplateLoader(new ClassTemplateLoader(owner, "templates"));
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputEncoding(StandardCharsets.UTF_8.name());
        configuration.setRecognizeStandardFileExtensions(true);
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    }

    /** What a template makes of a model, in a language: its functions {@code say}, and {@code plain} for attributes. */
    public String render(String template, Texts texts, Map<String, @Nullable Object> model) {
        StringWriter out = new StringWriter(16_384);
        Map<String, @Nullable Object> all = new HashMap<>(model);
        all.put("say", new Speech(texts, true));
        all.put("plain", new Speech(texts, false));
        all.put("language", texts.tag());
        try {
            configuration.getTemplate(template).process(all, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template " + template + " failed", e);
        }
        return out.toString();
    }
}
