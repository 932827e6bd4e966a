package org.bankfeed.screens.internal.web;

import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.journal.JournalException;
import org.bankfeed.matching.MatchingException;

/** Answers one kind of request. For many threads. */
@FunctionalInterface
public interface Handler {

    Answer answer(Visit visit)
            throws JournalException, MatchingException, InvoiceEntry.Refused, LedgerUnavailableException;
}
