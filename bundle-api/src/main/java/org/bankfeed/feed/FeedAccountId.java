package org.bankfeed.feed;

/**
 * The provider's id of an account. It may change when a consent is renewed: never the identity of an account.
 *
 * @param value as the provider gives it
 */
public record FeedAccountId(String value) {}
