package org.bankfeed.screens.internal.page;

import org.bankfeed.access.CompanyId;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;

/** Goes over to another company of those that a person may act for. */
public final class CompanyPage {

    public Answer change(Visit visit) {
        String name = visit.parameters().needed("company", Message.of("form.company"));
        CompanyId chosen = visit.session().person().companies().stream()
                .filter(company -> company.value().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedException(403, Message.of("fault.company")));
        visit.session().workOn(chosen);
        return new Answer.See("/");
    }
}
