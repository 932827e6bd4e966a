package org.bankfeed.screens.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.bankfeed.access.SignIn;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.value.Money;
import org.eclipse.jetty.servlet.FilterHolder;
import org.jspecify.annotations.Nullable;

/**
 * An office with half a year of mixed lines and documents, to look at the pages while one works on them:
 *
 * <pre>{@code
 * mvn -o -q -pl bundle-screens test-compile dependency:build-classpath -Dmdep.outputFile=target/office.cp
 * cd bundle-screens
 * java -cp target/test-classes:target/classes:$(cat target/office.cp) \
 *     org.bankfeed.screens.internal.OfficeProgram 8290 anna
 * }</pre>
 *
 * <p>Arguments: the port (0 for a free one), and who is signed in already in every browser; without that one the users
 * are anna, bert, vera and nico, each with the password {@code secret of <name>}. With a third argument {@code empty}
 * nothing is linked and nothing is there.
 */
final class OfficeProgram {

    private static final FeedAccountId SAVINGS = new FeedAccountId("savings");
    private static final List<String> CUSTOMERS = List.of(
            "Brouwerij De Kroon BV",
            "Garage Peeters NV",
            "Hotel Het Anker",
            "Jansen & Zonen",
            "Restaurant Zeezicht",
            "Schoolbestuur Sint-Jozef VZW",
            "Café Léopold",
            "Tuincentrum Groen BV");
    private static final List<String> SUPPLIERS =
            List.of("Energie Nu NV", "Molens Van Damme BV", "Verpakking Direct", "Telecom Plus NV");
    private static final List<String> IBANS = List.of(
            "BE96735012340105",
            "BE86001056781250",
            "NL91ABNA0417164300",
            "DE89370400440532013000",
            "FR1420041010050500013M02606",
            "BE62510007547061",
            "LU280019400644750000",
            "BE43068999999501");

    private final Office office;
    private final Random random = new Random(7);
    private int lines;

    private OfficeProgram(Office office) {
        this.office = office;
    }

    public static void main(String[] arguments) throws Exception {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        ZoneId zone = ZoneId.of("Europe/Brussels");
        Clock clock = Clock.fixed(Office.TODAY.atTime(9, 0).atZone(zone).toInstant(), ZoneId.of("UTC"));
        @SuppressWarnings("resource") // it is there until the program ends
        Office office = new Office(port, clock);
        if (arguments.length < 3) {
            new OfficeProgram(office).fill();
        }
        if (arguments.length > 1) {
            signedIn(office, arguments[1]);
        }
        System.out.println("The office is open at " + office.url() + "/");
        Thread.currentThread().join();
    }

    /** Whoever comes is that user. */
    private static void signedIn(Office office, String user) throws SignIn.Refused {
        SignIn.Person person =
                office.rooms.signIn().signIn(user, FakeSignIn.passwordOf(user).toCharArray());
        Cookie cookie = new Cookie("bankfeed-session", office.sessions.open(person, Duration.ofMinutes(30)));
        office.context.addFilter(new FilterHolder(new AlwaysWith(cookie)), "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    private void fill() throws Exception {
        office.feed.share(Office.account(SAVINGS, "BE68539007547034", "Savings account", "52000.00"));
        office.link();
        sales();
        purchases();
        others();
        office.work();
        // what comes a day later, and what the bank has not booked yet
        office.feed.pend(
                Office.CHECKING,
                List.of(
                        line(
                                "-310.00",
                                Office.TODAY,
                                "Energie Nu NV",
                                null,
                                "2026-P90 domiciliation",
                                "PMNT-IDDT-ESDD"),
                        line("484.00", Office.TODAY, "Hotel Het Anker", null, "factuur 2026-190", "PMNT-RCDT-ESCT")));
        office.document(
                OpenItem.Direction.SALES,
                OpenItem.Type.CREDIT_NOTE,
                "CN-2026-7",
                "Garage Peeters NV",
                "121.00",
                Office.TODAY.minusDays(15));
        office.sale("2026-190", "Hotel Het Anker", "484.00", Office.TODAY.minusDays(20));
        office.work();
    }

    /** Paid by number, by number in part, by amount only, together, with a slip, or not at all. */
    private void sales() {
        for (int n = 0; n < 60; n++) {
            String number = "2026-" + (101 + n);
            String customer = CUSTOMERS.get(n % CUSTOMERS.size());
            String iban = IBANS.get(n % CUSTOMERS.size());
            LocalDate issued = Office.TODAY.minusDays(150 - 2L * n);
            String total = (120 + random.nextInt(2_900)) + "." + (10 + random.nextInt(89));
            office.sale(number, customer, total, issued);
            LocalDate day = issued.plusDays(12 + random.nextInt(20));
            if (day.isAfter(Office.TODAY)) {
                continue;
            }
            switch (n % 8) {
                case 0, 1, 2 -> bring(total, day, customer, iban, "Factuur " + number);
                case 3 ->
                    bring(total, day, customer.toUpperCase(Locale.ROOT), iban, "uw fact " + number + " dd " + issued);
                case 4 -> bring(less(total, "5.00"), day, customer, null, "betaling " + number.substring(5));
                case 5 -> bring(total, day, "M. " + customer.substring(0, 5), null, "betaling met dank");
                case 6 -> bring(less(total, "100.00"), day, customer, iban, "voorschot");
                default ->
                    bring(total, day, customer, iban, "+++" + (100 + n) + "/1234/56789+++ <b>dank</b> & groeten");
            }
        }
    }

    private void purchases() {
        for (int n = 0; n < 24; n++) {
            String number = "P" + (4_400 + n * 7);
            String supplier = SUPPLIERS.get(n % SUPPLIERS.size());
            LocalDate issued = Office.TODAY.minusDays(140 - 5L * n);
            String total = (40 + random.nextInt(1_500)) + ".00";
            office.document(OpenItem.Direction.PURCHASE, number, supplier, total, issued);
            LocalDate day = issued.plusDays(14);
            if (!day.isAfter(Office.TODAY)) {
                bring("-" + total, day, supplier, null, n % 3 == 2 ? "maandelijks" : "Invoice " + number);
            }
        }
    }

    /** Wages, taxes, charges, own transfers, a refund, strangers, and one that cannot be read. */
    private void others() {
        for (int month = 5; month >= 0; month--) {
            LocalDate day = Office.TODAY.minusDays(30L * month + 2);
            bring("-2140.35", day, "Els Maes", "BE62510007547061", "Loon " + day.getMonth(), "PMNT-ICDT-SALA");
            bring("-1987.10", day, "Tom Claes", "BE43068999999501", "Loon " + day.getMonth(), "PMNT-ICDT-SALA");
            bring("-12.50", day, null, null, "Beheerskosten", "ACMT-MDOP-CHRG");
            bring("-500.00", day, "Company", "BE68539007547034", "sparen", "PMNT-ICDT-ESCT");
            bring(
                    "-" + (20 + random.nextInt(60)) + ".40",
                    day,
                    "TANKSTATION E19",
                    null,
                    "Kaart 4871",
                    "PMNT-CCRD-POSD");
        }
        bring(
                "-60.50",
                Office.TODAY.minusDays(9),
                "Garage Peeters NV",
                "BE86001056781250",
                "Refund credit note CN-2026-7");
        bring("75.00", Office.TODAY.minusDays(4), "Onbekend", null, "<script>alert(1)</script>");
        bring("1250.00", Office.TODAY.minusDays(1), "Mollie", null, "settlement 4471.2603.01");
        office.feed.bring(
                Office.CHECKING, new FeedLine.Unreadable("raw-1", "{\"id\":\"raw-1\"}", "its amount is no number"));
        office.feed.bring(
                SAVINGS, line("500.00", Office.TODAY.minusDays(2), "Company", null, "sparen", "PMNT-RCDT-ESCT"));
        office.feed.bring(SAVINGS, line("41.12", Office.TODAY.minusDays(60), null, null, "Interest", "PMNT-MDOP-INTR"));
    }

    private void bring(String amount, LocalDate day, @Nullable String name, @Nullable String iban, String text) {
        bring(amount, day, name, iban, text, amount.startsWith("-") ? "PMNT-ICDT-ESCT" : "PMNT-RCDT-ESCT");
    }

    private void bring(
            String amount, LocalDate day, @Nullable String name, @Nullable String iban, String text, String code) {
        office.feed.bring(Office.CHECKING, line(amount, day, name, iban, text, code));
    }

    private FeedLine line(
            String amount, LocalDate day, @Nullable String name, @Nullable String iban, String text, String code) {
        String id = "S" + ++lines;
        FeedTransaction read = new FeedTransaction(
                id,
                Money.of(amount, "EUR"),
                day,
                day,
                name,
                iban,
                text,
                FeedTransaction.RemittanceType.UNSTRUCTURED,
                name == null ? "Bank: " + text : null,
                code,
                null,
                lines % 5 == 0 ? "E2E-" + 7_000 + lines : null,
                null,
                null,
                null,
                lines % 9 == 0 ? "Executed through the app" : null);
        return new FeedLine.Readable(read, "{\"id\":\"" + id + "\"}");
    }

    private static String less(String amount, String by) {
        return new BigDecimal(amount).subtract(new BigDecimal(by)).toPlainString();
    }

    /** Adds a cookie to each request. */
    private static final class AlwaysWith implements Filter {

        private final Cookie cookie;

        AlwaysWith(Cookie cookie) {
            this.cookie = cookie;
        }

        @Override
        public void init(FilterConfig config) {
            // nothing to prepare
        }

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws java.io.IOException, ServletException {
            chain.doFilter(
                    new HttpServletRequestWrapper((HttpServletRequest) request) {
                        @Override
                        public Cookie[] getCookies() {
                            return new Cookie[] {cookie};
                        }
                    },
                    response);
        }

        @Override
        public void destroy() {
            // nothing to give back
        }
    }
}
