package org.bankfeed.simulator.internal.api;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bankfeed.simulator.internal.bank.AccountView;
import org.bankfeed.simulator.internal.bank.Bank;
import org.bankfeed.simulator.internal.bank.BankLine;
import org.bankfeed.simulator.internal.bank.Institution;
import org.bankfeed.simulator.internal.bank.Page;
import org.bankfeed.simulator.internal.web.Answer;
import org.bankfeed.simulator.internal.web.ApiError;
import org.bankfeed.simulator.internal.web.Request;
import org.bankfeed.simulator.internal.web.ResourceBody;
import org.bankfeed.simulator.internal.web.Routes;

/** The bank's own side: what it has booked, and booking more by hand. Ponto sees it at the next synchronization. */
final class SandboxResources {

    private static final String ACCOUNTS =
            "/sandbox/financial-institutions/{institution}/financial-institution-accounts";
    private static final String TRANSACTIONS = ACCOUNTS + "/{account}/financial-institution-transactions";
    private static final List<String> CHANGEABLE = List.of(
            "counterpartName",
            "description",
            "remittanceInformation",
            "endToEndId",
            "purposeCode",
            "mandateId",
            "creditorId",
            "additionalInformation",
            "proprietaryBankTransactionCode",
            "bankTransactionCode");

    private final Bank bank;
    private final Access access;
    private final Links links;

    SandboxResources(Bank bank, Access access, Links links) {
        this.bank = bank;
        this.access = access;
        this.links = links;
    }

    void register(Routes routes) {
        routes.get(ACCOUNTS, this::accounts)
                .get(ACCOUNTS + "/{account}", this::account)
                .get(TRANSACTIONS, this::transactions)
                .get(TRANSACTIONS + "/{id}", this::transaction)
                .post(TRANSACTIONS, this::create)
                .on("PATCH", TRANSACTIONS + "/{id}", this::change);
    }

    private Answer accounts(Request request) {
        List<AccountView> accounts = known(request);
        String base = links.base(request);
        return Answer.document(
                200,
                Paging.document(
                        request,
                        links,
                        wish -> Page.of(accounts, wish, AccountView::bankId),
                        account -> Documents.bankAccount(account, base)));
    }

    private Answer account(Request request) {
        return Answer.document(200, Documents.data(Documents.bankAccount(named(request), links.base(request))));
    }

    private Answer transactions(Request request) {
        AccountView account = named(request);
        List<BankLine> lines = bank.linesAtBank(account.id());
        return Answer.document(
                200,
                Paging.document(
                        request,
                        links,
                        wish -> Page.of(lines, wish, BankLine::id),
                        line -> Documents.bankTransaction(line, account)));
    }

    private Answer transaction(Request request) {
        AccountView account = named(request);
        return one(200, line(account, request.variable("id")), account);
    }

    private Answer create(Request request) throws IOException {
        AccountView account = named(request);
        ResourceBody body = request.resource();
        Instant now = bank.now();
        body.required("description");
        BankLine line = new BankLine(
                UUID.randomUUID().toString(),
                day(body, "executionDate", account.institution()),
                day(body, "valueDate", account.institution()),
                body.decimal("amount").orElseThrow(() -> ApiError.attribute("amount", "amount is required.")),
                body.required("currency"),
                texts(body, BankLine.TEXTS),
                body.decimal("fee").map(BigDecimal::abs).orElse(null),
                now,
                now);
        checkRemittanceType(body.required("remittanceInformationType"));
        bank.enter(account.id(), line);
        return one(201, line, account);
    }

    private Answer change(Request request) throws IOException {
        AccountView account = named(request);
        BankLine line = line(account, request.variable("id"));
        bank.change(account.id(), line.id(), texts(request.resource(), CHANGEABLE));
        return one(200, line(account, line.id()), account);
    }

    private static Answer one(int status, BankLine line, AccountView account) {
        return Answer.document(status, Documents.data(Documents.bankTransaction(line, account)));
    }

    private static Map<String, String> texts(ResourceBody body, List<String> names) {
        Map<String, String> texts = new LinkedHashMap<>();
        names.forEach(name -> body.text(name).ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    private static void checkRemittanceType(String type) {
        if (!type.equals("structured") && !type.equals("unstructured")) {
            throw ApiError.attribute(
                    "remittanceInformationType", "remittanceInformationType must be structured or unstructured.");
        }
    }

    private static LocalDate day(ResourceBody body, String attribute, Institution institution) {
        String text = body.required(attribute);
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text);
            }
            OffsetDateTime moment = OffsetDateTime.parse(text);
            boolean utcMidnight = moment.getOffset().equals(ZoneOffset.UTC)
                    && moment.toLocalTime().toSecondOfDay() == 0;
            return utcMidnight
                    ? moment.toLocalDate()
                    : moment.atZoneSameInstant(institution.zone()).toLocalDate();
        } catch (DateTimeException e) {
            throw ApiError.attribute(attribute, attribute + " must be a moment in ISO 8601.");
        }
    }

    private BankLine line(AccountView account, String id) {
        return bank.lineAtBank(account.id(), id)
                .orElseThrow(() -> ApiError.notFound("financialInstitutionTransaction"));
    }

    private AccountView named(Request request) {
        String id = request.variable("account");
        return known(request).stream()
                .filter(account -> account.bankId().equals(id) || account.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ApiError.notFound("financialInstitutionAccount"));
    }

    private List<AccountView> known(Request request) {
        access.organization(request);
        String institution = request.variable("institution");
        if (bank.institutions().stream().noneMatch(known -> known.id().equals(institution))) {
            throw ApiError.notFound("financialInstitution");
        }
        return bank.accounts().stream()
                .filter(account -> account.institution().id().equals(institution))
                .toList();
    }
}
