package org.bankfeed.matching;

import java.util.List;
import org.bankfeed.invoice.Application;

/**
 * One explanation of a bank line.
 *
 * @param applications what the line would settle; each document at most once
 * @param confidence how probable it is, 0 to 1: of what is said at 0.9, nine in ten should be right
 * @param evidence the reasons, weightiest first
 */
public record Proposal(List<Application> applications, double confidence, List<Evidence> evidence) {

    public Proposal {
        applications = List.copyOf(applications);
        evidence = List.copyOf(evidence);
    }
}
