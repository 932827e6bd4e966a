package org.bankfeed.simulator.internal.bank;

/** The Ponto customer. */
public record Organization(String id, String name) {}
