package org.bankfeed.screens.internal.words;

/** What another room said, in English; a page in another language says what it recognises, and marks the rest as English. */
public record Told(String sentence) {}
