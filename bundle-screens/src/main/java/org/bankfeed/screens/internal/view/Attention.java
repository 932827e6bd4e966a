package org.bankfeed.screens.internal.view;

import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person should look at, with the one button that leads to mending it.
 *
 * @param tone {@code bad} where money is not seen, {@code warn} where it soon will not be, {@code calm} for daily work
 * @param sentence what it is
 * @param button what the button says, or {@code null} where there is nothing to do but wait
 * @param path where it leads, after the base
 */
public record Attention(
        String tone,
        Message sentence,
        @Nullable Message button,
        @Nullable String path) {}
