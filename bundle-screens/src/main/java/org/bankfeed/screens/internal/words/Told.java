package org.bankfeed.screens.internal.words;

/** What another room said, in English; a page in another language marks it as English. */
public record Told(String sentence) {}
