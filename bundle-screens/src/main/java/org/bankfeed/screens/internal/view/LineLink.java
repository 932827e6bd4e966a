package org.bankfeed.screens.internal.view;

import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * Another line that has to do with one.
 *
 * @param href its page, after the base
 * @param said what it has to do with it
 * @param why why the bank gave the money back and what to do, in one sentence, or {@code null} if it does not say
 */
public record LineLink(String href, Message said, @Nullable String why) {}
