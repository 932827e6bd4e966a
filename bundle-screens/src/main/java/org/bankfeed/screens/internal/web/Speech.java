package org.bankfeed.screens.internal.web;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.AdapterTemplateModel;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.screens.internal.words.Texts;
import org.bankfeed.screens.internal.words.Told;

/**
 * The function {@code say} of the templates: {@code say("bank.title")}, {@code say("bank.days", 5)}, or
 * {@code say(message)}. What an argument is in HTML stays HTML; what another room said in English is marked as English.
 */
final class Speech implements TemplateMethodModelEx {

    /** What is HTML already stands as its number between these two while the rest is put together and escaped. */
    private static final Pattern KEPT = Pattern.compile("\ue000(\\d{1,4})\ue001");

    private final Texts texts;
    private final boolean marked;

    /** @param marked whether HTML is made; else plain text, as an attribute has it */
    Speech(Texts texts, boolean marked) {
        this.texts = texts;
        this.marked = marked;
    }

    @Override
    public Object exec(List arguments) throws TemplateModelException {
        List<String> html = new ArrayList<>();
        String said = texts.say(message(arguments), other -> other(other, html));
        return html.isEmpty() ? new SimpleScalar(said) : HTMLOutputFormat.INSTANCE.fromMarkup(filled(said, html));
    }

    private static Message message(List<?> arguments) throws TemplateModelException {
        Object first = value(arguments.get(0));
        if (first instanceof Message message) {
            return message;
        }
        List<Object> rest = new ArrayList<>();
        for (Object argument : arguments.subList(1, arguments.size())) {
            rest.add(value(argument));
        }
        return first instanceof String key ? new Message(key, rest) : Message.all(first);
    }

    private static Object value(Object argument) throws TemplateModelException {
        if (argument instanceof TemplateHTMLOutputModel) {
            return argument;
        }
        if (argument instanceof AdapterTemplateModel adapter) {
            return adapter.getAdaptedObject(Object.class);
        }
        if (argument instanceof TemplateScalarModel text) {
            return text.getAsString();
        }
        if (argument instanceof TemplateNumberModel number) {
            return number.getAsNumber();
        }
        throw new TemplateModelException("nothing is said with " + argument);
    }

    private String other(Object other, List<String> html) {
        if (other instanceof TemplateHTMLOutputModel markup) {
            return kept(source(markup), html);
        }
        if (other instanceof Told told) {
            return marked && !texts.english() ? kept(english(told), html) : told.sentence();
        }
        throw new IllegalArgumentException("nothing is said with " + other);
    }

    private static String kept(String markup, List<String> html) {
        html.add(markup);
        return "\ue000" + (html.size() - 1) + "\ue001";
    }

    private static String english(Told told) {
        return "<span lang=\"en\">" + escaped(told.sentence()) + "</span>";
    }

    private static String filled(String said, List<String> html) {
        return KEPT.matcher(escaped(said)).replaceAll(kept -> {
            int number = Integer.parseInt(kept.group(1));
            return Matcher.quoteReplacement(number < html.size() ? html.get(number) : "");
        });
    }

    private static String source(TemplateHTMLOutputModel markup) {
        try {
            return HTMLOutputFormat.INSTANCE.getMarkupString(markup);
        } catch (TemplateModelException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escaped(String text) {
        return HTMLOutputFormat.INSTANCE.escapePlainText(text);
    }
}
