package org.bankfeed.ponto.internal.access;

import java.util.Locale;
import org.bankfeed.ponto.internal.config.ConfigurationFault;

/** The two spellings of what is asked of a page; links are understood in both, whichever is sent. */
public enum PageStyle {
    /** {@code page[limit]}, {@code page[after]}, {@code page[before]}. */
    BRACKETS("page[", "]"),
    /** {@code limit}, {@code after}, {@code before}: the older one. */
    PLAIN("", "");

    private final String begin;
    private final String end;

    PageStyle(String begin, String end) {
        this.begin = begin;
        this.end = end;
    }

    static PageStyle of(String word) throws ConfigurationFault {
        for (PageStyle style : values()) {
            if (style.name().toLowerCase(Locale.ROOT).equals(word)) {
                return style;
            }
        }
        throw new ConfigurationFault("page.style '%s' is none; write brackets or plain".formatted(word));
    }

    public String parameter(String name) {
        return begin + name + end;
    }
}
