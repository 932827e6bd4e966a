package org.bankfeed.simulator.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bankfeed.history.BuiltInCompany;
import org.bankfeed.history.History;
import org.bankfeed.simulator.SimulatorOptions;
import org.bankfeed.simulator.internal.bank.Bank;
import org.bankfeed.simulator.internal.bank.Bank.Company;
import org.bankfeed.simulator.internal.bank.Organization;
import org.bankfeed.simulator.internal.state.StateFile;

/** Which company is simulated. */
final class World {

    private static final String SECTION = "world";
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final int DAYS_AHEAD = 365;

    private World() {}

    /** The built-in company's today when the simulator first started, so that a restart does not move its past. */
    private record Saved(LocalDate builtInToday) {}

    static Bank bank(SimulatorOptions options, StateFile state) throws IOException {
        History given = options.history();
        History history = given == null ? builtIn(options, state) : given;
        List<Company> companies = new ArrayList<>();
        companies.add(new Company(organization(given == null, history), history));
        for (History other : options.others()) {
            companies.add(new Company(another(companies.size() + 1, other), other));
        }
        return new Bank(companies, given == null, options.clocks(), options.synchronizations(), state);
    }

    private static Organization organization(boolean builtIn, History history) {
        String name = builtIn ? BuiltInCompany.NAME : holder(history, "Simulated Company BV");
        String key =
                history.accounts().isEmpty() ? "" : history.accounts().get(0).reference();
        return named(name, key);
    }

    private static Organization another(int number, History history) {
        return named(holder(history, "Other Company BV"), "#" + number);
    }

    private static String holder(History history, String otherwise) {
        return history.accounts().stream()
                .map(account -> account.holder())
                .filter(holder -> holder != null)
                .findFirst()
                .orElse(otherwise);
    }

    private static Organization named(String name, String key) {
        return new Organization(
                UUID.nameUUIDFromBytes(("organization:" + name + key).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                name);
    }

    /** The company's two years until today, and what will come while the simulator runs. */
    private static History builtIn(SimulatorOptions options, StateFile state) throws IOException {
        LocalDate today = options.clocks().world().instant().atZone(ZONE).toLocalDate();
        Saved saved = state.read(SECTION, Saved.class).orElse(new Saved(today));
        state.write(SECTION, saved);
        return BuiltInCompany.goingOn(saved.builtInToday(), today.plusDays(DAYS_AHEAD));
    }
}
