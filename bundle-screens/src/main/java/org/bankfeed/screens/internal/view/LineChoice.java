package org.bankfeed.screens.internal.view;

import org.bankfeed.matching.InvoiceView;
import org.bankfeed.value.Money;

/**
 * A document that a person may pick for a line, with what he typed.
 *
 * @param view the document
 * @param document its number and page
 * @param room what this line may settle of it: what is outstanding, and what the line holds of it now
 * @param subtracts whether it is set off against the others, as a credit note is
 * @param ticked whether it was picked
 * @param amount as typed, or as it would fit
 * @param writeOff as typed
 */
public record LineChoice(
        InvoiceView view,
        LineDocument document,
        Money room,
        boolean subtracts,
        boolean ticked,
        String amount,
        String writeOff) {}
