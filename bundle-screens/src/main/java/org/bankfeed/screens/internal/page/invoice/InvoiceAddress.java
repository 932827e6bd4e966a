package org.bankfeed.screens.internal.page.invoice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.Parameters;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/** What addresses of the invoices' pages say: which document, which list. */
final class InvoiceAddress {

    private static final int LONGEST_ID = 60;
    private static final int LONGEST_SEARCH = 200;

    private InvoiceAddress() {}

    /**
     * The document that a parameter names.
     *
     * @throws RefusedException if the caller's company has none of that id
     */
    static InvoiceView view(Rooms rooms, Visit visit, String parameter) {
        String id = visit.parameters().needed(parameter, Message.of("form.invoice"));
        boolean possible = id.length() <= LONGEST_ID && id.chars().noneMatch(Character::isISOControl);
        return (possible ? rooms.matching().invoice(visit.caller(), new DocumentId(id)) : Optional.<InvoiceView>empty())
                .orElseThrow(() -> RefusedException.notFound(
                        Message.of("invoice.none", visit.caller().company().value())));
    }

    static OpenItem.Direction direction(Parameters parameters) {
        return parameters.choice("direction", OpenItem.Direction.class).orElse(OpenItem.Direction.SALES);
    }

    /** What is looked for; {@code null} for nothing. */
    static @Nullable String search(Parameters parameters, String name) {
        String text = parameters.textOrNull(name);
        if (text != null && (text.length() > LONGEST_SEARCH || text.chars().anyMatch(Character::isISOControl))) {
            throw RefusedException.malformed(Message.of("invoices.search.impossible"));
        }
        return text;
    }

    static Answer.See to(DocumentId id) {
        return new Answer.See("/invoices/invoice?id=" + URLEncoder.encode(id.value(), StandardCharsets.UTF_8));
    }

    static Answer.See list(OpenItem.Direction direction) {
        return new Answer.See("/invoices?direction=" + word(direction));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
